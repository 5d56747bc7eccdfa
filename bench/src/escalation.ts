import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { caseKeeper } from '@daodi/server/cases/keeper.ts'
import { connect, type Connection } from '@daodi/server/database/connect.ts'
import { advanceObligations } from '@daodi/server/obligations/advance.ts'
import { fillOpen, servicesAt } from './fill.ts'
import { pace, type Loop, type Paced } from './load.ts'
import type { Place } from './place.ts'

/** What happens while very many duties become late in the same minute. */
export interface Escalation {
  obligations: number
  /** From the moment they are due until the last step is taken. */
  seconds: number
  steps: number
  /** Entries of the ledger that tell of the same step of the same obligation more than once; has to be 0. */
  twice: number
  /** Steps that should have been taken and were not; has to be 0. */
  left: number
  quiet: Paced
  meanwhile: Paced
}

const A_ROUND = 200
/** What some hundred people at work ask for together. */
const REQUESTS_A_SECOND = 30
const QUIET_SECONDS = 20

interface Measuring { place: Place; base: string; loop: Loop; obligations: number; seed: number; startWorker: (now: string) => Promise<() => Promise<number>> }

/**
 * Registers so many open cases that are due at the same moment, brings the clock to the minute before, then lets that
 * moment pass. Two workers, made ready by `startWorker` and each a process of its own as in an installation, work against
 * each other and say how many steps they took, while people go on asking the server at `base` at the pace they had before.
 */
export async function measureEscalation(connection: Connection, { place, base, loop, obligations, seed, startWorker }: Measuring): Promise<Escalation> {
  const registeredMs = Date.now()
  await fillOpen(connection, { place, cases: obligations, seed, atMs: registeredMs })
  const due = await momentDue(connection, registeredMs)
  const at = (ms: number): string => new Date(due + ms).toISOString()
  // What comes before, warnings and whatever else is open, has been taken by then.
  await Promise.all([startWorker(at(-60_000)), startWorker(at(-60_000))].map(async (worker) => (await worker)()))
  await connection.pool.query('vacuum analyze')
  const now = at(1_000)
  const workers = await Promise.all([startWorker(now), startWorker(now)])
  const asking = { perSecond: REQUESTS_A_SECOND }
  await pace(base, loop, { ...asking, until: sleep(2_000) })
  const quiet = await pace(base, loop, { ...asking, until: sleep(QUIET_SECONDS * 1000) })
  const started = performance.now()
  let seconds = 0
  const work = Promise.all(workers.map((go) => go())).finally(() => { seconds = Math.round((performance.now() - started) / 100) / 10 })
  const meanwhile = await pace(base, loop, { ...asking, until: work })
  const steps = (await work).reduce((sum, taken) => sum + taken, 0)
  return { obligations, seconds, steps, ...await faults(connection, now), quiet, meanwhile }
}

/** The work of one worker process at a moment of our choosing: says that it is ready, and when told to takes every step that is due, and says how many. */
export async function runWorker(databaseUrl: string, now: string): Promise<void> {
  const connection = connect(databaseUrl, { applicationName: 'daodi bench worker', maxConnections: 4 })
  const services = servicesAt(connection.db, () => Date.parse(now))
  await connection.pool.query('select')
  process.stdout.write('ready\n')
  await once(process.stdin.resume(), 'end')
  let steps = 0
  for (let taken = 1; taken > 0;) { taken = await advanceObligations(services, caseKeeper, { limit: A_ROUND }); steps += taken }
  await connection.close()
  process.stdout.write(`${steps} steps\n`)
}

/** When most of the new duties are due. */
async function momentDue({ pool }: Connection, registeredMs: number): Promise<number> {
  const { rows: [latest] } = await pool.query<{ at: string }>(`select mode() within group (order by due_at) as at from obligations where state = 'open' and kind = 'resolve' and opened_at >= $1`, [new Date(registeredMs - 60_000).toISOString()])
  return Date.parse(latest?.at ?? '')
}

async function faults({ pool }: Connection, now: string): Promise<{ twice: number; left: number }> {
  const { rows: [row] } = await pool.query<{ twice: number; left: number }>(`
    select (select count(*)::int from (select from ledger_entries where kind in ('obligation-warned', 'obligation-late', 'obligation-climbed')
        group by institution_id, data->>'obligationId', kind, data->>'rung', data->>'scheduledAt' having count(*) > 1) doubled) as twice,
      (select count(*)::int from obligations where state = 'open' and next_at <= $1) as left`, [now])
  return { twice: row?.twice ?? 0, left: row?.left ?? 0 }
}
