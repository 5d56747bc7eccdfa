import { randomBytes } from 'node:crypto'
import { createToken } from '@daodi/contract/staff/access/tokens.ts'
import { transaction } from '../database/transaction.ts'
import { route, type Services } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { secretDigest } from './store.ts'
import { insertToken, type NewToken } from './store-tokens.ts'

/** So that scanners for leaked secrets, and people, know what they have found. */
const PREFIX = 'daodi_'
const DAY_MS = 86_400_000

type TokenAsked = Pick<NewToken, 'institutionId' | 'personId' | 'name' | 'scope'> & { days: number; at: string; actor: string }
export interface IssuedToken { id: string; token: string; expiresAt: string }

/** A new token, told once: the database keeps its digest. Null when the person has too many. */
export async function issueToken(services: Services, asked: TokenAsked): Promise<IssuedToken | null> {
  const { institutionId, personId, scope, days, at, actor } = asked
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`
  const id = services.newId()
  const expiresAt = new Date(Date.parse(at) + days * DAY_MS).toISOString()
  const isIssued = await transaction(services.db, async (trx) => {
    if (!await insertToken(trx, { institutionId, id, personId, name: asked.name, digest: secretDigest(token), scope, createdAt: at, expiresAt })) return false
    const data = { tokenId: id, scope, days }
    await appendFact(trx, { institutionId, stream: personStream(personId), kind: 'token-created', data, actor, at, algorithm: services.ledgerAlgorithm })
    return true
  })
  return isIssued ? { id, token, expiresAt } : null
}

/** In a transaction of its own, because the answer kept for a repeated request would hold the token in the clear. */
export const createTokenRoute = route(createToken, async ({ body, caller, at }, services) => {
  const issued = await issueToken(services, { ...body, institutionId: caller.institutionId, personId: caller.personId, at, actor: caller.personId })
  return issued ? { ok: true, value: issued } : { ok: false, refusal: 'too-many-tokens' }
}, 'own')
