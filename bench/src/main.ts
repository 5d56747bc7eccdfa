import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { connect, type Connection } from '@daodi/server/database/connect.ts'
import { startEmbedded } from '@daodi/server/database/embedded/start-embedded.ts'
import { silentLog } from '@daodi/server/database/log.ts'
import { migrate } from '@daodi/server/database/migrate.ts'
import { runBareServer } from './bare-server.ts'
import { bringDirectory, mattersByObject, planDuty } from './directory.ts'
import { measureEscalation, runWorker } from './escalation.ts'
import { fill, learnAll } from './fill.ts'
import { measure, type Loop, type Measured } from './load.ts'
import { everydayLoop, loopsFor } from './loops.ts'
import { tryMessages } from './messages.ts'
import { withChild, withServer } from './own-server.ts'
import { makePlace, type Place } from './place.ts'
import { table, writeInto, type Result } from './table.ts'

const CONNECTIONS = [1, 8, 32]
const SMALL = 1000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { messages: { type: 'string' }, cases: { type: 'string', default: '100000' }, seconds: { type: 'string', default: '4' }, seed: { type: 'string', default: '20260302' }, escalations: { type: 'string', default: '10000' }, json: { type: 'string' }, docs: { type: 'string' } },
})

// The bench starts itself anew for what has to run in a process of its own.
const [part, url = '', now = ''] = positionals
if (part === 'bare') await runBareServer(url)
else if (part === 'worker') await runWorker(url, now)
else await bench()

async function bench(): Promise<void> {
  const cases = Number(values.cases)
  const seconds = Number(values.seconds)
  if (!Number.isInteger(cases) || cases < SMALL || !(seconds > 0)) throw new RangeError(`--cases takes a whole number from ${SMALL}, --seconds a number above 0`)
  await withDatabase(async (connection, url, dataDir) => {
    if (values.messages !== undefined) {
      const tried = await tryMessages(values.messages, { connection, url, dataDir })
      process.stdout.write(`${JSON.stringify(tried, null, 2)}\n`)
      if (tried.missing.length > 0) process.exitCode = 1
      return
    }
    const result = await run(connection, url, { cases, seconds, seed: Number(values.seed), escalations: Number(values.escalations), dataDir })
    process.stdout.write(`${table(result)}\n`)
    if (values.docs) await writeInto(values.docs, table(result))
    if (values.json) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`)
    else process.stdout.write(`${JSON.stringify(result)}\n`)
  })
}

async function withDatabase(work: (connection: Connection, url: string, dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daodi-bench-'))
  // As root, PostgreSQL runs as another user, who has to get into the folder.
  await chmod(dataDir, 0o755)
  const database = await startEmbedded({ dataDir, log: silentLog })
  const connection = connect(database.url, { applicationName: 'daodi bench', maxConnections: 14 })
  try {
    await migrate(database.url, {})
    await work(connection, database.url, dataDir)
  } finally {
    await connection.close()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface Plan { cases: number; seconds: number; seed: number; escalations: number; dataDir: string }

async function run(connection: Connection, url: string, plan: Plan): Promise<Result> {
  const endMs = Date.now()
  const startMs = endMs - 250 * 86_400_000
  const place = await makePlace(connection, new Date(startMs).toISOString())
  tell('a directory of 5,000 people and 2,000 matters')
  const directory = await withServer(url, plan.dataDir, (base) => bringDirectory(connection, place, base))
  const matters = await mattersByObject(connection, place)
  const filled = async (from: number, to: number): Promise<void> => {
    await fillFast(connection, async () => {
      await fill(connection, { place, cases: to, from, seed: plan.seed, startMs, endMs, matters, onProgress: (done) => tell(`${done} cases`) })
      await learnAll(connection)
    })
    await connection.pool.query('vacuum analyze')
  }
  await filled(0, SMALL)
  const small = await withServer(url, plan.dataDir, async (base) => readings(base, connection, place, plan.seconds))
  await filled(SMALL, plan.cases)
  const bare = await withChild([fileURLToPath(import.meta.url), 'bare', url], {}, (base) => bareFigures(base, plan.seconds))
  const measured = await withServer(url, plan.dataDir, async (base, child) => {
    await planDuty(connection, place, base)
    const operations: Record<string, Measured[]> = {}
    const loops = await loopsFor(connection, place)
    // A server has been at work for a while when people come.
    await measure(base, everydayLoop(loops), { connections: 8, seconds: plan.seconds })
    for (const [name, loop] of Object.entries(loops)) {
      tell(name)
      operations[name] = await each((connections) => measure(base, loop, { connections, seconds: plan.seconds }))
    }
    return { operations, memoryMb: await memoryOf(child) }
  })
  tell('duties late in one minute')
  const loop = everydayLoop(await loopsFor(connection, place))
  const startWorker = (at: string): Promise<() => Promise<number>> => readyWorker([fileURLToPath(import.meta.url), 'worker', url, at])
  const escalation = await withServer(url, plan.dataDir, (base) => measureEscalation(connection, { place, base, loop, obligations: plan.escalations, seed: plan.seed, startWorker }))
  const size = await connection.pool.query<{ bytes: number }>('select pg_database_size(current_database()) as bytes')
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version }
  return { machine, cases: plan.cases, small: { cases: SMALL, operations: small }, bare, directory, ...measured, escalation, databaseMb: Math.round((size.rows[0]?.bytes ?? 0) / 2 ** 20) }
}

async function bareFigures(base: string, seconds: number): Promise<Result['bare']> {
  const one = (call: Loop): Promise<Measured[]> => each((connections) => measure(base, call, { connections, seconds }))
  return {
    'empty route': await one(() => () => ({ method: 'GET', path: '/empty' })), 'select one row': await one(() => () => ({ method: 'GET', path: '/select' })),
    'insert one row': await one(() => () => ({ method: 'POST', path: '/insert', body: {} })),
  }
}

/** A worker that waits for its moment, as those of an installation do; what comes of it is what it says in the end. */
async function readyWorker(args: string[]): Promise<() => Promise<number>> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close') as Promise<[number | null]>
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await Promise.race([once(child.stdout, 'data'), ended])
  return async () => {
    child.stdin.end()
    const [code] = await ended
    if (code !== 0) throw new Error(`a worker ended with ${code}`)
    return Number(/^(\d+) steps$/m.exec(said)?.[1])
  }
}

/** While filling, a commit need not reach the disk: nothing is measured then. */
async function fillFast(connection: Connection, work: () => Promise<void>): Promise<void> {
  const set = async (value: string): Promise<void> => { await connection.pool.query(`do $$ begin execute format('alter database %I set synchronous_commit = ${value}', current_database()); end $$`) }
  await set('off')
  await work()
  await set('on')
}

/** Long work says what it is at; figures alone go to standard output. */
function tell(stage: string): void {
  process.stderr.write(`${stage}\n`)
}

async function readings(base: string, connection: Connection, place: Place, seconds: number): Promise<Record<string, Measured[]>> {
  const found: Record<string, Measured[]> = {}
  for (const [name, loop] of Object.entries(await loopsFor(connection, place))) {
    if (!/list|search/.test(name)) continue
    tell(name)
    found[name] = [await measure(base, loop, { connections: 8, seconds })]
  }
  return found
}

async function each(one: (connections: number) => Promise<Measured>): Promise<Measured[]> {
  const all: Measured[] = []
  for (const connections of CONNECTIONS) all.push(await one(connections))
  return all
}

async function memoryOf(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
