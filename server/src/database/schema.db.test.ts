import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeSchema } from './describe-schema.ts'
import { migrate, migrationsDirectory, readMigrations } from './migrate.ts'
import { type ClonedDatabase, cloneDatabase, emptyDatabase } from './testing.ts'

let database: ClonedDatabase

async function described({ pool }: ClonedDatabase): Promise<string> {
  const client = await pool.connect()
  try {
    return await describeSchema(client)
  } finally {
    client.release()
  }
}

beforeAll(async () => {
  database = await cloneDatabase()
})

afterAll(() => database.drop())

describe('server/schema.sql', () => {
  it('is what the migrations lead to; otherwise run: npx tsx tools/write-schema.ts', async () => {
    const committed = await readFile(join(migrationsDirectory(), '..', 'schema.sql'), 'utf8')
    expect(await described(database)).toBe(committed)
  })

  it('is reached from nothing by a role that is no superuser', async () => {
    const empty = await emptyDatabase()
    const { applied } = await migrate(empty.url)
    expect(applied).toEqual((await readMigrations()).map((migration) => migration.name))
    expect(await described(empty)).toBe(await described(database))
    await empty.drop()
  })
})
