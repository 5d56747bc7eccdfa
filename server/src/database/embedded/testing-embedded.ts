import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { dataFolder } from './data-folder.ts'
import type { OperatingUser } from './operating-user.ts'
import { parsePidFile, peekRunningServer } from './pid-file.ts'
import { isAlive } from './processes.ts'

/** A folder that every user may pass through, as the one for data must be where root starts the server. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daodi-embedded-'))
  chmodSync(folder, 0o755)
  return folder
}

export function serverPid(dataDir: string): number {
  const named = parsePidFile(readFileSync(join(dataFolder(dataDir).cluster, 'postmaster.pid'), 'utf8'))
  if (named === undefined) throw new Error('postmaster.pid names no process')
  return named.pid
}

/** Ends whatever a failed test has left running on the folder, and removes it. */
export function removeFolder(folder: string, dataDir = folder): void {
  const server = peekRunningServer(dataFolder(dataDir))
  if (server?.certain === true) killAndWait(server.pid)
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

export function killAndWait(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
    return
  }
  const giveUpAt = performance.now() + 10_000
  while (isAlive(pid) && performance.now() < giveUpAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
}

export interface Starter {
  process: ChildProcess
  pid: number
  /** The next line that is not from the log. */
  answer: () => Promise<Record<string, unknown>>
  exited: Promise<number | null>
}

/** The starter program as a process of its own, optionally of another user. */
export function spawnStarter(dataDir: string, user?: OperatingUser): Starter {
  const here = dirname(fileURLToPath(import.meta.url))
  const identity = user === undefined ? {} : { uid: user.uid, gid: user.gid }
  const child = spawn(process.execPath, ['--import', 'tsx', join(here, 'testing-starter.ts'), dataDir], {
    ...identity,
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: here,
  })
  const answers: Record<string, unknown>[] = []
  const waiting: ((answer: Record<string, unknown>) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer: unknown = JSON.parse(line)
    if (typeof answer !== 'object' || answer === null || 'log' in answer) return
    const next = waiting.shift()
    if (next === undefined) answers.push({ ...answer })
    else next({ ...answer })
  })
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const answer = (): Promise<Record<string, unknown>> => {
    const ready = answers.shift()
    return ready === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(ready)
  }
  if (child.pid === undefined) throw new Error('the starter could not be started')
  return { process: child, pid: child.pid, answer, exited }
}
