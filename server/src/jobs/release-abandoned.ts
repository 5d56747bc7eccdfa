import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/**
 * Gives jobs back that a worker took and, killed or cut off, never finished. The library itself waits four hours; no task
 * of ours takes a quarter of one. Returns how many workers were given up.
 */
export async function releaseAbandoned(db: Db): Promise<number> {
  const { rows } = await sql<{ workers: string[] | null }>`
    select array_agg(distinct locked_by) as workers from graphile_worker.jobs where locked_at < now() - interval '15 minutes'`.execute(db)
  const workers = rows[0]?.workers ?? []
  if (workers.length > 0) await sql`select graphile_worker.force_unlock_workers(${workers}::text[])`.execute(db)
  return workers.length
}
