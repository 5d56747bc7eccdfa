import { connect, waitForDatabase, type Connection } from '../database/connect.ts'
import { prepareDataFolder } from '../database/embedded/data-folder.ts'
import { findEmbedded, startEmbedded } from '../database/embedded/start-embedded.ts'
import { refuseForeignTables } from '../database/foreign-tables.ts'
import { migrate } from '../database/migrate.ts'
import { installJobs } from '../jobs/install-jobs.ts'
import type { Services } from '../http/route.ts'
import type { Environment } from './environment.ts'

export interface OpenDatabase extends Connection {
  url: string
  /** Names of the migrations that opening it has applied. */
  migrated: string[]
  /** Attachments and exports lie here; checked to be writable. */
  dataDir: string
  /** Closes the connections and stops the embedded server, if it was started here. */
  close: () => Promise<void>
}

export interface OpenOptions {
  log: Services['log']
  /** Work beside a running server: use its embedded database where one is running on the folder. */
  beside: boolean
  maxConnections?: number
  /** 0 switches the limit off. Milliseconds. */
  statementTimeout?: number
}

/**
 * The database of this installation, up to date: the outside one of DATABASE_URL, else the embedded one, started if
 * need be. Refuses (OperatorError) what `startEmbedded` and `migrate` refuse, and a database of another program.
 */
export async function openDatabase(environment: Environment, options: OpenOptions): Promise<OpenDatabase> {
  const { log } = options
  const server = await reachServer(environment, options)
  try {
    const connection = connect(server.url, { log, maxConnections: options.maxConnections, statementTimeout: options.statementTimeout })
    await waitForDatabase(connection.pool)
    await refuseForeignTables(server.url)
    const { applied } = await migrate(server.url, { log })
    await installJobs(server.url)
    const close = async (): Promise<void> => {
      await connection.close()
      await server.stop()
    }
    return { ...connection, url: server.url, dataDir: server.dataDir, migrated: applied, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}

interface Server { url: string; dataDir: string; stop: () => Promise<void> }

async function reachServer(environment: Environment, { beside, log }: OpenOptions): Promise<Server> {
  const { dataDir, databaseUrl } = environment
  const leave = (): Promise<void> => Promise.resolve()
  if (databaseUrl !== null) return { url: databaseUrl, dataDir: prepareDataFolder(dataDir).root, stop: leave }
  const running = beside ? await findEmbedded(dataDir) : undefined
  if (running) return { url: running.url, dataDir: prepareDataFolder(dataDir).root, stop: leave }
  const embedded = await startEmbedded({ dataDir, log })
  return { url: embedded.url, dataDir: prepareDataFolder(dataDir).root, stop: embedded.stop }
}
