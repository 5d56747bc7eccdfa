import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { Contacted } from './decision.ts'
import { CaseStanding } from './views.ts'

export const referCase = operation({
  id: 'referCase', method: 'POST', path: '/api/staff/cases/:caseId/referral', gate: 'signedIn', summary: '转办：对方签收后才算交出',
  params: CaseParams, query: NoQuery, body: z.strictObject({ toUnitId: z.uuid(), toPersonId: z.uuid().optional(), reason: Reason, escorted: z.boolean().optional(), contacted: Contacted.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'referral-pending': 409, 'ruling-pending': 409, 'bound-by-ruling': 409, 'case-paused': 409, 'same-person': 422, 'no-such-unit': 422, 'no-such-person': 422, 'nobody-in-unit': 422, 'transfer-pending': 409, 'nobody-to-allow': 422 },
})
