import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const returnPapers = operation({
  id: 'returnPapers', method: 'POST', path: '/api/staff/cases/:caseId/papers/return', gate: 'signedIn', summary: '退还代收的材料',
  params: CaseParams, query: NoQuery, body: z.strictObject({ custodyId: z.uuid() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-custody': 422, 'not-custodian': 403, 'already-returned': 409 },
})
