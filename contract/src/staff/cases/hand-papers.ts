import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const offerPapers = operation({
  id: 'offerPapers', method: 'POST', path: '/api/staff/cases/:caseId/papers/hand-over', gate: 'signedIn', summary: '移交代收材料，对方确认后由对方保管',
  params: CaseParams, query: NoQuery, body: z.strictObject({ custodyId: z.uuid(), toPersonId: z.uuid() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'no-such-custody': 422, 'already-returned': 409, 'not-custodian': 403, 'same-person': 422, 'no-such-person': 422 },
})

export const confirmPapers = operation({
  id: 'confirmPapers', method: 'POST', path: '/api/staff/cases/:caseId/papers/confirmation', gate: 'signedIn', summary: '确认收到移交的材料',
  params: CaseParams, query: NoQuery, body: z.strictObject({ custodyId: z.uuid() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-custody': 422, 'nothing-offered': 409, 'offered-elsewhere': 403 },
})
