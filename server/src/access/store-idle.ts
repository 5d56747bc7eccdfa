import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** Sessions that no policy can still accept: a session ends 16 hours after signing in, whatever happens (see `callerBySession`). */
export async function purgeSessions(db: Db, at: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from sessions where seen_at < ${at}::timestamptz - interval '16 hours'`.execute(db)
  return Number(numAffectedRows ?? 0)
}
