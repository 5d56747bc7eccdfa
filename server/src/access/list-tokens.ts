import { listTokens } from '@daodi/contract/staff/access/tokens.ts'
import { answer, route } from '../http/route.ts'
import { tokensOf } from './store-tokens.ts'

export const listTokensRoute = route(listTokens, async ({ caller }, services) => {
  const rows = await tokensOf(services.db, caller.institutionId, caller.personId)
  return answer({
    tokens: rows.map((row) => ({ id: row.id, name: row.name, scope: row.scope, createdAt: row.created_at, expiresAt: row.expires_at, lastUsedAt: row.last_used_at })),
  })
})
