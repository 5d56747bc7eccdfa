import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { line, Phone, prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const makeInquiry = operation({
  id: 'makeInquiry', method: 'POST', path: '/api/staff/cases/:caseId/inquiries', gate: 'signedIn', summary: '向外单位（兄弟公司）询问，到期跟催',
  params: CaseParams, query: NoQuery, body: z.strictObject({ party: line(120), phone: Phone.optional(), question: Reason, dueAt: Instant.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-handler': 403, 'due-in-past': 422, 'due-too-far': 422, 'too-many-questions': 409 },
})

export const answerInquiry = operation({
  id: 'answerInquiry', method: 'POST', path: '/api/staff/cases/:caseId/inquiries/answer', gate: 'signedIn', summary: '登记外单位的回复，可同时反馈来访人',
  params: CaseParams, query: NoQuery, body: z.strictObject({ inquiryId: z.uuid(), text: prose(REPLY_MAX), tellPerson: z.boolean().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-inquiry': 409, 'not-handler': 403, 'forbidden-phrase': 422 },
})
