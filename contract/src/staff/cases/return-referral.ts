import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { line, Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const returnReferral = operation({
  id: 'returnReferral', method: 'POST', path: '/api/staff/cases/:caseId/referral/return', gate: 'signedIn', summary: '退回转办件，说明理由、职责依据和应由哪个单位办理',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason, basis: line(300).optional(), suggestedUnitId: z.uuid().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-pending-referral': 409, 'referred-elsewhere': 403, 'bound-by-ruling': 409, 'return-window-passed': 409, 'no-such-unit': 422, 'basis-needed': 422, 'suggestion-needed': 422 },
})
