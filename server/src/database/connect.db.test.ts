import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, waitForDatabase } from './connect.ts'
import { countStatements } from './count-statements.ts'
import { transaction } from './transaction.ts'
import { type ClonedDatabase, cloneDatabase } from './testing.ts'

let database: ClonedDatabase

beforeAll(async () => {
  database = await cloneDatabase()
  await database.pool.query('create table counter (id integer primary key, value integer not null)')
  await database.pool.query('insert into counter values (1, 0), (2, 0)')
})

afterAll(() => database.drop())

async function valueOf(expression: string): Promise<unknown> {
  const { rows } = await database.pool.query<{ value: unknown }>(`select ${expression} as value`)
  return rows[0]?.value
}

describe('columns', () => {
  it.each([
    ["timestamptz '2026-03-02 09:00:00+08'", '2026-03-02T01:00:00.000Z'],
    ["timestamptz '2026-03-02 01:00:00.1Z'", '2026-03-02T01:00:00.100Z'],
    ["timestamptz '2026-03-02 01:00:00.123999Z'", '2026-03-02T01:00:00.123Z'],
    ["timestamptz '9999-12-31 23:59:59.999Z'", '9999-12-31T23:59:59.999Z'],
    ["timestamptz 'infinity'", 'infinity'],
    ["array[timestamptz '2026-03-02 09:00+08', null]", ['2026-03-02T01:00:00.000Z', null]],
    ["date '2026-03-02'", '2026-03-02'],
    ["array[date '2026-03-02']", ['2026-03-02']],
    ["timestamp '2026-03-02 09:00'", '2026-03-02 09:00:00'],
    ['9007199254740991::bigint', 9_007_199_254_740_991],
    ['array[1::bigint, null]', [1, null]],
    ['count(*)', 1],
    ['1.50::numeric', '1.50'],
    ['null::timestamptz', null],
  ])('%s arrives as %j', async (expression, expected) => {
    expect(await valueOf(expression)).toEqual(expected)
  })

  it('refuses a bigint that a number cannot hold, and stays usable', async () => {
    await expect(valueOf('9007199254740993::bigint')).rejects.toThrow(RangeError)
    expect(await valueOf('1')).toBe(1)
  })

  it('reads times of sessions that are not in UTC', async () => {
    const client = await database.pool.connect()
    await client.query("set timezone = 'Asia/Shanghai'")
    const { rows } = await client.query("select timestamptz '2026-03-02 01:00:00.5Z' as at")
    client.release(true)
    expect(rows).toEqual([{ at: '2026-03-02T01:00:00.500Z' }])
  })
})

