import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const ruleCase = operation({
  id: 'ruleCase', method: 'POST', path: '/api/staff/cases/:caseId/ruling', gate: 'signedIn', summary: '裁定承办人',
  params: CaseParams, query: NoQuery, body: z.strictObject({ handlerPersonId: z.uuid(), instruction: Reason.optional(), applyInFuture: z.boolean().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-pending-ruling': 409, 'not-arbiter': 403, 'no-such-person': 422 },
})
