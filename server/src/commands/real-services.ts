import type { Services } from '../http/route.ts'
import { newIdAt } from '../database/new-id.ts'
import { installationSecrets } from '../secrets/secret-key.ts'
import { readInstallation } from '../setup/store-installation.ts'
import { readEnvironment } from './environment.ts'
import { newLog } from './log.ts'
import { openDatabase, type OpenDatabase } from './open-database.ts'

/** Everything an operation works with, on the real clock. */
export function newServices(database: OpenDatabase, about: Pick<Services, 'demo' | 'ledgerAlgorithm' | 'log' | 'outside'>): Services {
  const { outside, signInLock, secretsKey: key } = readEnvironment()
  const secrets = installationSecrets({ dataDir: database.dataDir, key, log: about.log })
  return { outside, ...about, signInLock, secrets, db: database.db, dataDir: database.dataDir, clock: () => new Date().toISOString(), newId: () => newIdAt(Date.now()) }
}

/** For commands that work beside a running server, or alone: opens the database, works, and leaves it as it was found. */
export async function withServices<Result>(work: (services: Services) => Promise<Result>): Promise<Result> {
  const environment = readEnvironment()
  const log = newLog(environment.logLevel ?? 'warn')
  const database = await openDatabase(environment, { log, beside: true, statementTimeout: 0 })
  try {
    const installation = await readInstallation(database.db)
    return await work(newServices(database, { log, demo: installation?.kind === 'demo', ledgerAlgorithm: installation?.ledgerAlgorithm ?? 'sha256' }))
  } finally {
    await database.close()
  }
}
