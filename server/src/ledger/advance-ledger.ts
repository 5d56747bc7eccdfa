import { OperatorError } from '../database/operator-error.ts'
import type { Db, Services } from '../http/route.ts'
import { newestTransaction, nextTransaction, useUpTransactions } from './store-advance.ts'
import { lastSeal, sealHorizon } from './store-seals.ts'

/** A minute or two; more than that wants the server's own tool. */
const MOST = 50_000_000n
const AT_ONCE = 100_000n

/**
 * What a ledger written on a server that counts transactions from the start again would lose: entries numbered below
 * the last seal are never sealed. Whoever starts to serve asks this first.
 */
export async function refuseMovedLedger(db: Db): Promise<void> {
  const [sealed, horizon] = [await lastSeal(db), await sealHorizon(db)]
  if (sealed === null || BigInt(horizon) >= BigInt(sealed.toXid)) return
  throw new OperatorError(
    `台账已封存到事务 ${sealed.toXid}，而这个数据库才到 ${horizon}：数据是用逻辑备份（如 pg_dump）搬到这里来的。请先执行 daodi ledger advance。`,
    `The ledger is sealed up to transaction ${sealed.toXid}, but this database server is only at ${horizon}: the data was moved here by a logical copy (such as pg_dump). Run "daodi ledger advance" first.`,
  )
}

/**
 * Brings the server's transaction counter past everything the ledger tells of, as after restoring a logical copy, by
 * using numbers up. Nothing is written, nothing of the ledger changes. Returns how many it took.
 */
export async function advanceLedger({ db }: Pick<Services, 'db'>, progress: (left: bigint) => void): Promise<bigint> {
  const goal = (await newestTransaction(db)) + 1n
  let used = 0n
  for (;;) {
    const left = goal - await nextTransaction(db)
    if (left <= 0n) return used
    if (left > MOST) {
      throw new OperatorError(
        `这个数据库的事务号落后 ${left}，一个一个追要太久；请停掉数据库，用 pg_resetwal -x 把事务号调到 ${goal} 以上（见 docs/zh/operating.md）。`,
        `This database server is ${left} transactions behind, too many to use up; stop it and raise its counter above ${goal} with pg_resetwal -x (see docs/operating.md).`,
      )
    }
    const step = left < AT_ONCE ? left : AT_ONCE
    await useUpTransactions(db, Number(step))
    used += step
    progress(left - step)
  }
}
