import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AHEAD } from './send-ahead.ts'
import { cloneDatabase, type ClonedDatabase } from './testing.ts'
import { transaction } from './transaction.ts'

let database: ClonedDatabase
beforeAll(async () => {
  database = await cloneDatabase()
  await database.pool.query('create table kept (id int primary key)')
})
afterAll(() => database.drop())

const insertion = (id: unknown) => sql`insert into kept (id) values (${id}::int)`
const ahead = (id: unknown) => sql`${sql.raw(AHEAD)}${insertion(id)}`

async function kept(): Promise<number[]> {
  const { rows } = await database.pool.query<{ id: number }>('select id from kept order by id')
  return rows.map(({ id }) => id)
}

describe('a statement that is not waited for', () => {
  it('is committed with what stands before and behind it, which sees it', async () => {
    await transaction(database.db, async (trx) => {
      await insertion(1).execute(trx)
      await ahead(2).execute(trx)
      await ahead(3).execute(trx)
      const { rows } = await sql<{ count: number }>`select count(*) as count from kept`.execute(trx)
      expect(rows).toEqual([{ count: 3 }])
      await ahead(4).execute(trx)
    })
    expect(await kept()).toEqual([1, 2, 3, 4])
  })

  it.each([
    ['COMMIT', async () => undefined],
    ['the statement behind it', async (trx: Parameters<Parameters<typeof transaction>[1]>[0]) => { await insertion(12).execute(trx) }],
  ])('says why it failed when %s comes, and keeps nothing', async (_, behind) => {
    const failed = transaction(database.db, async (trx) => {
      await insertion(11).execute(trx)
      await ahead(1).execute(trx)
      await behind(trx)
    })
    await expect(failed).rejects.toMatchObject({ code: '23505' })
    expect(await kept()).toEqual([1, 2, 3, 4])
    await transaction(database.db, async (trx) => { await sql`select 1`.execute(trx) })
  })

  it('hides no other reason to give up', async () => {
    const failed = transaction(database.db, async (trx) => {
      await ahead(1).execute(trx)
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await kept()).toEqual([1, 2, 3, 4])
  })

  it('that met a deadlock or the like is tried again with all of its transaction', async () => {
    let runs = 0
    await transaction(database.db, async (trx) => {
      runs += 1
      await insertion(20 + runs).execute(trx)
      await sql`${sql.raw(AHEAD)}do ${sql.raw(runs === 1 ? "$$ begin raise exception 'once more' using errcode = 'serialization_failure'; end $$" : '$$ begin end $$')}`.execute(trx)
    })
    expect(await kept()).toEqual([1, 2, 3, 4, 22])
  })

  it('that cannot even be sent is not committed around', async () => {
    const circle: Record<string, unknown> = {}
    circle['itself'] = circle
    const failed = transaction(database.db, async (trx) => {
      await insertion(31).execute(trx)
      await ahead(circle).execute(trx)
    })
    await expect(failed).rejects.toThrow(/circular/i)
    expect(await kept()).toEqual([1, 2, 3, 4, 22])
  })

  it('is waited for outside a transaction', async () => {
    await expect(ahead(1).execute(database.db)).rejects.toMatchObject({ code: '23505' })
    await ahead(5).execute(database.db)
    expect(await kept()).toEqual([1, 2, 3, 4, 5, 22])
  })

  it('is undone when its connection is lost before COMMIT', async () => {
    const lost = transaction(database.db, async (trx) => {
      await ahead(41).execute(trx)
      const { rows: [row] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await database.pool.query('select pg_terminate_backend($1, 5000)', [row?.pid])
    })
    await expect(lost).rejects.toThrow(/conn|terminat/i)
    expect(await kept()).toEqual([1, 2, 3, 4, 5, 22])
  })
})
