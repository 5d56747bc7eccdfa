import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from './migrate.ts'
import { type ClonedDatabase, emptyDatabase } from './testing.ts'

let database: ClonedDatabase
let directory: string

beforeEach(async () => {
  database = await emptyDatabase()
  directory = mkdtempSync(join(tmpdir(), 'daodi-migrations-'))
})

afterEach(async () => {
  await database.drop()
  rmSync(directory, { recursive: true, force: true })
})

function write(name: string, sql: string): void {
  writeFileSync(join(directory, name), sql)
}

async function appliedNumbers(): Promise<number[]> {
  const rows = await database.db.selectFrom('schema_migrations').select('number').orderBy('number').execute()
  return rows.map((row) => row.number)
}

describe('migrate', () => {
  it('applies what is missing, in order, and nothing twice', async () => {
    write('0001-first.sql', 'create table stone (id integer primary key);')
    expect(await migrate(database.url, { directory })).toEqual({ applied: ['0001-first.sql'] })
    write('0002-second.sql', 'alter table stone add column weight integer; insert into stone values (1, 2);')
    write('0003-third.sql', 'update stone set weight = weight + 1;')
    expect(await migrate(database.url, { directory })).toEqual({ applied: ['0002-second.sql', '0003-third.sql'] })
    expect(await migrate(database.url, { directory })).toEqual({ applied: [] })
    expect((await database.pool.query('select weight from stone')).rows).toEqual([{ weight: 3 }])
  })

  it('lets several processes start at once and applies each migration once', async () => {
    write('0001-first.sql', 'create table stone (id integer primary key); select pg_sleep(0.2);')
    write('0002-second.sql', 'insert into stone values (1);')
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, { directory })))
    expect(results.flatMap((result) => result.applied)).toEqual(['0001-first.sql', '0002-second.sql'])
  })

  it('leaves nothing of a migration that fails, and keeps those before it', async () => {
    write('0001-first.sql', 'create table stone (id integer primary key);')
    write('0002-second.sql', 'create table half (id integer);\ninsert into stone values (1);\nselect nonsense;')
    await expect(migrate(database.url, { directory })).rejects.toThrow('Migration 0002-second.sql failed at line 3: column "nonsense" does not exist')
    expect(await appliedNumbers()).toEqual([1])
    expect((await database.pool.query("select to_regclass('half') as half, (select count(*) from stone) as stones")).rows).toEqual([{ half: null, stones: 0 }])
  })

  it('refuses an applied file whose text changed, but not for its line ends', async () => {
    write('0001-first.sql', 'create table stone (\n  id integer\n);')
    await migrate(database.url, { directory })
    write('0001-first.sql', 'create table stone (\r\n  id integer\r\n);')
    await migrate(database.url, { directory })
    write('0001-first.sql', 'create table stone (\n  id bigint\n);')
    write('0002-second.sql', 'create table never ();')
    await expect(migrate(database.url, { directory })).rejects.toThrow(/0001-first\.sql has been changed after it was applied/)
    expect(await appliedNumbers()).toEqual([1])
  })

  it('refuses a database that is newer than the program', async () => {
    write('0001-first.sql', 'select 1;')
    write('0002-second.sql', 'select 2;')
    await migrate(database.url, { directory })
    rmSync(join(directory, '0002-second.sql'))
    await expect(migrate(database.url, { directory })).rejects.toThrow(
      'The database is newer than this program: it has had migration 0002-second.sql, this program knows 1. Install the newer version.',
    )
  })

  it('notices another process that got past the lock', async () => {
    write('0001-first.sql', 'select 1;')
    await migrate(database.url, { directory })
    write('0002-second.sql', 'create table stone ();')
    const rival = await database.pool.connect()
    await rival.query("begin; insert into schema_migrations (number, name, checksum) values (2, '0002-second.sql', 'x')")
    const late = migrate(database.url, { directory }).catch((error: unknown) => error)
    await rival.query('select pg_sleep(0.3)')
    await rival.query('commit')
    rival.release()
    expect(await late).toMatchObject({ name: 'OperatorError', message: expect.stringContaining('is being applied by another process at the same time') })
  })

  it('gives up waiting for a process that migrates for too long', async () => {
    write('0001-first.sql', 'create table stone (); select pg_sleep(1);')
    const slow = migrate(database.url, { directory })
    await database.pool.query('select pg_sleep(0.3)')
    await expect(migrate(database.url, { directory, patience: 200 })).rejects.toThrow(/migrating this database for too long/)
    expect(await slow).toEqual({ applied: ['0001-first.sql'] })
  })

  it('refuses a migration that ends its own transaction', async () => {
    write('0001-first.sql', 'commit; begin;')
    await expect(migrate(database.url, { directory })).rejects.toThrow(/must not begin, commit or roll back/)
  })

  it.each([
    [['0001-first.sql', '0003-third.sql'], /0003-third\.sql should have the number 0002/],
    [['0001-first.sql', '0001-second.sql'], /0001-second\.sql should have the number 0002/],
    [['0001_first.sql'], /is not named like a migration/],
    [['0001-first.sql', 'notes.txt'], /notes\.txt is not named like a migration/],
  ])('refuses the files %j before touching the database', async (names, sentence) => {
    for (const name of names) write(name, 'select 1;')
    await expect(migrate(database.url, { directory })).rejects.toThrow(sentence)
    expect((await database.pool.query("select to_regclass('schema_migrations') as found")).rows).toEqual([{ found: null }])
  })
})
