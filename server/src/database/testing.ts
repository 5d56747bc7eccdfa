import { setTimeout as sleep } from 'node:timers/promises'
import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Client, type Pool } from 'pg'
import { inject } from 'vitest'
import { installJobs } from '../jobs/install-jobs.ts'
import { errorCode } from './connection-errors.ts'
import { connect } from './connect.ts'
import { migrate, readMigrations } from './migrate.ts'
import type { Tables } from './tables.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A role that may create databases, on a server for tests only. */
    testServerUrl: string
  }
}

export interface ClonedDatabase {
  db: Kysely<Tables>
  pool: Pool
  url: string
  /** Closes the pool and removes the database. */
  drop: () => Promise<void>
}

/** Any fixed number: one builder of the template at a time. */
const TEMPLATE_LOCK = 7_305_209_115

function urlOf(database: string): string {
  const url = new URL(inject('testServerUrl'))
  url.pathname = `/${database}`
  return url.href
}

async function onServer<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: inject('testServerUrl'), application_name: 'daodi tests' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function exists(client: Client, database: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1', [database])).rowCount === 1
}

/** Builds the template once per state of the migrations; renamed at the end, so that a half-built one is never cloned. */
async function ensureTemplate(): Promise<string> {
  const checksums = (await readMigrations()).map((migration) => migration.checksum).join()
  const template = `daodi_template_${createHash('sha256').update(checksums).digest('hex').slice(0, 16)}`
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    if (await exists(client, template)) return
    const unfinished = `${template}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished} template template0 encoding 'UTF8'`)
    await migrate(urlOf(unfinished))
    await installJobs(urlOf(unfinished))
    await client.query(`alter database ${unfinished} with allow_connections false`)
    await client.query(`alter database ${unfinished} rename to ${template}`)
  })
  return template
}

let template: Promise<string> | undefined

/** A database with the newest schema and nothing in it, for one test file or one test. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  template ??= ensureTemplate()
  return createFrom(await template)
}

/** A database without any schema, for testing migrations themselves. */
export function emptyDatabase(): Promise<ClonedDatabase> {
  return createFrom('template0')
}

async function createFrom(source: string): Promise<ClonedDatabase> {
  const name = `daodi_test_${randomBytes(8).toString('hex')}`
  await onServer((client) => client.query(`create database ${name} template ${source}`))
  const url = urlOf(name)
  const { db, pool, close } = connect(url, { applicationName: 'daodi tests' })
  const drop = async (): Promise<void> => {
    // A connection that a failed test never gave back must not hold up the others.
    await Promise.race([close(), sleep(1_000, undefined, { ref: false })])
    await onServer((client) => dropUnwatched(client, name))
  }
  return { db, pool, url, drop }
}

/** Tables are tidied by the server itself now and then; a role that may create databases may not end that, but it is over in a moment. */
async function dropUnwatched(client: Client, name: string, tries = 20): Promise<void> {
  try {
    await client.query(`drop database if exists ${name} with (force)`)
  } catch (error) {
    if (errorCode(error) !== '42501' || tries === 0) throw error
    await sleep(250)
    await dropUnwatched(client, name, tries - 1)
  }
}
