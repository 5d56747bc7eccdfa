import { setTimeout as sleep } from 'node:timers/promises'
import { errorText } from '../connection-errors.ts'
import { type DatabaseLog, silentLog } from '../log.ts'
import { OperatorError } from '../operator-error.ts'
import { type Cluster, ensureCluster, readPasswords } from './cluster.ts'
import { dataFolder, type DataFolder, prepareDataFolder } from './data-folder.ts'
import { folderHolder, lockFolder } from './folder-lock.ts'
import { firstClosedFolder, operatingUser } from './operating-user.ts'
import { findRunningServer, peekRunningServer, removePidFile } from './pid-file.ts'
import { isAlive } from './processes.ts'
import { installedPackage, preparePrograms } from './programs.ts'
import { administratorUrl, answersFor, applicationUrl, ensureApplicationDatabase, freePort, startServer, stopServer } from './server-process.ts'
import { watchServer } from './watch-server.ts'

export interface EmbeddedOptions {
  /** DATA_DIR; the server's own folder is `postgres` below it. */
  dataDir: string
  log?: DatabaseLog
  /** More server settings, e.g. `fsync: 'off'` for a throw-away test server. They do not reach a server that is adopted. */
  settings?: Record<string, string>
}

export interface EmbeddedDatabase {
  /** For DATABASE_URL: the program's own role, owner of its one database. Stays the same over restarts of the server. */
  url: string
  /** A superuser, for the test harness and for repairs. */
  administratorUrl: string
  /** True where a server left running by a killed process was found and kept. */
  adopted: boolean
  /** Stops the server in good order and gives the folder back. May be called twice. */
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL on the data folder, creating everything at the first time, and keeps it running until `stop`: if the
 * server ends by itself it is restarted on the same port. Refuses with an OperatorError (one sentence for the console)
 * where the folder is in use, cannot be written, was made by another major version, or cannot be reached by the user
 * that root hands the server to.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = prepareDataFolder(options.dataDir)
  const lock = await lockFolder(folder)
  try {
    const running = await startLocked(folder, options)
    let stopped: Promise<void> | undefined
    return { ...running, stop: () => (stopped ??= running.stop().finally(() => lock.release())) }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startLocked(folder: DataFolder, options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const log = options.log ?? silentLog
  const settings = options.settings ?? {}
  const user = operatingUser(folder.root, folder.cluster)
  const closed = user === undefined ? undefined : firstClosedFolder(user, folder.root)
  if (user !== undefined && closed !== undefined) {
    throw new OperatorError(
      `PostgreSQL 以用户 ${user.name} 运行，而该用户进不了 ${closed}；请把 DATA_DIR 设为人人可经过的文件夹，如 /var/lib/daodi。`,
      `PostgreSQL runs as the user ${user.name}, who cannot enter ${closed}; set DATA_DIR to a folder that everybody may pass through, such as /var/lib/daodi.`,
    )
  }
  const cluster: Cluster = { folder, programs: preparePrograms(installedPackage(), folder, user, log), user }
  await ensureCluster(cluster, log, settings['fsync'] !== 'off')
  const passwords = readPasswords(folder)
  const { pid, port, adopted } = await adoptOrStart(cluster, settings, log)
  const address = { port, passwords }
  try {
    await ensureApplicationDatabase(address)
  } catch (error) {
    await stopServer(cluster)
    throw error
  }
  const watch = watchServer(pid, () => restart(cluster, port, settings, log), log)
  const stop = async (): Promise<void> => {
    await watch.stop()
    await stopServer(cluster)
  }
  return { url: applicationUrl(address), administratorUrl: administratorUrl(address), adopted, stop }
}

interface Started {
  pid: number
  port: number
  adopted: boolean
}

async function adoptOrStart(cluster: Cluster, settings: Record<string, string>, log: DatabaseLog): Promise<Started> {
  const found = await adopt(cluster, log)
  if (found !== undefined) {
    log.info(`The database server left running (process ${found.pid}) is used again.`)
    return { ...found, adopted: true }
  }
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    try {
      return { pid: await startPatiently(cluster, port, settings, log), port, adopted: false }
    } catch (error) {
      // Somebody else may have taken the port in the moment between looking and starting.
      if (attempt === 3 || !/could not bind/.test(errorText(error))) throw error
    }
  }
}

/** Enough for what a killed server leaves behind to notice and end. */
const LEFTOVERS_LIMIT = 30_000

/** Starts the server, waiting for processes of a killed one that still hold its memory. Returns the process number. */
async function startPatiently(cluster: Cluster, port: number, settings: Record<string, string>, log: DatabaseLog): Promise<number> {
  const giveUpAt = performance.now() + LEFTOVERS_LIMIT
  for (;;) {
    try {
      await startServer(cluster, port, settings)
      break
    } catch (error) {
      if (!/pre-existing shared memory block/.test(errorText(error)) || performance.now() > giveUpAt) throw error
    }
    await sleep(200)
  }
  const server = await findRunningServer(cluster.folder, log)
  if (server === undefined) throw new Error('The database server ended right after it had started.')
  return server.pid
}

async function restart(cluster: Cluster, port: number, settings: Record<string, string>, log: DatabaseLog): Promise<number> {
  const running = await findRunningServer(cluster.folder, log)
  if (running !== undefined && running.port === port && running.ready) return running.pid
  return startPatiently(cluster, port, settings, log)
}

/** Longer than any recovery should take; a server that is neither ready nor gone by then needs a person. */
const ADOPTION_LIMIT = 600_000
const UNCERTAIN_LIMIT = 10_000

/** The server that a killed process left running on the folder, once it takes connections; undefined where none is left. */
async function adopt({ folder }: Cluster, log: DatabaseLog): Promise<{ pid: number; port: number } | undefined> {
  const giveUpAt = performance.now() + ADOPTION_LIMIT
  const passwords = readPasswords(folder)
  while (performance.now() < giveUpAt) {
    const running = await findRunningServer(folder, log)
    if (running === undefined) return undefined
    if (running.port !== 0) {
      const patience = running.certain ? ADOPTION_LIMIT : UNCERTAIN_LIMIT
      if (await answersFor(folder, { port: running.port, passwords }, { pid: running.pid, patience })) return running
      if (!running.certain) return removePidFile(folder, log, `names process ${running.pid}, which does not answer as its server`)
      if (isAlive(running.pid)) break
    }
    await sleep(100)
  }
  throw new OperatorError(
    `${folder.cluster} 上正运行着一个不认到底密码的 PostgreSQL；请先停掉它，或把 DATA_DIR 设为别的文件夹。`,
    `A PostgreSQL server that does not accept Daodi's password is running on ${folder.cluster}; stop it first, or set DATA_DIR to another folder.`,
  )
}

/**
 * The address of the embedded database that another living process of ours has in use, for commands that work beside a
 * running server; undefined where none runs. Starts and changes nothing.
 */
export async function findEmbedded(dataDir: string): Promise<Pick<EmbeddedDatabase, 'url' | 'administratorUrl'> | undefined> {
  const folder = dataFolder(dataDir)
  if (folderHolder(folder) === undefined) return undefined
  const running = peekRunningServer(folder)
  if (running === undefined || running.port === 0) return undefined
  const address = { port: running.port, passwords: readPasswords(folder) }
  return { url: applicationUrl(address), administratorUrl: administratorUrl(address) }
}