describe('transaction', () => {
  it('commits everything or nothing, in READ COMMITTED', async () => {
    const level = await transaction(database.db, async (trx) => {
      await trx.insertInto('schema_migrations').values({ number: 900, name: 'a', checksum: 'x' }).execute()
      const { rows } = await database.pool.query('select 1 from schema_migrations where number = 900')
      expect(rows).toEqual([])
      return 'done'
    })
    expect(level).toBe('done')
    const failure = new Error('changed my mind')
    const failed = transaction(database.db, async (trx) => {
      await trx.insertInto('schema_migrations').values({ number: 901, name: 'b', checksum: 'x' }).execute()
      throw failure
    })
    await expect(failed).rejects.toBe(failure)
    expect((await database.pool.query('select number from schema_migrations where number >= 900')).rows).toEqual([{ number: 900 }])
  })

  it('repeats after a deadlock, so that both sides succeed', async () => {
    const values = async (): Promise<number[]> => (await database.pool.query<{ value: number }>('select value from counter order by id')).rows.map(({ value }) => value)
    const before = await values()
    let runs = 0
    let waiting = 0
    let release: () => void = () => undefined
    const bothHoldOne = new Promise<void>((resolve) => (release = resolve))
    const addInOrder = (first: number, second: number): Promise<void> =>
      transaction(database.db, async (trx) => {
        runs += 1
        const add = (id: number): Promise<unknown> =>
          trx
            .withTables<{ counter: { id: number; value: number } }>()
            .updateTable('counter')
            .set((row) => ({ value: row('value', '+', 1) }))
            .where('id', '=', id)
            .execute()
        await add(first)
        waiting += 1
        if (waiting === 2) release()
        await bothHoldOne
        await add(second)
      })
    await Promise.all([addInOrder(1, 2), addInOrder(2, 1)])
    // Three; whoever is sent back may be so quick that it takes its first row again before the other has it.
    expect(runs).toBeGreaterThanOrEqual(3)
    expect(await values()).toEqual(before.map((value) => value + 2))
  })

  it('stops repeating after three more runs, and repeats nothing else', async () => {
    let runs = 0
    const failing = (code: string): Promise<void> =>
      transaction(database.db, () => {
        runs += 1
        return Promise.reject(Object.assign(new Error(code), { code }))
      })
    await expect(failing('40001')).rejects.toThrow('40001')
    expect(runs).toBe(4)
    runs = 0
    await expect(failing('23505')).rejects.toThrow('23505')
    expect(runs).toBe(1)
  })

  it('reports why a transaction failed when its connection is lost, and the pool goes on', async () => {
    const reason = new Error('the reason')
    const lost = transaction(database.db, async (trx) => {
      await trx.selectFrom('schema_migrations').selectAll().execute()
      await database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'")
      await expect(trx.selectFrom('schema_migrations').selectAll().execute()).rejects.toThrow(/conn/i)
      throw reason
    })
    await expect(lost).rejects.toBe(reason)
    expect(await valueOf('1')).toBe(1)
  })
})

describe('countStatements', () => {
  it('counts every text sent through the pool, BEGIN and COMMIT included', async () => {
    const { result, count, statements } = await countStatements(database.pool, () =>
      transaction(database.db, async (trx) => {
        await trx.selectFrom('schema_migrations').select('number').where('number', '=', -1).execute()
        return 'answer'
      }),
    )
    expect({ result, count }).toEqual({ result: 'answer', count: 3 })
    expect(statements).toEqual(['start transaction isolation level read committed', 'select "number" from "schema_migrations" where "number" = $1', 'commit'])
    const again = await countStatements(database.pool, () => database.pool.query({ text: 'select 1' }))
    expect(again.statements).toEqual(['select 1'])
  })

  it('stops counting when the work fails, and refuses pools it does not know', async () => {
    await expect(countStatements(database.pool, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const { pool, close } = connect(database.url)
    const { count } = await countStatements(pool, () => Promise.resolve())
    expect(count).toBe(0)
    await close()
    await close()
  })
})

describe('limits', () => {
  it('cancels a statement that runs too long', async () => {
    const { pool, close } = connect(database.url, { statementTimeout: 100 })
    await expect(pool.query('select pg_sleep(5)')).rejects.toThrow(/statement timeout/)
    await close()
  })

  it('names itself, and survives the loss of idle and of checked-out connections', async () => {
    const warnings: string[] = []
    const { pool, close } = connect(database.url, {
      applicationName: 'daodi limits',
      log: { info: () => undefined, warn: (message) => warnings.push(message) },
    })
    const held = await pool.connect()
    await pool.query('select 1')
    await database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'daodi limits'")
    await expect.poll(() => warnings.length).toBe(1)
    await expect(held.query('select 1')).rejects.toThrow(/conn/i)
    held.release(true)
    expect((await pool.query<{ name: string }>("select current_setting('application_name') as name")).rows[0]?.name).toBe('daodi limits')
    await close()
  })

  it('says in one sentence that the database cannot be reached', async () => {
    const { pool, close } = connect('postgres://nobody:x@127.0.0.1:1/nothing')
    await expect(waitForDatabase(pool, 200)).rejects.toThrow(
      /^The database cannot be reached: .*ECONNREFUSED.* Check that it runs and that DATABASE_URL is right\.$/,
    )
    await close()
  })
})
