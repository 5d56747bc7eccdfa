import { sql } from 'kysely'
import type { Db } from './route.ts'

const BATCH = 5_000

/**
 * Removes what only helps for a while: answers kept for repeated requests after 24 hours, counts of tries after a day.
 * In batches, so that no request waits long for a row. Returns how many rows went.
 */
export async function purgeRequests(db: Db, at: string, signal: AbortSignal): Promise<number> {
  let gone = 0
  for (let batch = BATCH; batch === BATCH && !signal.aborted;) {
    const { numAffectedRows } = await sql`delete from idempotency_keys where ctid = any(array(
      select ctid from idempotency_keys where created_at < ${at}::timestamptz - interval '24 hours' order by created_at limit ${BATCH} for update skip locked))`.execute(db)
    batch = Number(numAffectedRows ?? 0)
    gone += batch
  }
  const counts = await sql`delete from rate_limits where window_start < ${at}::timestamptz - interval '1 day'`.execute(db)
  return gone + Number(counts.numAffectedRows ?? 0)
}
