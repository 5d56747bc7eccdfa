import { z } from 'zod'
import { operation } from '../operation.ts'
import { NoBody, NoQuery } from '../shared/page.ts'

/** For calendar programs, which cannot sign in: the address itself is the secret, and can be revoked. */
export const getRosterFeed = operation({
  id: 'getRosterFeed', method: 'GET', path: '/api/public/roster-feeds/:token', gate: 'public', summary: '个人值班日历（iCalendar）', produces: 'file',
  params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,80}$/) }), query: NoQuery, body: NoBody, reply: z.undefined(), status: 200, refusals: { 'no-such-feed': 404 },
})
