import { randomInt } from 'node:crypto'
import { readFileSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { errorCode, errorText, mayReconnect } from '../connection-errors.ts'
import { OperatorError } from '../operator-error.ts'
import { ADMINISTRATOR, APPLICATION, type Cluster, type ClusterPasswords, writeSettings } from './cluster.ts'
import type { DataFolder } from './data-folder.ts'
import { sharedBuffers } from './memory.ts'
import { isAlive } from './processes.ts'
import { runCommand } from './run-command.ts'

/** Long, because after a crash the server first replays its log. */
const START_LIMIT = 600_000
const STOP_LIMIT = 90_000
const LARGEST_LOG = 5_000_000

/** Below the range from which systems take ports for outgoing connections, so that a restart finds it free again. */
const LOWEST_PORT = 20_000
const HIGHEST_PORT = 30_000

/**
 * Loopback only, with a password; no Unix socket. Messages below LOG stay out of the server's log, because those of
 * failing statements quote what people wrote.
 */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_checkpoints: 'off',
  jit: 'off',
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = randomInt(LOWEST_PORT, HIGHEST_PORT)
    if (await isFree(port)) return port
  }
  throw new OperatorError(`127.0.0.1 上 ${LOWEST_PORT} 到 ${HIGHEST_PORT} 之间没有空闲端口。`, `No free port was found on 127.0.0.1 between ${LOWEST_PORT} and ${HIGHEST_PORT}.`)
}

function logFile(folder: DataFolder): string {
  return join(folder.cluster, 'server.log')
}

function logTail(folder: DataFolder): string {
  try {
    return readFileSync(logFile(folder), 'utf8').trim().split('\n').slice(-6).join('\n')
  } catch {
    return ''
  }
}

function shortenLog(folder: DataFolder): void {
  const size = statSync(logFile(folder), { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG) truncateSync(logFile(folder), 0)
}

/** Starts the server and returns when it takes connections, or throws with the end of the server's own log. */
export async function startServer(cluster: Cluster, port: number, settings: Record<string, string>): Promise<void> {
  const { folder, programs, user } = cluster
  shortenLog(folder)
  writeSettings(cluster, { ...SETTINGS, shared_buffers: sharedBuffers(), ...settings, port: String(port) })
  const args = ['start', '-w', '-s', '-t', String(START_LIMIT / 1000), '-D', folder.cluster, '-l', logFile(folder)]
  const { code, output } = await runCommand(programs.pgCtl, args, { user, cwd: folder.cluster, timeout: START_LIMIT + 10_000 })
  if (code !== 0) throw new OperatorError(`数据库没有启动起来，它的输出见下：`, `The database server did not start: ${output}\n${logTail(folder)}`)
}

/** Stops the server in good order: statements are cut off, what is committed is on disk. Nothing happens where none runs. */
export async function stopServer(cluster: Cluster, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const { folder, programs, user } = cluster
  const args = ['stop', '-w', '-s', '-m', mode, '-t', String(STOP_LIMIT / 1000), '-D', folder.cluster]
  const { code, output } = await runCommand(programs.pgCtl, args, { user, cwd: folder.root, timeout: STOP_LIMIT + 10_000 })
  if (code === 0 || /PID file .* does not exist|No such process/.test(output)) return
  if (mode === 'fast') return stopServer(cluster, 'immediate')
  throw new OperatorError(`数据库停不下来：${output}`, `The database server could not be stopped: ${output}`)
}

export interface ServerAddress {
  port: number
  passwords: ClusterPasswords
}

export function administratorUrl({ port, passwords }: ServerAddress): string {
  return `postgres://${ADMINISTRATOR}:${passwords.administrator}@127.0.0.1:${port}/postgres`
}

export function applicationUrl({ port, passwords }: ServerAddress): string {
  return `postgres://${APPLICATION}:${passwords.application}@127.0.0.1:${port}/${APPLICATION}`
}

async function withAdministrator<Result>(address: ServerAddress, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: administratorUrl(address), connectionTimeoutMillis: 10_000, application_name: 'daodi supervisor' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Whether the server at `address` is the one working on `folder`, asked with the administrator's password. Waits while
 * it is starting up, at most `patience` milliseconds; false when something else answers there, or process `pid` is gone.
 */
export async function answersFor(folder: DataFolder, address: ServerAddress, { pid, patience }: { pid: number; patience: number }): Promise<boolean> {
  const giveUpAt = performance.now() + patience
  while (performance.now() < giveUpAt) {
    try {
      return await withAdministrator(address, async (client) => {
        const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
        return rows[0]?.folder === folder.cluster
      })
    } catch (error) {
      if (!mayReconnect(error)) return false
      if (!isAlive(pid)) return false
    }
    await sleep(100)
  }
  return false
}

const ROLE_EXISTS = '42710'
/** Any fixed number: one process at a time sets up the program's role and database. */
const SET_UP_LOCK = 7_305_209_116

/** Makes the program's own role and database where they are missing. The role owns its database and nothing else. */
export async function ensureApplicationDatabase(address: ServerAddress): Promise<void> {
  await withAdministrator(address, async (client) => {
    const statements = [
      `create role ${APPLICATION} login password '${address.passwords.application}'`,
      `create database ${APPLICATION} owner ${APPLICATION} template template0`,
    ]
    // A process that was killed may have left its CREATE DATABASE at work; its session ends, and gives the lock back, after that.
    await client.query('select pg_advisory_lock($1)', [SET_UP_LOCK])
    const { rows } = await client.query<{ ready: boolean }>('select exists (select from pg_database where datname = $1) as ready', [APPLICATION])
    if (rows[0]?.ready === true) return
    for (const statement of statements) {
      await client.query(statement).catch((error: unknown) => {
        if (errorCode(error) !== ROLE_EXISTS) throw new Error(`The database could not be set up: ${errorText(error)}`, { cause: error })
      })
    }
  })
}
