import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const returnReferral = operation({
  id: 'returnReferral', method: 'POST', path: '/api/staff/cases/:caseId/referral/return', gate: 'signedIn', summary: '退回转办件，说明理由并可建议承办单位',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason, suggestedUnitId: z.uuid().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-pending-referral': 409, 'referred-elsewhere': 403, 'bound-by-ruling': 409, 'return-window-passed': 409, 'no-such-unit': 422 },
})
