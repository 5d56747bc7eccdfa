import { runMigrations } from 'graphile-worker'
import { Client } from 'pg'

/** Any fixed number: one process at a time installs. */
const INSTALL_LOCK = 7_305_209_116

/**
 * Brings the job library's own schema (`graphile_worker`) to the version this program was built with. Part of migrating:
 * safe to call again and from several processes at once.
 */
export async function installJobs(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'daodi migrate', statement_timeout: 0 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [INSTALL_LOCK])
    await runMigrations({ connectionString: url, noHandleSignals: true })
  } finally {
    // Closing the session gives the lock back.
    await client.end()
  }
}
