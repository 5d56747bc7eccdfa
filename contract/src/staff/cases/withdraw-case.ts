import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const withdrawCase = operation({
  id: 'withdrawCase', method: 'POST', path: '/api/staff/cases/:caseId/withdrawal', gate: 'signedIn', summary: '来访人撤回诉求',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403, 'papers-in-custody': 409 },
})
