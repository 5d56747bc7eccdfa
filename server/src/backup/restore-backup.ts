import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, createReadStream, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { errorText, errorTextZh } from '../database/connection-errors.ts'
import { prepareDataFolder, type DataFolder } from '../database/embedded/data-folder.ts'
import { lockFolder } from '../database/embedded/folder-lock.ts'
import { isRoot, userForRoot } from '../database/embedded/operating-user.ts'
import { installedPackage } from '../database/embedded/programs.ts'
import { readMigrations } from '../database/migrate.ts'
import { OperatorError } from '../database/operator-error.ts'
import { BESIDE, BackupInformation, INFORMATION } from './format.ts'

/**
 * Puts a backup into an empty data folder. It is unpacked beside its places and moved at the end, so that one cut short
 * leaves nothing that could be taken for a restored installation. Starts nothing.
 */
export async function restoreBackup(file: string, dataDir: string): Promise<BackupInformation> {
  if (!existsSync(file)) throw new OperatorError(`没有 ${file} 这个文件。`, `There is no file ${file}.`)
  const folder = prepareDataFolder(dataDir)
  const lock = await lockFolder(folder)
  const aside = join(folder.root, `.restoring-${randomBytes(4).toString('hex')}`)
  try {
    refuseUsed(folder)
    mkdirSync(aside, { mode: 0o700 })
    await unpack(file, aside)
    const information = await readInformation(file, aside)
    settle(folder, aside)
    return information
  } finally {
    rmSync(aside, { recursive: true, force: true })
    lock.release()
  }
}

function refuseUsed(folder: DataFolder): void {
  const found = readdirSync(folder.root).filter((name) => !/^(?:daodi\.lock.*|\.restoring-.*|postgres-programs)$/.test(name))
  for (const name of readdirSync(folder.root)) if (name.startsWith('.restoring-')) rmSync(join(folder.root, name), { recursive: true, force: true })
  if (found.length === 0) return
  throw new OperatorError(
    `数据文件夹 ${folder.root} 里已有内容（${found.slice(0, 5).join('、')}）；备份只恢复到空文件夹：请把它移走，或把 DATA_DIR 设为别的文件夹。`,
    `The data folder ${folder.root} holds something already (${found.slice(0, 5).join(', ')}); a backup is restored into an empty one only: move it away, or set DATA_DIR to another folder.`,
  )
}

async function unpack(file: string, into: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-f', '-', '-C', into, '--no-same-owner', '-p'], { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  tar.stderr.setEncoding('utf8').on('data', (part: string) => { said += part })
  const ended = new Promise<void>((resolve, reject) => {
    tar.once('error', reject)
    tar.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim().split('\n')[0] ?? 'tar'))))
  })
  const [read, unpacked] = await Promise.allSettled([pipeline(createReadStream(file), createGunzip(), tar.stdin), ended])
  const failure = [read, unpacked].find((one) => one.status === 'rejected')
  if (failure) throw new OperatorError(`${file} 不能恢复，可能已损坏或不是备份文件：${errorTextZh(failure.reason)}`, `${file} cannot be restored; it is damaged or no backup: ${errorText(failure.reason)}`, { cause: failure.reason })
}

async function readInformation(file: string, aside: string): Promise<BackupInformation> {
  const path = join(aside, INFORMATION)
  const read = BackupInformation.safeParse(existsSync(path) && existsSync(join(aside, 'PG_VERSION')) ? JSON.parse(readFileSync(path, 'utf8')) : null)
  if (!read.success) throw new OperatorError(`${file} 不是 daodi backup 做的备份。`, `${file} is no backup made by "daodi backup".`)
  const { postgres, migrations } = read.data
  const mine = installedPackage().version.split('.')[0]
  if (postgres !== mine) {
    throw new OperatorError(`${file} 里是 PostgreSQL ${postgres} 的数据，而本程序自带的是 ${mine}；请用做备份的那个版本的到底恢复。`, `${file} holds data of PostgreSQL ${postgres}, but this program brings ${mine}; restore it with the version of Daodi that made it.`)
  }
  const known = (await readMigrations()).length
  if (migrations > known) {
    throw new OperatorError(`${file} 是较新版本的到底做的（已做过 ${migrations} 个迁移，本程序只认识 ${known} 个）；请安装较新的程序再恢复。`, `${file} was made by a newer Daodi (it has had ${migrations} migrations, this program knows ${known}); install the newer version and restore with it.`)
  }
  return read.data
}

/** The database last: where it is, an installation is. */
function settle(folder: DataFolder, aside: string): void {
  rmSync(join(aside, INFORMATION))
  for (const name of readdirSync(join(aside, BESIDE))) renameSync(join(aside, BESIDE, name), join(folder.root, name))
  rmSync(join(aside, BESIDE), { recursive: true })
  if (isRoot()) {
    const { uid, gid } = userForRoot(folder.root)
    giveTo(aside, uid, gid)
  }
  renameSync(aside, folder.cluster)
}

function giveTo(path: string, uid: number, gid: number): void {
  chownSync(path, uid, gid)
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), uid, gid)
}
