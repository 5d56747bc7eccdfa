import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { line, Phone, prose, REPLY_MAX } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const resolveCase = operation({
  id: 'resolveCase', method: 'POST', path: '/api/staff/cases/:caseId/resolution', gate: 'signedIn', summary: '办理完毕，写明结果和说明',
  params: CaseParams, query: NoQuery, body: z.strictObject({ outcome: z.enum(['solved', 'explained', 'outside']), text: prose(REPLY_MAX), citation: line(300).optional(), where: line(200).optional(), phone: Phone.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'referral-pending': 409, 'ruling-pending': 409, 'assist-pending': 409, 'refusal-not-reported': 409, 'step-open': 409, 'visit-owed': 409, 'citation-needed': 422, 'forbidden-phrase': 422 },
})
