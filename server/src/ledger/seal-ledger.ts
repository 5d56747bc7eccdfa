import { makeSeal } from '@daodi/domain/ledger/seal.ts'
import { transaction } from '../database/transaction.ts'
import type { Db, Services } from '../http/route.ts'
import { refuseMovedLedger } from './advance-ledger.ts'
import { digestOf } from './digest.ts'
import { entriesBetween, entriesOfTransaction, insertSeal, lastSeal, sealHorizon, takeSealLock, type NumberedEntry } from './store-seals.ts'

/** Entries in one seal; more only where a single transaction wrote more. */
const MOST_ENTRIES = 10_000

export interface Sealing {
  seals: number
  entries: number
  /** Another process was sealing, and `wait` was off. */
  busy: boolean
}

type Means = Pick<Services, 'db' | 'clock' | 'ledgerAlgorithm'>

/**
 * Seals everything that no open transaction can still add to, in seals of at most `most` entries, each in a transaction
 * of its own; what is written meanwhile is left for the next time, so that it ends however busy the database is. Several
 * processes may call it at once: one seals, the others wait or, without `wait`, come back at once.
 */
export async function sealLedger(services: Means, { wait = false, most = MOST_ENTRIES }: { wait?: boolean; most?: number } = {}): Promise<Sealing> {
  const sealed: Sealing = { seals: 0, entries: 0, busy: false }
  let goal: bigint | null = null
  for (;;) {
    const round = await transaction(services.db, (trx) => sealOnce(trx, services, { wait, most }))
    if (round === null) return { ...sealed, busy: true }
    if (round.entries > 0) sealed.seals += 1
    sealed.entries += round.entries
    goal ??= BigInt(round.horizon)
    if (round.entries === 0 || BigInt(round.toXid) >= goal) return sealed
  }
}

/** One seal, or none where nothing new is there; null where somebody else is at it. */
async function sealOnce(trx: Db, { clock, ledgerAlgorithm }: Means, { wait, most }: { wait: boolean; most: number }): Promise<{ entries: number; toXid: string; horizon: string } | null> {
  if (!(await takeSealLock(trx, wait))) return null
  // Each of these statements sees what was committed when it began, so the entries read below are all there are under the horizon.
  const before = await lastSeal(trx)
  const horizon = await sealHorizon(trx)
  const fromXid = before?.toXid ?? '0'
  if (BigInt(horizon) < BigInt(fromXid)) await refuseMovedLedger(trx)
  const { entries, toXid } = await nextBatch(trx, { fromXid, toXid: horizon }, most)
  if (entries.length > 0) await insertSeal(trx, makeSeal(before, entries, { at: clock(), fromXid, toXid, algorithm: ledgerAlgorithm }, digestOf))
  return { entries: entries.length, toXid, horizon }
}

/** A seal ends between two transactions, never inside one: its range is told by transaction ids. */
async function nextBatch(trx: Db, range: { fromXid: string; toXid: string }, most: number): Promise<{ entries: NumberedEntry[]; toXid: string }> {
  const entries = await entriesBetween(trx, range, most + 1)
  const last = entries.at(-1)
  if (!last || entries.length <= most) return { entries, toXid: range.toXid }
  const whole = entries.filter((entry) => entry.xid !== last.xid)
  if (whole.length > 0) return { entries: whole, toXid: last.xid }
  return { entries: await entriesOfTransaction(trx, last.xid), toXid: String(BigInt(last.xid) + 1n) }
}
