import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody } from '../../shared/page.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'

/** The targets of the ladder for unclear cases, in the policy's order, with whoever holds them now. */
export const listArbiters = operation({
  id: 'listArbiters', method: 'GET', path: '/api/staff/cases/:caseId/arbiters', gate: 'signedIn', summary: '请示对象：按制度的先后次序',
  params: CaseParams, query: z.strictObject({ absentPersonId: z.uuid().optional(), /** Those above the reader instead, for the ruling or a question (its id) that they were asked. */ passUp: z.union([z.literal('ruling'), z.uuid()]).optional() }), body: NoBody, status: 200, refusals: { ...CASE_REFUSALS, 'no-such-person': 422 },
  reply: z.object({ levels: z.array(z.object({ level: z.int(), post: z.string(), people: z.array(z.object({ personId: z.uuid(), personName: z.string() })) })) }),
})
