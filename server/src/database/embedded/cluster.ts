import { randomBytes } from 'node:crypto'
import { appendFileSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { errorText, errorTextZh } from '../connection-errors.ts'
import type { DatabaseLog } from '../log.ts'
import { OperatorError } from '../operator-error.ts'
import type { DataFolder } from './data-folder.ts'
import type { OperatingUser } from './operating-user.ts'
import type { Programs } from './programs.ts'
import { runCommand } from './run-command.ts'

/** The administrator may do anything and is used by the supervisor only; the program itself owns its one database. */
export interface ClusterPasswords {
  administrator: string
  application: string
}

export const ADMINISTRATOR = 'daodi_administrator'
export const APPLICATION = 'daodi'

/** Read after everything else in postgresql.conf, so what the supervisor needs wins over what somebody tuned there. */
const SETTINGS_FILE = 'daodi.conf'
const PASSWORD_FILE = 'daodi-passwords'
const UNFINISHED = '.unfinished-'
const INITDB_LIMIT = 120_000

/** Pinyin order for Chinese; the C library's part stays neutral, so the same everywhere. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN', `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`]

/** Where the server runs, and as whom. */
export interface Cluster {
  folder: DataFolder
  programs: Programs
  user: OperatingUser | undefined
}

/**
 * Makes the cluster where there is none. It is made beside its final place and renamed at the end, so that one which is
 * there is complete, wherever an earlier attempt was cut short. `sync: false` is for throw-away test servers.
 */
export async function ensureCluster(cluster: Cluster, log: DatabaseLog, sync: boolean): Promise<void> {
  const { folder, programs } = cluster
  removeUnfinished(folder)
  const present = existsSync(folder.cluster) ? readdirSync(folder.cluster) : []
  if (present.length === 0) return createCluster(cluster, log, sync)
  const versionFile = join(folder.cluster, 'PG_VERSION')
  if (!existsSync(versionFile))
    throw new OperatorError(
      `${folder.cluster} 既不是空的，也不是 PostgreSQL 的数据文件夹；里面的内容没有动过。请把它移走，或把 DATA_DIR 设为别的文件夹。`,
      `${folder.cluster} is neither empty nor a PostgreSQL data folder; nothing in it was touched. Move it away or set DATA_DIR to another folder.`,
    )
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== programs.majorVersion) {
    throw new OperatorError(
      `${folder.cluster} 是 PostgreSQL ${version} 建立的，而本程序自带的是 PostgreSQL ${programs.majorVersion}；里面的内容没有动过。请启动当初建立它的到底版本，或让一个 PostgreSQL ${version} 服务使用该文件夹，再用 DATABASE_URL 指向它。`,
      `${folder.cluster} was made by PostgreSQL ${version}, but this program brings PostgreSQL ${programs.majorVersion}; nothing in it was touched. Start the version of Daodi that made it, or set DATABASE_URL to a PostgreSQL ${version} server on that folder.`,
    )
  }
}

/** What earlier attempts left. One of them may still be at work after its parent was killed: hence a new name for each. */
function removeUnfinished(folder: DataFolder): void {
  const leftovers = readdirSync(folder.root).filter((name) => name.startsWith(`${basename(folder.cluster)}${UNFINISHED}`))
  for (const name of leftovers) {
    try {
      rmSync(join(folder.root, name), { recursive: true, force: true })
    } catch {
      // Still being written to; the next start finds it.
      continue
    }
  }
}

async function createCluster({ folder, programs, user }: Cluster, log: DatabaseLog, sync: boolean): Promise<void> {
  log.info(`Creating the database in ${folder.cluster}.`)
  const unfinished = `${folder.cluster}${UNFINISHED}${randomBytes(4).toString('hex')}`
  const passwordFile = `${unfinished}.password`
  const passwords: ClusterPasswords = { administrator: newPassword(), application: newPassword() }
  try {
    mkdirSync(unfinished, { mode: 0o700 })
    writePrivately(passwordFile, passwords.administrator, user)
    if (user !== undefined) chownSync(unfinished, user.uid, user.gid)
    const args = [
      '-D',
      unfinished,
      '-U',
      ADMINISTRATOR,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--no-instructions',
      ...LOCALE,
      ...(sync ? [] : ['--no-sync']),
    ]
    const { code, output } = await runCommand(programs.initdb, args, { user, cwd: folder.root, timeout: INITDB_LIMIT })
    if (code !== 0) throw new Error(output)
    appendFileSync(join(unfinished, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`)
    writePrivately(join(unfinished, PASSWORD_FILE), JSON.stringify(passwords), user)
    if (existsSync(folder.cluster)) rmdirSync(folder.cluster)
    renameSync(unfinished, folder.cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new OperatorError(`在 ${folder.cluster} 建立数据库失败：${errorTextZh(error)}`, `The database could not be created in ${folder.cluster}: ${errorText(error)}`, { cause: error })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function newPassword(): string {
  return randomBytes(24).toString('hex')
}

function writePrivately(path: string, text: string, user: OperatingUser | undefined): void {
  rmSync(path, { force: true })
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  if (user !== undefined) chownSync(path, user.uid, user.gid)
}

/** Writes what the server reads at its next start. A file, because quoting on a command line differs between systems. */
export function writeSettings({ folder, user }: Cluster, settings: Record<string, string>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
  writePrivately(join(folder.cluster, SETTINGS_FILE), lines.join(''), user)
}

/** The passwords kept in the cluster, readable by its owner (and root) only. */
export function readPasswords(folder: DataFolder): ClusterPasswords {
  const path = join(folder.cluster, PASSWORD_FILE)
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof parsed === 'object' && parsed !== null && 'administrator' in parsed && 'application' in parsed) {
      const { administrator, application } = parsed
      if (typeof administrator === 'string' && typeof application === 'string') return { administrator, application }
    }
    throw new Error('it is damaged')
  } catch (error) {
    throw new OperatorError(`数据库的密码文件 ${path} 不能用（${errorTextZh(error)}）；请从数据文件夹的备份里恢复它。`, `The database's password file ${path} cannot be used (${errorText(error)}); restore it from a backup of the data folder.`, {
      cause: error,
    })
  }
}
