import type { Services } from '../http/route.ts'
import { forgetNotices } from '../notices/store-old.ts'
import { keptDays } from '../policy/store-kept.ts'
import { forgetDeliveries } from './store-old.ts'

const BATCH = 1_000
const DAY_MS = 86_400_000

/**
 * Forgets notices and deliveries that each institution keeps no longer. In batches, so that nobody who reads or writes them
 * waits long; the ledger is not touched. Any number of workers may do it at once. Returns how many rows went.
 */
export async function forgetOld({ db, clock }: Pick<Services, 'db' | 'clock'>, signal: AbortSignal, batch = BATCH): Promise<number> {
  const now = Date.parse(clock())
  const before = (days: number): string => new Date(now - days * DAY_MS).toISOString()
  let gone = 0
  for (const { institutionId, notices, deliveries } of await keptDays(db)) {
    gone += await inBatches(() => forgetNotices(db, institutionId, { before: before(notices), limit: batch }), { batch, signal })
    gone += await inBatches(() => forgetDeliveries(db, institutionId, { before: before(deliveries), limit: batch }), { batch, signal })
  }
  return gone
}

async function inBatches(forget: () => Promise<number>, { batch, signal }: { batch: number; signal: AbortSignal }): Promise<number> {
  let gone = 0
  for (let last = batch; last === batch && !signal.aborted;) {
    last = await forget()
    gone += last
  }
  return gone
}
