import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Papers } from '../../shared/papers.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const issueNotice = operation({
  id: 'issueNotice', method: 'POST', path: '/api/staff/cases/:caseId/notice', gate: 'signedIn', summary: '出具一次性告知书；同一事项再次告知须写明理由，并记为违反一次性告知',
  params: CaseParams, query: NoQuery, body: z.strictObject({ papers: Papers, reason: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'referral-pending': 409, 'notice-reason-needed': 422 },
})
