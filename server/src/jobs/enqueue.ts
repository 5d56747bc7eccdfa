import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** Ids and codes only. A job's row outlives the act and is not erased with a person, so it may never hold what people wrote. */
export type JobPayload = Readonly<Record<string, string>>

const ID_OR_CODE = /^[0-9A-Za-z:._-]{1,100}$/

/**
 * Queues a job in the caller's transaction: it is there when that commits, and never otherwise. The worker does it at
 * least once, so the task must be idempotent. With `oncePer`, a job still waiting under the same key is replaced.
 * Refuses (RangeError) a payload of anything but ids and codes.
 */
export async function enqueue(trx: Db, task: string, payload: JobPayload, { oncePer }: { oncePer?: string } = {}): Promise<void> {
  const free = Object.entries(payload).find(([, value]) => !ID_OR_CODE.test(value))
  if (free) throw new RangeError(`the payload of ${task} holds something other than an id in ${free[0]}`)
  await sql`select graphile_worker.add_job(${task}, payload => ${JSON.stringify(payload)}::json, job_key => ${oncePer ?? null}, max_attempts => 12)`.execute(trx)
}
