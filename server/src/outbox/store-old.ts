import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** Forgets one batch of deliveries that ended before that moment; what is still to be sent never goes. Returns how many. */
export async function forgetDeliveries(db: Db, institutionId: string, { before, limit }: { before: string; limit: number }): Promise<number> {
  const { numAffectedRows } = await sql`delete from outbox where ctid = any(array(
    select ctid from outbox where institution_id = ${institutionId} and ended_at < ${before}::timestamptz order by ended_at limit ${limit} for update skip locked))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
