import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newIdAt } from '../database/new-id.ts'
import { type ClonedDatabase, cloneDatabase } from '../database/testing.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { enqueue } from './enqueue.ts'
import { installJobs } from './install-jobs.ts'
import { releaseAbandoned } from './release-abandoned.ts'
import { testingSecrets } from '../secrets/testing-secrets.ts'
import { runJobs, type RunningJobs, type Task } from './run-jobs.ts'

let database: ClonedDatabase
const running: RunningJobs[] = []
const logged: string[] = []
const note = (message: object | string): void => { logged.push(JSON.stringify(message)) }
const services = (): Services => ({
  db: database.db, clock: () => new Date().toISOString(), newId: () => newIdAt(Date.now()), dataDir: '', ledgerAlgorithm: 'sha256', demo: false, log: { info: note, warn: note, error: note },
  secrets: testingSecrets,
})

beforeAll(async () => { database = await cloneDatabase() })
afterAll(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()))
  await database.drop()
})

async function run(tasks: Record<string, Task>): Promise<RunningJobs> {
  const jobs = await runJobs(tasks, services(), database.url)
  running.push(jobs)
  return jobs
}

async function stop(jobs: RunningJobs): Promise<void> {
  running.splice(running.indexOf(jobs), 1)
  await jobs.stop()
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const limit = performance.now() + 20_000
  while (!await isSo()) {
    if (performance.now() > limit) throw new Error('it did not happen')
    await sleep(20)
  }
}

it('does what a committed transaction queued, once though two take jobs, and nothing that was rolled back', async () => {
  const done: string[] = []
  const tasks = { note: async ({ id }: Readonly<Record<string, string>>) => { done.push(id ?? '') } }
  const [one, two] = [await run(tasks), await run(tasks)]
  await transaction(database.db, async (trx) => {
    await enqueue(trx, 'note', { id: 'undone' })
    throw new Error('changed my mind')
  }).catch(() => undefined)
  const wanted = Array.from({ length: 30 }, (_, index) => `job-${index}`)
  for (const id of wanted) await transaction(database.db, (trx) => enqueue(trx, 'note', { id }))
  await until(() => done.length >= wanted.length)
  await Promise.all([stop(one), stop(two)])
  expect(done.toSorted()).toEqual(wanted.toSorted())
})

it('keeps one waiting job of a key', async () => {
  await enqueue(database.db, 'later', { id: 'a' }, { oncePer: 'k' })
  await enqueue(database.db, 'later', { id: 'b' }, { oncePer: 'k' })
  const done: string[] = []
  const jobs = await run({ later: async ({ id }) => { done.push(id ?? '') } })
  await until(() => done.length > 0)
  await stop(jobs)
  expect(done).toEqual(['b'])
})

it('refuses words in a payload', async () => {
  await expect(enqueue(database.db, 'note', { text: '赵敏的电话' })).rejects.toThrow('the payload of note holds something other than an id in text')
})

it('keeps nothing of what people wrote when a job fails: neither in the queue nor in the log', async () => {
  let tries = 0
  const jobs = await run({ broken: async () => { tries += 1; throw Object.assign(new TypeError('赵敏的电话是13800012345'), { code: '23505' }) } })
  await enqueue(database.db, 'broken', { id: '1' })
  const failure = async () => (await sql<{ last_error: string | null }>`select last_error from graphile_worker.jobs where task_identifier = 'broken'`.execute(database.db)).rows[0]?.last_error
  await until(async () => Boolean(await failure()))
  await stop(jobs)
  expect(tries).toBe(1)
  expect(await failure()).toContain('broken TypeError 23505')
  expect(`${await failure()}${logged.join('')}`).not.toMatch(/赵敏|138000/)
  expect(logged.join('')).toContain('"task":"broken"')
})

it('finishes the job in hand before it stops', async () => {
  const steps: string[] = []
  const jobs = await run({ slow: async () => { steps.push('begun'); await sleep(400); steps.push('done') } })
  await enqueue(database.db, 'slow', { id: '1' })
  await until(() => steps.length > 0)
  await stop(jobs)
  expect(steps).toEqual(['begun', 'done'])
})

it('goes on when the server has thrown all its connections out', async () => {
  const done: string[] = []
  await run({ after: async ({ id }) => { done.push(id ?? '') } })
  for (const round of ['1', '2', '3']) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db)
    await enqueue(database.db, 'after', { id: round })
    await until(() => done.includes(round))
  }
  expect(done).toContain('3')
})

it('gives back what a worker that is gone had taken, and leaves living ones theirs', async () => {
  const done: string[] = []
  for (const id of ['dead', 'living']) await enqueue(database.db, 'orphan', { id })
  await sql`update graphile_worker._private_jobs j set locked_by = payload->>'id', locked_at = now() - case payload->>'id' when 'dead' then interval '20 minutes' else interval '5 minutes' end
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'orphan'`.execute(database.db)
  expect(await releaseAbandoned(database.db)).toBe(1)
  const jobs = await run({ orphan: async ({ id }) => { done.push(id ?? '') } })
  await until(() => done.length > 0)
  await stop(jobs)
  expect(done).toEqual(['dead'])
})

it('installs the queue again and from several processes at once without harm', async () => {
  await Promise.all([installJobs(database.url), installJobs(database.url), installJobs(database.url)])
  expect((await sql`select from graphile_worker.migrations`.execute(database.db)).rows.length).toBeGreaterThan(10)
})
