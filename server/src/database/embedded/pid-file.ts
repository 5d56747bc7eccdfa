import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from '../connection-errors.ts'
import type { DatabaseLog } from '../log.ts'
import type { DataFolder } from './data-folder.ts'
import { findServersOf, isAlive, isServerOf } from './processes.ts'

/** What a running server says of itself in postmaster.pid; `port` 0 and `ready` false while it is still starting. */
export interface RunningServer {
  pid: number
  port: number
  ready: boolean
  /** False where the system would not say whether the process is this folder's server: then only connecting tells. */
  certain: boolean
}

/** Another pg_ctl left behind by a killed start may have created the file and not yet written it. */
const EMPTY_FILE_GRACE = 1_500

function readPidFile(folder: DataFolder): string | undefined {
  try {
    return readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Line 1 pid, 4 port, 8 state: the file format is PostgreSQL's miscadmin.h. */
export function parsePidFile(text: string): { pid: number; port: number; ready: boolean } | undefined {
  const lines = text.split('\n')
  // A standalone backend writes its pid negated.
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isSafeInteger(pid) || pid === 0) return undefined
  return { pid, port: Number(lines[3] ?? 0) || 0, ready: lines[7]?.trim() === 'ready' }
}

/** As findRunningServer, but only looks: what cannot be a server is left lying. */
export function peekRunningServer(folder: DataFolder): RunningServer | undefined {
  const named = parsePidFile(readPidFile(folder) ?? '')
  if (named === undefined || !isAlive(named.pid)) return undefined
  const verdict = isServerOf(named.pid, folder.cluster)
  return verdict === false ? undefined : { ...named, certain: verdict === true }
}

/**
 * The server running on the folder, or undefined. A postmaster.pid that no such server stands behind (left by a kill,
 * empty, or naming a process that is something else) would block the next start and is removed. Should one stand
 * behind it after all, PostgreSQL's own shared-memory check still refuses a second server on the same folder.
 */
export async function findRunningServer(folder: DataFolder, log: DatabaseLog): Promise<RunningServer | undefined> {
  const graceEnd = performance.now() + EMPTY_FILE_GRACE
  for (;;) {
    const text = readPidFile(folder)
    if (text === undefined) return undefined
    const named = parsePidFile(text)
    if (named !== undefined) {
      const verdict = isAlive(named.pid) ? isServerOf(named.pid, folder.cluster) : false
      if (verdict !== false) return { ...named, certain: verdict === true }
      return removePidFile(folder, log, `names process ${named.pid}, which is not its server`)
    }
    if (performance.now() > graceEnd) {
      const hidden = findServersOf(folder.cluster)
      if (hidden.length === 0) return removePidFile(folder, log, 'is empty or damaged')
      // It would find its file damaged within a minute and end by itself; SIGINT ends it now, in good order.
      for (const pid of hidden) process.kill(pid, 'SIGINT')
    }
    await sleep(100)
  }
}

export function removePidFile(folder: DataFolder, log: DatabaseLog, why: string): undefined {
  log.warn(`The database was not stopped properly (postmaster.pid ${why}); removing that file.`)
  rmSync(join(folder.cluster, 'postmaster.pid'), { force: true })
  return undefined
}
