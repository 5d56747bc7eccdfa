import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { dataFolder } from './embedded/data-folder.ts'
import { peekRunningServer } from './embedded/pid-file.ts'
import { isAlive } from './embedded/processes.ts'
import { startEmbedded } from './embedded/start-embedded.ts'

const FOLDER_NAME = /^daodi-tests-(\d+)-/

/** Durability is of no use to a server that is thrown away, and costs half the time. */
const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Ends servers and removes folders of test runs that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const run = FOLDER_NAME.exec(name)?.[1]
    if (run === undefined || isAlive(Number(run))) continue
    const root = join(tmpdir(), name)
    try {
      const server = peekRunningServer(dataFolder(root))
      if (server?.certain === true) process.kill(server.pid, 'SIGQUIT')
      rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    } catch {
      // Another user's run, or another run cleaning up at the same time.
      continue
    }
  }
}

async function runStatement(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/**
 * Vitest's global set-up of the database project: one server for the whole run, in a folder of its own; or the one that
 * TEST_DATABASE_URL names, whose role must be allowed to create databases.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const outside = process.env['TEST_DATABASE_URL']
  if (outside !== undefined && outside !== '') {
    project.provide('testServerUrl', outside)
    return undefined
  }
  removeLeftovers()
  const dataDir = join(tmpdir(), `daodi-tests-${process.pid}-${randomBytes(4).toString('hex')}`)
  const server = await startEmbedded({ dataDir, settings: THROW_AWAY })
  // The tests get the rights that the program has, and may besides make databases of their own.
  await runStatement(server.administratorUrl, 'alter role daodi createdb')
  project.provide('testServerUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
