import { sql } from 'kysely'
import type { Db } from './route.ts'

export interface Allowance { most: number; seconds: number }

/**
 * Counts one more try under `key` in a fixed window and returns how many seconds to wait when there were too many, or 0.
 * Kept in the database, because several processes may serve the same address.
 */
export async function countTry(db: Db, key: string, allowance: Allowance, at: string): Promise<number> {
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into rate_limits (key, window_start, count) values (${key}, ${at}, 1)
    on conflict (key) do update set
      count = case when rate_limits.window_start <= ${at}::timestamptz - make_interval(secs => ${allowance.seconds}) then 1 else rate_limits.count + 1 end,
      window_start = case when rate_limits.window_start <= ${at}::timestamptz - make_interval(secs => ${allowance.seconds}) then ${at}::timestamptz else rate_limits.window_start end
    returning count, ceil(extract(epoch from window_start + make_interval(secs => ${allowance.seconds}) - ${at}::timestamptz))::int as wait`.execute(db)
  const [row] = rows
  return row && row.count > allowance.most ? Math.max(1, row.wait) : 0
}

/** Seconds to wait under `key` as things stand, without counting this as a try. */
export async function waitUnder(db: Db, key: string, allowance: Allowance, at: string): Promise<number> {
  const row = await db.selectFrom('rate_limits').select(['count', 'window_start']).where('key', '=', key).executeTakeFirst()
  if (!row || row.count <= allowance.most) return 0
  return Math.max(0, Math.ceil((Date.parse(row.window_start) + allowance.seconds * 1000 - Date.parse(at)) / 1000))
}
