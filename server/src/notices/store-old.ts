import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** Forgets one batch of notices from before that moment, read or not; returns how many. What happened stands in the ledger. */
export async function forgetNotices(db: Db, institutionId: string, { before, limit }: { before: string; limit: number }): Promise<number> {
  const { numAffectedRows } = await sql`delete from notices where ctid = any(array(
    select ctid from notices where institution_id = ${institutionId} and at < ${before}::timestamptz order by at limit ${limit} for update skip locked))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
