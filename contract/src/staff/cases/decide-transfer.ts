import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const decideTransfer = operation({
  id: 'decideTransfer', method: 'POST', path: '/api/staff/cases/:caseId/transfer/decision', gate: 'signedIn', summary: '批准或不批准再次转办',
  params: CaseParams, query: NoQuery, body: z.strictObject({ approve: z.boolean(), reason: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-transfer-asked': 409, 'not-approver': 403, 'reason-needed': 422 },
})
