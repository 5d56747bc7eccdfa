import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** Forgets exports older than 24 hours: they hold personal data, and can be asked for again. */
export async function forgetExports(db: Db, at: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from exports where created_at < ${at}::timestamptz - interval '24 hours'`.execute(db)
  return Number(numAffectedRows ?? 0)
}
