import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolClient } from 'pg'
import { columnParsers } from './column-values.ts'
import { errorText, errorTextZh, mayReconnect } from './connection-errors.ts'
import { observeStatements } from './count-statements.ts'
import { type DatabaseLog, silentLog } from './log.ts'
import { OperatorError } from './operator-error.ts'
import { prepareStatements } from './prepared-statements.ts'
import { sendAhead } from './send-ahead.ts'
import type { Tables } from './tables.ts'

export interface ConnectOptions {
  log?: DatabaseLog
  /** Shown in pg_stat_activity. */
  applicationName?: string
  maxConnections?: number
  /** A statement that runs longer is cancelled; 0 switches the limit off. Milliseconds. */
  statementTimeout?: number
  /** How long a new connection keeps trying while the server refuses or restarts. Milliseconds. */
  reconnectFor?: number
}

export interface Connection {
  db: Kysely<Tables>
  pool: Pool
  /** Waits for connections in use, then closes all. May be called twice. */
  close: () => Promise<void>
}

const IDLE_IN_TRANSACTION_LIMIT = 60_000
const FIRST_PAUSE = 20
const LONGEST_PAUSE = 500

/**
 * A pool and Kysely on it; opens no connection yet. A server that goes away never crashes the process: idle
 * connections are dropped with a warning, statements in flight fail, and the next connection waits `reconnectFor`
 * for the server to come back. A statement is never repeated, because nobody knows whether it was done.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const log = options.log ?? silentLog
  const pool = new Pool({
    connectionString: url,
    application_name: options.applicationName ?? 'daodi',
    max: options.maxConnections ?? 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    statement_timeout: options.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_LIMIT,
    // Compiling a plan takes longer than any of our statements; and so does trying every order of ten joins, which our
    // statements already write in the order that is wanted. What is read lies in memory or on a disk without moving parts,
    // so looking up fifty rows by an index beats reading a whole table.
    options: '-c timezone=UTC -c datestyle=ISO -c jit=off -c join_collapse_limit=1 -c random_page_cost=1.1',
    types: columnParsers(),
  })
  sendAhead(pool)
  prepareStatements(pool)
  observeStatements(pool)
  pool.on('error', (error) => log.warn(`A database connection was lost: ${errorText(error)}`))
  // A connection in use but between two statements has no other listener; without this one its loss ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined))

  const reconnectFor = options.reconnectFor ?? 5_000
  const patientPool = { connect: () => connectPatiently(pool, reconnectFor), end: () => pool.end() }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: patientPool }) })
  let closed: Promise<void> | undefined
  return { db, pool, close: () => (closed ??= pool.ending ? Promise.resolve() : pool.end()) }
}

/** A connection from the pool, trying again for `patience` milliseconds while the server cannot be reached. */
async function connectPatiently(pool: Pool, patience: number): Promise<PoolClient> {
  const giveUpAt = performance.now() + patience
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await pool.connect()
    } catch (error) {
      if (pool.ending || !mayReconnect(error) || performance.now() + pause > giveUpAt) throw error
    }
    await sleep(pause)
  }
}

/**
 * For start-up: returns once the server answers. Throws an OperatorError after `patience` milliseconds of refusals, and
 * at once where waiting cannot help (wrong password, no such database).
 */
export async function waitForDatabase(pool: Pool, patience = 30_000): Promise<void> {
  try {
    const client = await connectPatiently(pool, patience)
    client.release()
  } catch (error) {
    throw new OperatorError(`连不上数据库：${errorTextZh(error)}。请检查数据库是否在运行、DATABASE_URL 是否正确。`, `The database cannot be reached: ${errorText(error)}. Check that it runs and that DATABASE_URL is right.`, { cause: error })
  }
}
