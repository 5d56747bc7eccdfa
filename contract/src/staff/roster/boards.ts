import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'

export const createBoard = operation({
  id: 'createBoard', method: 'POST', path: '/api/staff/units/:unitId/boards', gate: 'signedIn', summary: '为科室开一块挂墙看板：只能看本科室的呼叫和当班人；口令只显示这一次，在“接口令牌”中停用', keepsNoAnswer: true,
  params: z.strictObject({ unitId: z.uuid() }), query: NoQuery, body: z.strictObject({ name: line(60), days: z.int().min(1).max(730) }),
  reply: z.object({ id: z.uuid(), token: z.string(), expiresAt: z.string() }), status: 201, refusals: { 'no-such-unit': 404, 'too-many-tokens': 409 },
})

const BoardBell = z.object({
  id: z.uuid(), place: z.string(), unitName: z.string(), team: z.string().nullable(), rungAt: Instant, openToAllAt: Instant, answeredAt: Instant.nullable(), answeredByName: z.string().nullable(), seconds: z.int().nullable(),
})

/** For a screen on a wall, at which nobody signs in: its secret shows the bells and the duty of one unit and nothing else. */
export const readBoard = operation({
  id: 'readBoard', method: 'GET', path: '/api/staff/boards/:unitId/:token', gate: 'public', summary: '挂墙看板：一个科室的呼叫和当班人，只读',
  params: z.strictObject({ unitId: z.uuid(), token: z.string().regex(/^[A-Za-z0-9_-]{20,80}$/) }), query: NoQuery, body: NoBody, status: 200, refusals: { 'no-such-board': 404 },
  reply: z.object({
    at: Instant, timeZone: z.string(), unitName: z.string(), expiresAt: Instant, ringing: z.array(BoardBell), answered: z.array(BoardBell),
    onDuty: z.array(z.object({ shiftId: z.uuid(), name: z.string(), kindName: z.string(), team: z.string().nullable(), main: z.boolean(), endsAt: Instant })),
  }),
})
