// One preparation at a time: two `npm start` side by side would otherwise install and build over each other.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const foreignHolderLivesMs = 30 * 60_000
const breakerLivesMs = 10_000

/**
 * Runs `work` while holding the lock file, waiting for whoever holds it now. A holder that died is noticed by its
 * process id and, where /proc tells, by that process's start, so a reused id does not block for ever.
 * @template T
 * @param {string} file
 * @param {{ onWait?: (holder: number) => void, pollMs?: number }} options
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, options, work) {
  const mine = { pid: process.pid, host: hostname(), started: startOf(process.pid), token: randomUUID() }
  await mkdir(dirname(file), { recursive: true })
  let told = false
  while (!await createOnly(file, JSON.stringify(mine))) {
    const holder = await holderOf(file)
    if (holder === 'gone') continue
    if (holder === 'dead') {
      await breakStale(file)
      continue
    }
    if (!told) options.onWait?.(holder)
    told = true
    await wait(options.pollMs ?? 250)
  }
  const release = () => rm(file, { force: true })
  try {
    return await work()
  } finally {
    await release()
  }
}

/** @param {string} file @param {string} text */
async function createOnly(file, text) {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(text)
    await handle.close()
    return true
  } catch (failure) {
    if (isCode(failure, 'EEXIST')) return false
    throw failure
  }
}

/** @param {string} file @returns {Promise<number | 'dead' | 'gone'>} */
async function holderOf(file) {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
    const age = Date.now() - mtimeMs
    const holder = parsed(text)
    // An empty file is one being written this very moment, or the remains of a crash between open and write.
    if (!holder) return age > breakerLivesMs ? 'dead' : 0
    if (holder.host !== hostname()) return age > foreignHolderLivesMs ? 'dead' : holder.pid
    return isAlive(holder.pid) && startOf(holder.pid) === holder.started ? holder.pid : 'dead'
  } catch (failure) {
    if (isCode(failure, 'ENOENT')) return 'gone'
    throw failure
  }
}

/**
 * Removes a dead holder's file. Only under a second exclusive file, and only after looking again: otherwise two
 * waiters could each remove what the other has just created.
 * @param {string} file
 */
async function breakStale(file) {
  const breaker = `${file}.break`
  if (!await createOnly(breaker, '')) {
    const left = await stat(breaker).catch(() => null)
    if (left && Date.now() - left.mtimeMs > breakerLivesMs) await rm(breaker, { force: true })
    await wait(50)
    return
  }
  try {
    if (await holderOf(file) === 'dead') await rm(file, { force: true })
  } finally {
    await rm(breaker, { force: true })
  }
}

/** @param {string} text @returns {{ pid: number, host: string, started: string | null } | null} */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (failure) {
    return isCode(failure, 'EPERM')
  }
}

/** The kernel's start tick of a process, null where /proc is not to be had. @param {number} pid */
function startOf(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** @param {unknown} failure @param {string} code */
function isCode(failure, code) {
  return failure instanceof Error && 'code' in failure && failure.code === code
}
