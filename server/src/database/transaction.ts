import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import { errorCode } from './connection-errors.ts'
import type { Tables } from './tables.ts'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const MOST_RETRIES = 3

/**
 * Runs `work` in one READ COMMITTED transaction: all of it is committed, or nothing. After a deadlock or a serialization
 * failure, which PostgreSQL promises to have undone, it runs again, at most three times more; so `work` must change
 * nothing outside the database. Any other error goes to the caller untouched, a lost COMMIT included. Inside a transaction
 * that is open already, `work` simply becomes part of it.
 */
export async function transaction<Result>(db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return work(db as Transaction<Tables>)
  for (let retry = 0; ; retry += 1) {
    try {
      return await runOnce(db, work)
    } catch (error) {
      const code = errorCode(error)
      if ((code !== SERIALIZATION_FAILURE && code !== DEADLOCK_DETECTED) || retry === MOST_RETRIES) throw error
    }
    await sleep(Math.random() * 20 * 2 ** retry)
  }
}

async function runOnce<Result>(db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<Result>): Promise<Result> {
  let failure: { error: unknown } | undefined
  try {
    return await db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (trx) => {
        try {
          return await work(trx)
        } catch (error) {
          failure = { error }
          throw error
        }
      })
  } catch (error) {
    // Where the connection is gone, the failing ROLLBACK would otherwise hide why.
    throw failure === undefined ? error : failure.error
  }
}
