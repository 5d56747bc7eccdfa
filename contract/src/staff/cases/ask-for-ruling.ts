import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { RULING_ASK } from './decision.ts'
import { CaseStanding } from './views.ts'

export const askForRuling = operation({
  id: 'askForRuling', method: 'POST', path: '/api/staff/cases/:caseId/ruling-request', gate: 'signedIn', summary: '请示：由有权者指定承办人',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason, ...RULING_ASK }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'referral-pending': 409, 'ruling-pending': 409, 'case-paused': 409, 'no-arbiter': 422, 'skip-needs-reason': 422, 'transfer-pending': 409, 'no-such-person': 422 },
})
