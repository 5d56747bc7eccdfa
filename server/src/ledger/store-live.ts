import { sql, type RawBuilder } from 'kysely'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import type { Seal } from '@daodi/domain/ledger/seal.ts'
import type { Db } from '../http/route.ts'

/**
 * Runs `work` on one unchanging picture of the database, which other transactions neither wait for nor change. Limits
 * on time are off in it: whoever reads the rows may be a slow pipe.
 */
export function inSnapshot<Result>(db: Db, work: (trx: Db) => Promise<Result>): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
      return work(trx)
    })
}

/** Rows of a query of any size, `page` of them in memory at a time. Several may be read side by side in one transaction. */
async function* rowsOf<Row>(trx: Db, cursor: string, query: RawBuilder<Row>, page: number): AsyncGenerator<Row, void, void> {
  await sql`declare ${sql.id(cursor)} no scroll cursor for ${query}`.execute(trx)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(page)} from ${sql.id(cursor)}`.execute(trx)
    yield* rows
    if (rows.length < page) break
  }
  await sql`close ${sql.id(cursor)}`.execute(trx)
}

// Streams are ordered by bytes, as the export's format says; uuids compare as their text does.
const STREAM = sql`stream collate "C"`

type EntryRow = Omit<LedgerEntry, 'institutionId'> & { institution_id: string }

export async function* entriesOf(trx: Db): AsyncGenerator<LedgerEntry, void, void> {
  const query = sql<EntryRow>`select institution_id, stream, seq, at, actor, kind, data, prev, hash, algorithm from ledger_entries
    order by institution_id, ${STREAM}, seq`
  for await (const { institution_id: institutionId, ...entry } of rowsOf(trx, 'ledger_entries_in_order', query, 2_000)) yield { institutionId, ...entry }
}

type SealRow = Omit<Seal, 'fromXid' | 'toXid'> & { from_xid: string; to_xid: string }

export async function* sealsOf(trx: Db): AsyncGenerator<Seal, void, void> {
  const query = sql<SealRow>`select number, at, from_xid::text as from_xid, to_xid::text as to_xid, entries, segments, root, prev, hash, algorithm
    from ledger_seals order by number`
  for await (const { from_xid: fromXid, to_xid: toXid, ...seal } of rowsOf(trx, 'ledger_seals_in_order', query, 10)) yield { fromXid, toXid, ...seal }
}

/** Everything the table says of a case; columns beside `state` follow from it. */
export type CaseRow = Readonly<Record<string, unknown>> & { institution_id: string; id: string; number: string; head_seq: number; head_hash: string; state: CaseState }

export function casesOf(trx: Db): AsyncGenerator<CaseRow, void, void> {
  return rowsOf(trx, 'cases_in_order', sql<CaseRow>`select * from cases order by institution_id, id`, 500)
}

export interface DutyRow {
  institution_id: string
  case_id: string
  id: string
  kind: string
  person_id: string | null
  unit_id: string
  opened_at: string
  due_at: string
  estimated: boolean
  next_at: string | null
  late_at: string | null
  rung: number
  paused_at: string | null
}

export function openDutiesOf(trx: Db): AsyncGenerator<DutyRow, void, void> {
  const query = sql<DutyRow>`select institution_id, case_id, id, kind, person_id, unit_id, opened_at, due_at, estimated, next_at, late_at, rung, paused_at
    from obligations where state = 'open' and case_id is not null order by institution_id, case_id, id`
  return rowsOf(trx, 'duties_in_order', query, 1_000)
}

export interface WordsRow {
  institution_id: string
  case_id: string
  id: string
  /** Null once erased. */
  body: string | null
  salt: Buffer | null
}

export function wordsOf(trx: Db): AsyncGenerator<WordsRow, void, void> {
  const query = sql<WordsRow>`select institution_id, case_id, id, body, salt from texts order by institution_id, case_id, id`
  return rowsOf(trx, 'texts_in_order', query, 1_000)
}

export async function institutionsOf(trx: Db): Promise<{ id: string; name: string }[]> {
  return trx.selectFrom('institutions').select(['id', 'name']).orderBy('id').execute()
}
