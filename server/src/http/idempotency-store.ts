import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Refused } from './refused.ts'
import type { Db } from './route.ts'

export interface FirstAnswer { status: number; reply: unknown }

/** The request as one digest: the same key with another request is a mistake of the client, not a repetition. */
export function requestDigest(method: string, url: string, body: unknown): Buffer {
  return createHash('sha256').update(`${method} ${url}\n${JSON.stringify(body) ?? ''}`).digest()
}

/**
 * Takes the key for this request inside its transaction. A second request with the same key waits here until the first
 * has committed, and then gets the first answer; after a rollback it goes ahead itself.
 */
export async function claimKey(trx: Db, claim: { caller: string; key: string; digest: Buffer; at: string }): Promise<FirstAnswer | null> {
  const { caller, key, digest, at } = claim
  const { rows } = await sql<{ mine: boolean; same: boolean; status: number | null; reply: unknown }>`
    with taken as (
      insert into idempotency_keys (caller, key, request_digest, created_at) values (${caller}, ${key}, ${digest}, ${at})
      on conflict (caller, key) do update set request_digest = excluded.request_digest, created_at = excluded.created_at, status = null, reply = null, case_id = null
        where idempotency_keys.created_at < ${at}::timestamptz - interval '24 hours'
      returning 1)
    select true as mine, true as same, null::int as status, null::jsonb as reply from taken`.execute(trx)
  if (rows[0]) return null
  const first = await trx.selectFrom('idempotency_keys').select(['request_digest', 'status', 'reply']).where('caller', '=', caller).where('key', '=', key).executeTakeFirst()
  if (!first || first.status === null) throw new Refused('idempotency-in-progress')
  if (!first.request_digest.equals(digest)) throw new Refused('idempotency-conflict')
  return { status: first.status, reply: first.reply }
}

export async function keepAnswer(trx: Db, kept: { caller: string; key: string; status: number; reply: unknown; caseId: string | null }): Promise<void> {
  await trx.updateTable('idempotency_keys')
    .set({ status: kept.status, reply: JSON.stringify(kept.reply ?? null), case_id: kept.caseId })
    .where('caller', '=', kept.caller).where('key', '=', kept.key).execute()
}
