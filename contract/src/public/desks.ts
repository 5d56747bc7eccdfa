import { z } from 'zod'
import { operation } from '../operation.ts'
import { NoBody, NoParams, pageOf, pageQuery } from '../shared/page.ts'
import { Instant } from '../shared/time.ts'

export const listPublicDesks = operation({
  id: 'listPublicDesks', method: 'GET', path: '/api/public/desks', gate: 'public', summary: '对外公开的窗口和服务台：受理范围、位置、开放时间',
  params: NoParams, query: z.strictObject({ institutionId: z.uuid().optional(), ...pageQuery }), body: NoBody, status: 200, refusals: { 'no-such-institution': 422 },
  reply: pageOf(z.object({
    id: z.uuid(), kind: z.enum(['window', 'desk', 'office', 'seat']), name: z.string(), unitName: z.string(), scope: z.string().nullable(), room: z.string().nullable(), phone: z.string().nullable(),
    /** Monday is 1; the organisation's working time where the desk has no hours of its own. Closed on public holidays; on make-up workdays as on an ordinary working day. */
    hours: z.array(z.object({ days: z.array(z.int()), from: z.string(), to: z.string() })),
    openNow: z.boolean(), opensAt: Instant.nullable(), closesAt: Instant.nullable(),
  })),
})
