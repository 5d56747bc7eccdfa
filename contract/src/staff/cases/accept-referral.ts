import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const acceptReferral = operation({
  id: 'acceptReferral', method: 'POST', path: '/api/staff/cases/:caseId/referral/acceptance', gate: 'signedIn', summary: '签收转办件',
  params: CaseParams, query: NoQuery, body: z.strictObject({ papersReceived: z.boolean().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-pending-referral': 409, 'referred-elsewhere': 403 },
})
