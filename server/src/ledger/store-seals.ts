import { sql } from 'kysely'
import type { Seal, SealableEntry } from '@daodi/domain/ledger/seal.ts'
import type { Db } from '../http/route.ts'

/** Any fixed number: somebody is sealing. */
const SEAL_LOCK = 7_305_209_117

/** Takes the right to seal until the transaction ends; false where somebody else has it and `wait` is off. */
export async function takeSealLock(trx: Db, wait: boolean): Promise<boolean> {
  if (wait) {
    await sql`select pg_advisory_xact_lock(${SEAL_LOCK})`.execute(trx)
    return true
  }
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${SEAL_LOCK}) as taken`.execute(trx)
  return rows[0]?.taken ?? false
}

/** The transaction id below which nothing is open any more: what is visible below it stays as it is. */
export async function sealHorizon(trx: Db): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(trx)
  return rows[0]?.horizon ?? '0'
}

/** What the next seal has to continue. Its segments are left out: they may be many, and nothing hangs on them. */
export async function lastSeal(db: Db): Promise<Seal | null> {
  const row = await db
    .selectFrom('ledger_seals')
    .select(['number', 'at', 'from_xid', 'to_xid', 'entries', 'root', 'prev', 'hash', 'algorithm'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, fromXid: row.from_xid, toXid: row.to_xid, segments: [] } : null
}

export type NumberedEntry = SealableEntry & { xid: string }

/** Entries of the transactions from `fromXid` to before `toXid`, by transaction, at most `limit`. By the index alone. */
export async function entriesBetween(trx: Db, range: { fromXid: string; toXid: string }, limit: number): Promise<NumberedEntry[]> {
  const { rows } = await sql<{ institution_id: string; stream: string; seq: number; hash: string; xid: string }>`
    select institution_id, stream, seq, hash, xid::text as xid from ledger_entries
    where xid >= ${range.fromXid}::xid8 and xid < ${range.toXid}::xid8 order by ledger_entries.xid limit ${limit}`.execute(trx)
  return rows.map(({ institution_id: institutionId, ...entry }) => ({ institutionId, ...entry }))
}

export async function entriesOfTransaction(trx: Db, xid: string): Promise<NumberedEntry[]> {
  const { rows } = await sql<{ institution_id: string; stream: string; seq: number; hash: string; xid: string }>`
    select institution_id, stream, seq, hash, xid::text as xid from ledger_entries where xid = ${xid}::xid8`.execute(trx)
  return rows.map(({ institution_id: institutionId, ...entry }) => ({ institutionId, ...entry }))
}

export async function insertSeal(trx: Db, seal: Seal): Promise<void> {
  const { number, at, fromXid, toXid, entries, segments, root, prev, hash, algorithm } = seal
  await trx
    .insertInto('ledger_seals')
    .values({ number, at, from_xid: fromXid, to_xid: toXid, entries, segments: JSON.stringify(segments), root, prev, hash, algorithm })
    .execute()
}

/** Entries that no seal covers yet, for the metrics. Counted to ten thousand at most, by the index. */
export async function countUnsealed(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from ledger_entries
      where xid >= coalesce((select to_xid from ledger_seals order by number desc limit 1), '0'::xid8) limit 10000) unsealed`.execute(db)
  return rows[0]?.count ?? 0
}
