import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { OperatorError } from '../operator-error.ts'

/** An entry of the passwd database: PostgreSQL looks its own user up there and refuses to run without one. */
export interface OperatingUser {
  name: string
  uid: number
  gid: number
}

/** Tried in this order where root starts the database for the first time; afterwards the folder's owner decides. */
const CANDIDATES = ['daodi', 'postgres', '_postgres', 'nobody', 'daemon']

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

function passwdLines(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The passwd entry for a name or a uid, also from a directory service. undefined for root and for unknown ones. */
function findUser(wanted: string | number): OperatingUser | undefined {
  const lines = passwdLines()
  try {
    lines.push(...execFileSync('getent', ['passwd', String(wanted)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n'))
  } catch {
    // No getent (macOS, Alpine) or no such entry: what /etc/passwd says stands.
  }
  for (const line of lines) {
    const [name = '', , uid = '', gid = ''] = line.split(':')
    const user = { name, uid: Number(uid), gid: Number(gid) }
    if ((name === wanted || user.uid === wanted) && user.uid > 0 && user.gid > 0) return user
  }
  return undefined
}

/** Whether `user` may enter `folder`; asked of the system itself, because mode bits do not tell of ACLs and mounts. */
export function canEnter(user: OperatingUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' }).status === 0
}

/** The outermost folder on the way to `folder` that `user` may not enter. */
export function firstClosedFolder(user: OperatingUser, folder: string): string | undefined {
  const way = [folder]
  while (dirname(way[0] ?? '/') !== way[0]) way.unshift(dirname(way[0] ?? '/'))
  return way.find((step) => !canEnter(user, step))
}

function ownerOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.uid
}

/** For root: whom to run the server as when nothing exists yet, preferring somebody who can enter `folder`. */
export function userForRoot(folder: string): OperatingUser {
  const known = CANDIDATES.map(findUser).filter((user) => user !== undefined)
  const user = known.find((candidate) => canEnter(candidate, folder)) ?? known[0]
  if (user === undefined) {
    throw new OperatorError(
      `PostgreSQL 不允许以 root 运行，而 ${CANDIDATES.join('、')} 这些用户一个也没有；请新建一个（useradd --system daodi），或以普通用户启动。`,
      `PostgreSQL refuses to run as root, and none of the users ${CANDIDATES.join(', ')} exists; create one (useradd --system daodi) or start as an ordinary user.`,
    )
  }
  return user
}

/**
 * Whom initdb and postgres must run as: undefined means "as this process", which is every case but root's. The owner
 * of an existing `cluster` folder stays its user for ever. `dataDir` must exist.
 */
export function operatingUser(dataDir: string, cluster: string): OperatingUser | undefined {
  if (process.getuid === undefined) return undefined
  const owner = ownerOf(cluster)
  if (!isRoot()) return refuseForeign(owner, cluster)
  if (owner === undefined) return userForRoot(dataDir)
  if (owner === 0) {
    throw new OperatorError(
      `${cluster} 属于 root，而 PostgreSQL 不允许以 root 运行；请执行 chown -R ${userForRoot(dataDir).name} ${cluster}`,
      `${cluster} belongs to root, as whom PostgreSQL refuses to run; give it back with: chown -R ${userForRoot(dataDir).name} ${cluster}`,
    )
  }
  const user = findUser(owner)
  if (user === undefined)
    throw new OperatorError(`${cluster} 属于编号为 ${owner} 的用户，而该用户已不存在；请重建该用户，或用 chown 把文件夹交给别的用户。`, `${cluster} belongs to the user number ${owner}, who no longer exists; create that user or chown the folder to another.`)
  return user
}

function refuseForeign(owner: number | undefined, cluster: string): undefined {
  const uid = process.getuid?.()
  if (owner !== undefined && owner !== uid) {
    const name = findUser(owner)?.name ?? (owner === 0 ? 'root' : `number ${owner}`)
    throw new OperatorError(`${cluster} 属于用户 ${name}；请以该用户或 root 启动，或把 DATA_DIR 设为自己的文件夹。`, `${cluster} belongs to the user ${name}; start as that user or as root, or set DATA_DIR to a folder of your own.`)
  }
  try {
    userInfo()
  } catch {
    throw new OperatorError(
      `编号为 ${uid} 的用户在 /etc/passwd 里没有记录，PostgreSQL 因此不肯运行；请补上，或用 DATABASE_URL 指向外部数据库。`,
      `The user number ${uid} has no entry in /etc/passwd, without which PostgreSQL refuses to run; add one, or set DATABASE_URL to an outside server.`,
    )
  }
  return undefined
}
