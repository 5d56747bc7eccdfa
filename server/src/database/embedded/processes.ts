import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { errorCode } from '../connection-errors.ts'

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function askPs(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C' },
    }).trim()
  } catch {
    return undefined
  }
}

/** Fields of /proc/<pid>/stat after the program's name, which may itself contain spaces and brackets. */
function procStat(pid: number): string[] | undefined {
  const text = readText(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** False for a zombie too: it only waits for a parent that may never look (node as a container's first process). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  if (process.platform === 'linux') return procStat(pid)?.[0] !== 'Z'
  if (process.platform === 'win32') return true
  return askPs(pid, 'state')?.startsWith('Z') !== true
}

/**
 * Something that differs between two processes that had the same number one after the other: the start time, with the
 * boot it belongs to. Empty on Windows, where only the number is compared.
 */
export function processIdentity(pid: number): string {
  if (process.platform === 'linux') return `${readText('/proc/sys/kernel/random/boot_id')?.trim()}/${procStat(pid)?.[19]}`
  if (process.platform === 'win32') return ''
  return askPs(pid, 'lstart') ?? ''
}

function commandLine(pid: number): string[] | undefined {
  if (process.platform === 'linux') return readText(`/proc/${pid}/cmdline`)?.split('\0')
  if (process.platform === 'win32') return undefined
  // ps joins the arguments with spaces; a folder with a space in its name is then not recognised, hence "cannot tell".
  return askPs(pid, 'command')?.split(' ')
}

/** Whether `pid` is the server working on `cluster`; undefined where the system does not let us see. */
export function isServerOf(pid: number, cluster: string): boolean | undefined {
  const words = commandLine(pid)
  if (words === undefined || words[0] === undefined || words[0] === '') return undefined
  if (!/postgres(\.exe)?$/.test(words[0])) return false
  const folder = words[words.indexOf('-D') + 1]
  if (folder === cluster) return true
  return process.platform === 'linux' ? false : undefined
}

/** Servers on `cluster` that the process table shows, whatever its pid file says. */
export function findServersOf(cluster: string): number[] {
  const listing = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : listPidsByPs()
  return listing.map(Number).filter((pid) => isServerOf(pid, cluster) === true && isAlive(pid))
}

function listPidsByPs(): string[] {
  if (process.platform === 'win32') return []
  try {
    return execFileSync('ps', ['-axo', 'pid='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  } catch {
    return []
  }
}
