import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { prose, REPLY_MAX } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const reportUnsolved = operation({
  id: 'reportUnsolved', method: 'POST', path: '/api/staff/cases/:caseId/unsolved', gate: 'signedIn', summary: '确实解决不了：说明理由并转告项目负责人',
  params: CaseParams, query: NoQuery, body: z.strictObject({ text: prose(REPLY_MAX), toPersonId: z.uuid().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'referral-pending': 409, 'ruling-pending': 409, 'case-paused': 409, 'assist-pending': 409, 'refusal-not-reported': 409, 'step-open': 409, 'visit-owed': 409, 'citation-needed': 422, 'forbidden-phrase': 422, 'forward-open': 409, 'nobody-to-forward': 422, 'no-such-person': 422 },
})

export const answerForward = operation({
  id: 'answerForward', method: 'POST', path: '/api/staff/cases/:caseId/unsolved/answer', gate: 'signedIn', summary: '负责人对转告事项的处理意见',
  params: CaseParams, query: NoQuery, body: z.strictObject({ text: prose(REPLY_MAX) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'nothing-forwarded': 409, 'forwarded-elsewhere': 403 },
})
