import { Logger, run, type TaskList } from 'graphile-worker'
import { errorCode } from '../database/connection-errors.ts'
import type { Services } from '../http/route.ts'
import type { JobPayload } from './enqueue.ts'
import { patientPool } from './patient-pool.ts'

/** Does one queued job. May be called again for the same job, after a crash even when it had finished. */
export type Task = (payload: JobPayload, services: Services) => Promise<void>

export interface RunningJobs {
  /** Takes no new jobs and returns when those in hand are done, or given back to the queue. */
  stop: () => Promise<void>
}

/** Some wait for servers elsewhere; a few of those must not hold up everything else. */
const JOBS_AT_ONCE = 4

/** Takes jobs from the queue for as long as it runs. Several processes may do so at once: a job is taken by one of them. */
export async function runJobs(tasks: Readonly<Record<string, Task>>, services: Services, url: string): Promise<RunningJobs> {
  const taskList: TaskList = Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, async (payload: unknown) => {
    try {
      await task(payload as JobPayload, services)
    } catch (error) {
      const told = wordless(name, error)
      services.log.error({ msg: 'a job failed', task: name, error: told.message, stack: told.stack })
      throw told
    }
  }]))
  // One to listen on, one to look for jobs with, and one for each that is being marked as done.
  const pool = patientPool(url, JOBS_AT_ONCE + 2)
  const runner = await run({
    pgPool: pool, taskList, parsedCronItems: [], concurrency: JOBS_AT_ONCE, noHandleSignals: true, pollInterval: 2_000,
    logger: new Logger((scope) => (severity, message) => {
      const level: string = severity
      // Failed jobs are told above; what else the library says may quote their payloads.
      if ((level === 'error' || level === 'warning') && !message.startsWith('Failed task')) services.log.warn({ msg: 'the job queue reports a fault', ...scope })
    }),
  })
  // Also settled by a failure that the library has reported already.
  runner.promise.catch(() => services.log.error('the job runner ended by itself'))
  return { stop: async () => { await runner.stop(); await pool.end() } }
}

/** The queue keeps the message of a failed job in its table: names and codes only, for the reason given at `JobPayload`. */
function wordless(task: string, error: unknown): Error {
  const kind = error instanceof Error ? error.name : 'unknown'
  const told = new Error([task, kind, errorCode(error)].filter(Boolean).join(' '))
  const frames = error instanceof Error ? error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12) : []
  told.stack = [told.message, ...(frames ?? [])].join('\n')
  return told
}
