import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery, NoReply } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'

/** `read`: every GET; `register`: registerCase besides; `act`: everything its owner may do, except accounts and tokens. */
export const TOKEN_SCOPES = ['read', 'register', 'act'] as const

export const listTokens = operation({
  id: 'listTokens', method: 'GET', path: '/api/staff/tokens', gate: 'signedIn', summary: '我的接口令牌',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: {},
  reply: z.object({ tokens: z.array(z.object({ id: z.uuid(), name: z.string(), scope: z.enum(TOKEN_SCOPES), createdAt: z.string(), expiresAt: z.string().nullable(), lastUsedAt: z.string().nullable() })) }),
})
export const createToken = operation({
  id: 'createToken', method: 'POST', path: '/api/staff/tokens', gate: 'signedIn', summary: '新建接口令牌；明文只显示这一次', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body: z.strictObject({ name: line(60), scope: z.enum(TOKEN_SCOPES), days: z.int().min(1).max(730) }),
  reply: z.object({ id: z.uuid(), token: z.string(), expiresAt: z.string() }), status: 201, refusals: { 'too-many-tokens': 409 },
})
export const revokeToken = operation({
  id: 'revokeToken', method: 'DELETE', path: '/api/staff/tokens/:tokenId', gate: 'signedIn', summary: '停用接口令牌',
  params: z.strictObject({ tokenId: z.uuid() }), query: NoQuery, body: NoBody, reply: NoReply, status: 204, refusals: { 'no-such-token': 404 },
})
