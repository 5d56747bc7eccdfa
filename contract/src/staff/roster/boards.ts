import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'

export const createBoard = operation({
  id: 'createBoard', method: 'POST', path: '/api/staff/units/:unitId/boards', gate: 'signedIn', summary: '为科室开一块挂墙看板：只能看本科室的呼叫和当班人；口令只显示这一次，在“接口令牌”中停用', keepsNoAnswer: true,
  params: z.strictObject({ unitId: z.uuid() }), query: NoQuery, body: z.strictObject({ name: line(60), days: z.int().min(1).max(730) }),
  reply: z.object({ id: z.uuid(), token: z.string(), expiresAt: z.string() }), status: 201, refusals: { 'no-such-unit': 404, 'too-many-tokens': 409 },
})
