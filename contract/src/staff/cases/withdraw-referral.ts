import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const withdrawReferral = operation({
  id: 'withdrawReferral', method: 'POST', path: '/api/staff/cases/:caseId/referral/withdrawal', gate: 'signedIn', summary: '撤回尚未签收的转办',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-pending-referral': 409, 'not-giver': 403 },
})
