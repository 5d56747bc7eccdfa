import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exportsFolder } from './exports/folder.ts'
import { settled } from './ledger/testing-settled.ts'
import { verifyLive } from './ledger/verify-live.ts'
import { makeWorld, type World } from './testing-world.ts'
import { startWorker, type RunningWorker } from './worker.ts'

let world: World
let dataDir: string
const workers: RunningWorker[] = []

beforeEach(async () => {
  world = await makeWorld()
  dataDir = await mkdtemp(join(tmpdir(), 'daodi-worker-'))
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await world.drop()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(): Promise<RunningWorker> {
  const worker = await startWorker({ ...world.services, dataDir }, { url: world.url })
  workers.push(worker)
  return worker
}

async function until<Value>(read: () => Promise<Value | undefined | null | false>): Promise<Value> {
  const limit = performance.now() + 20_000
  for (;;) {
    const value = await read()
    if (value) return value
    if (performance.now() > limit) throw new Error('it did not happen')
    await sleep(30)
  }
}

it('climbs with what is late, each step once with two workers, and seals at the stop', async () => {
  const ids: string[] = []
  for (let index = 0; index < 6; index += 1) {
    const { status, body } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', category: 'consultation', subject: `第${index}件`, requester: { name: '赵敏', phone: '13800000001' } })
    if (status !== 201) throw new Error(JSON.stringify(body))
    ids.push(body.id)
  }
  world.setTime('2026-04-20 09:00')
  await Promise.all([start(), start()])
  await until(async () => {
    const { open } = await world.db.selectFrom('obligations').select(({ fn }) => fn.countAll<number>().as('open')).where('state', '=', 'open').where('next_at', 'is not', null).where('next_at', '<=', world.services.clock()).executeTakeFirstOrThrow()
    return open === 0
  })
  await settled(world.db)
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  const steps = await world.db.selectFrom('ledger_entries').select(['stream', 'kind', 'data']).where('actor', '=', 'system').execute()
  const told = steps.map(({ stream, kind, data }) => [stream, kind, data['obligationId'], data['rung']].join())
  expect(new Set(told).size).toBe(told.length)
  expect(steps.filter(({ kind }) => kind === 'obligation-late').length).toBe(ids.length)
  expect(await verifyLive(world.services)).toMatchObject({ ok: true, ledger: { unsealed: 0 } })
})

it('forgets answers, counts, sessions and exports when their day is over, and nothing younger', async () => {
  const [old, young] = ['2026-03-01T00:00:00.000Z', '2026-03-02T00:59:00.000Z']
  const { db, institutionId, people } = world
  for (const [key, at] of [['old', old], ['young', young]] as const) {
    await db.insertInto('idempotency_keys').values({ caller: 'x', key, request_digest: Buffer.from('x'), status: 201, reply: '{}', case_id: null, created_at: at }).execute()
    await db.insertInto('rate_limits').values({ key, window_start: at, count: 1 }).execute()
    await db.insertInto('sessions').values({ digest: Buffer.from(key), institution_id: institutionId, person_id: people.li, created_at: at, seen_at: at }).execute()
    await db.insertInto('exports').values({ institution_id: institutionId, id: world.services.newId(), person_id: people.li, layout: 'brief', language: 'en', filters: '{}', state: 'done', total: 1, created_at: at }).execute()
  }
  const folder = exportsFolder(dataDir)
  await mkdir(folder, { recursive: true })
  for (const [name, at] of [['old.xlsx', old], ['young.xlsx', young]] as const) {
    await writeFile(join(folder, name), '')
    await utimes(join(folder, name), new Date(at), new Date(at))
  }
  await start()
  await until(async () => (await readdir(folder)).length === 1)
  expect(await readdir(folder)).toEqual(['young.xlsx'])
  expect((await db.selectFrom('idempotency_keys').select('key').execute()).map(({ key }) => key)).toEqual(['young'])
  expect((await db.selectFrom('rate_limits').select('key').execute()).map(({ key }) => key)).toEqual(['young'])
  expect((await db.selectFrom('sessions').select('digest').execute()).map(({ digest }) => digest.toString())).toEqual(['young'])
  expect((await db.selectFrom('exports').select('created_at').execute()).map(({ created_at }) => created_at)).toEqual([young])
})
