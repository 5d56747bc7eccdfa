import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from '../connection-errors.ts'
import { OperatorError } from '../operator-error.ts'
import type { DataFolder } from './data-folder.ts'
import { isAlive, processIdentity } from './processes.ts'

export interface FolderLock {
  release: () => void
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** The pid in a lock's text if the very process that wrote it still lives; a reused pid has another start time. */
function livingHolder(text: string): number | undefined {
  const [pid = '', identity = ''] = text.split('\n')
  const holder = Number(pid)
  if (!Number.isSafeInteger(holder) || holder <= 0) return undefined
  return isAlive(holder) && processIdentity(holder) === identity ? holder : undefined
}

/** The process that has `folder` in use, if any. */
export function folderHolder(folder: DataFolder): number | undefined {
  const text = readLock(folder.lock)
  return text === undefined ? undefined : livingHolder(text)
}

/**
 * Takes the data folder for this process until `release`. A lock whose process has ended, however it ended, is taken
 * over. Refuses with an OperatorError naming the living holder, this very process included.
 */
export async function lockFolder(folder: DataFolder): Promise<FolderLock> {
  const mine = `${process.pid}\n${processIdentity(process.pid)}\n`
  const draft = `${folder.lock}.${process.pid}`
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const found = readLock(folder.lock)
    if (found === undefined) {
      if (createLock(folder.lock, draft, mine)) {
        await sleep(50)
        if (readLock(folder.lock) === mine) return { release: () => releaseLock(folder.lock, mine) }
      }
    } else {
      const holder = livingHolder(found)
      if (holder !== undefined)
        throw new OperatorError(
          `数据文件夹 ${folder.root} 正被另一个运行中的到底使用（进程 ${holder}）；请先停掉它，或把 DATA_DIR 设为别的文件夹。`,
          `The data folder ${folder.root} is in use by another running Daodi (process ${holder}); stop that one, or set DATA_DIR to another folder.`,
        )
      removeStaleLock(folder.lock, found)
    }
    await sleep(20)
  }
  throw new OperatorError(`锁文件 ${folder.lock} 一直在变；请查看是哪些进程在同时启动。`, `The lock file ${folder.lock} changes all the time; see which processes are starting at once.`)
}

/** A hard link appears at once and complete, and only one of several can make it. */
function createLock(path: string, draft: string, text: string): boolean {
  writeFileSync(draft, text, { mode: 0o644 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Two processes may both find the same stale lock: whoever moves away a fresh one instead puts it back. */
function removeStaleLock(path: string, stale: string): void {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
    if (readLock(aside) !== stale) linkSync(aside, path)
  } catch (error) {
    const code = errorCode(error)
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}

function releaseLock(path: string, text: string): void {
  if (readLock(path) === text) rmSync(path, { force: true })
}
