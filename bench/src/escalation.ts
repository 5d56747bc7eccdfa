import { caseKeeper } from '@daodi/server/cases/keeper.ts'
import type { Connection } from '@daodi/server/database/connect.ts'
import { newIdAt } from '@daodi/server/database/new-id.ts'
import type { Services } from '@daodi/server/http/route.ts'
import { advanceObligations } from '@daodi/server/obligations/advance.ts'
import { testingSecrets } from '@daodi/server/secrets/testing-secrets.ts'
import { fillOpen } from './fill.ts'
import { measure, type Loop, type Measured } from './load.ts'
import type { Place } from './place.ts'

/** What happens while very many duties become late in the same minute. */
export interface Escalation {
  obligations: number
  seconds: number
  steps: number
  /** Entries of the ledger that tell of the same step of the same obligation more than once; has to be 0. */
  twice: number
  /** Steps that should have been taken and were not; has to be 0. */
  left: number
  quiet: Measured
  meanwhile: Measured
}

const WORKERS = 2
const A_ROUND = 200
const CONNECTIONS = 8

/**
 * Registers so many open cases that are due at the same moment, lets that moment pass with two workers at it, and reads
 * case pages meanwhile through the server at `base`, as before.
 */
export async function measureEscalation(connection: Connection, { place, base, loop, obligations, seed }: { place: Place; base: string; loop: Loop; obligations: number; seed: number }): Promise<Escalation> {
  const registeredMs = Date.now()
  await fillOpen(connection, { place, cases: obligations, seed, atMs: registeredMs })
  await connection.pool.query('vacuum analyze')
  const { rows: [latest] } = await connection.pool.query<{ at: string }>(`select mode() within group (order by due_at) as at from obligations where state = 'open' and kind = 'resolve' and opened_at >= $1`, [new Date(registeredMs - 60_000).toISOString()])
  const now = new Date(Date.parse(latest?.at ?? '') + 60_000).toISOString()
  const quiet = await measure(base, loop, { connections: CONNECTIONS, seconds: 5 })
  const started = performance.now()
  let steps = 0
  let going = true
  const worker = async (): Promise<void> => {
    for (let taken = 1; taken > 0;) { taken = await advanceObligations(servicesAt(connection, now), caseKeeper, { limit: A_ROUND }); steps += taken }
  }
  const work = Promise.all(Array.from({ length: WORKERS }, worker)).then(() => { going = false; return (performance.now() - started) / 1000 })
  const meanwhile = await measure(base, loop, { connections: CONNECTIONS, seconds: 5 })
  const seconds = await work
  if (going) throw new Error('the workers have not ended')
  return { obligations, seconds: Math.round(seconds * 10) / 10, steps, ...await faults(connection, now), quiet, meanwhile }
}

function servicesAt({ db }: Connection, now: string): Services {
  const quiet = { info: () => undefined, warn: () => undefined, error: (message: object | string) => { process.stderr.write(`${JSON.stringify(message)}\n`) } }
  return { db, clock: () => now, newId: () => newIdAt(Date.parse(now)), dataDir: '', ledgerAlgorithm: 'sha256', demo: false, log: quiet, secrets: testingSecrets }
}

async function faults({ pool }: Connection, now: string): Promise<{ twice: number; left: number }> {
  const { rows: [row] } = await pool.query<{ twice: number; left: number }>(`
    select (select count(*)::int from (select from ledger_entries where kind in ('obligation-warned', 'obligation-late', 'obligation-climbed')
        group by institution_id, data->>'obligationId', kind, data->>'rung', data->>'scheduledAt' having count(*) > 1) doubled) as twice,
      (select count(*)::int from obligations where state = 'open' and next_at <= $1) as left`, [now])
  return { twice: row?.twice ?? 0, left: row?.left ?? 0 }
}
