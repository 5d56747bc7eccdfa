import { sql } from 'kysely'
import type { Db } from '../http/route.ts'
import { nextWake } from './store.ts'

/** How many seconds the oldest step that should have been taken waits already; 0 where nothing is behind. By the index. */
export async function workerLag(db: Db, now: string): Promise<number> {
  const next = await nextWake(db)
  return next === null ? 0 : Math.max(0, (Date.parse(now) - Date.parse(next)) / 1000)
}

export async function countObligations(db: Db): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::int as open, (count(*) filter (where late_at is not null))::int as late from obligations where state = 'open'`.execute(db)
  return rows[0] ?? { open: 0, late: 0 }
}
