import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** Somebody who could use more than this many at once has a program that leaks them. */
export const MOST_TOKENS = 20

export interface NewToken {
  institutionId: string; id: string; personId: string; name: string; digest: Buffer; scope: 'read' | 'register' | 'act'
  createdAt: string; expiresAt: string
}

/** False, and nothing written, when the person has as many tokens in use as one may have. Two requests at once wait for each other. */
export async function insertToken(trx: Db, token: NewToken): Promise<boolean> {
  const { institutionId, personId, createdAt } = token
  await trx.selectFrom('people').select('id').where('institution_id', '=', institutionId).where('id', '=', personId).forNoKeyUpdate().executeTakeFirstOrThrow()
  const { count } = await trx.selectFrom('api_tokens').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('institution_id', '=', institutionId).where('person_id', '=', personId).where('revoked_at', 'is', null).where('expires_at', '>', createdAt).executeTakeFirstOrThrow()
  if (count >= MOST_TOKENS) return false
  await trx.insertInto('api_tokens').values({
    institution_id: institutionId, id: token.id, person_id: personId, name: token.name, digest: token.digest, scope: token.scope, created_at: createdAt, expires_at: token.expiresAt,
  }).execute()
  return true
}

export interface TokenRow { id: string; name: string; scope: 'read' | 'register' | 'act'; created_at: string; expires_at: string; last_used_at: string | null }

/** Those not revoked, expired ones included: whoever wonders why a program is refused finds the answer here. */
export async function tokensOf(db: Db, institutionId: string, personId: string): Promise<TokenRow[]> {
  return db.selectFrom('api_tokens').select(['id', 'name', 'scope', 'created_at', 'expires_at', 'last_used_at'])
    .where('institution_id', '=', institutionId).where('person_id', '=', personId).where('revoked_at', 'is', null).orderBy('id', 'desc').limit(100).execute()
}

export async function revokeToken(trx: Db, whose: { institutionId: string; personId: string }, tokenId: string, at: string): Promise<boolean> {
  const revoked = await trx.updateTable('api_tokens').set({ revoked_at: at })
    .where('institution_id', '=', whose.institutionId).where('person_id', '=', whose.personId).where('id', '=', tokenId).where('revoked_at', 'is', null).executeTakeFirst()
  return revoked.numUpdatedRows > 0n
}

/** Returns how many there were. */
export async function revokeTokensOf(trx: Db, whose: { institutionId: string; personId: string }, at: string): Promise<number> {
  const { numAffectedRows } = await sql`update api_tokens set revoked_at = ${at} where institution_id = ${whose.institutionId} and person_id = ${whose.personId} and revoked_at is null`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
