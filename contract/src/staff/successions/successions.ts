import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmptyBody, NoBody, NoParams, NoQuery, NoReply } from '../../shared/page.ts'
import { Instant, TwoClocks } from '../../shared/time.ts'

const LeftCase = z.object({
  caseId: z.uuid(), number: z.string(), unitName: z.string(), status: z.string(), dueAt: Instant.nullable(), dueEstimated: z.boolean(), late: z.boolean(),
  /** What the leaver holds in the case. */
  as: z.array(z.enum(['firstContact', 'handler', 'other'])),
  successor: z.object({ personId: z.uuid(), name: z.string(), namedAt: Instant }).nullable(),
})

export const getLeaversCases = operation({
  id: 'getLeaversCases', method: 'GET', path: '/api/staff/people/:personId/succession', gate: 'administrator', summary: '离任交接：此人未了的件和已指定的接替人',
  params: z.strictObject({ personId: z.uuid() }), query: NoQuery, body: NoBody, status: 200, refusals: { 'no-such-person': 404 },
  reply: z.object({ person: z.object({ id: z.uuid(), name: z.string(), unitName: z.string(), disabled: z.boolean() }), cases: z.array(LeftCase), total: z.int(), signed: z.int(), shifts: z.int() }),
})
export const nameSuccessors = operation({
  id: 'nameSuccessors', method: 'POST', path: '/api/staff/people/:personId/succession', gate: 'administrator', summary: '指定接替人：全部或逐件；接替人逐件签收后生效',
  params: z.strictObject({ personId: z.uuid() }), query: NoQuery, status: 200, reply: z.object({ named: z.int() }),
  body: z.strictObject({ all: z.uuid().optional(), cases: z.array(z.strictObject({ caseId: z.uuid(), successorId: z.uuid() })).max(1000).optional() }),
  refusals: { 'no-such-person': 404, 'no-such-successor': 422, 'successor-is-leaver': 422, 'no-such-case': 422 },
})
export const listSuccessions = operation({
  id: 'listSuccessions', method: 'GET', path: '/api/staff/successions', gate: 'signedIn', summary: '待我签收的接替',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: {},
  reply: z.object({ rows: z.array(z.object({ id: z.uuid(), caseId: z.uuid(), number: z.string(), subject: z.string(), leaverName: z.string(), namedByName: z.string(), namedAt: Instant, dueAt: Instant.nullable(), dueEstimated: z.boolean(), late: z.boolean(), clocks: TwoClocks })) }),
})
/** In one step after looking through the list: each by itself, so that one that cannot be signed holds up none of the others. */
export const signSuccessions = operation({
  id: 'signSuccessions', method: 'POST', path: '/api/staff/successions/signatures', gate: 'signedIn', summary: '接替人一次签收多件，逐件给出结果',
  params: NoParams, query: NoQuery, body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }), status: 200, refusals: {},
  reply: z.object({ signed: z.int(), results: z.array(z.object({ id: z.uuid(), refusal: z.enum(['no-such-succession', 'succession-signed', 'case-ended', 'same-person']).nullable() })) }),
})
export const signSuccession = operation({
  id: 'signSuccession', method: 'POST', path: '/api/staff/successions/:successionId/signature', gate: 'signedIn', summary: '接替人签收',
  params: z.strictObject({ successionId: z.uuid() }), query: NoQuery, body: EmptyBody, reply: NoReply, status: 204,
  refusals: { 'no-such-succession': 404, 'succession-signed': 409, 'case-ended': 409, 'same-person': 409 },
})
