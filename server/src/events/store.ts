import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface Changed { institution_id: string; case_id: string; seq: number; viewers: string[] }

/** Transactions below this one have ended, for good; where a watcher that starts now has to begin. */
export async function currentHorizon(db: Db): Promise<string> {
  const { rows: [row] } = await sql<{ horizon: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db)
  return row?.horizon ?? '0'
}

/**
 * Cases with entries of transactions from `since` on, and who may see them. Entries of a transaction that was still open
 * at the last look come with the next, so none is missed. While an older transaction is open, the same ones come again and again; `seq` tells what is new.
 */
export async function changesSince(db: Db, since: string): Promise<{ changed: Changed[]; horizon: string }> {
  const { rows: [row] } = await sql<{ horizon: string; changed: Changed[] | null }>`
    with moved as (select institution_id, substr(stream, 6)::uuid as case_id, max(seq) as seq from ledger_entries where xid >= ${since}::xid8 and stream like 'case:%' group by 1, 2)
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, (select json_agg(json_build_object('institution_id', m.institution_id, 'case_id', m.case_id, 'seq', m.seq, 'viewers',
      (select json_agg(v.viewer) from case_viewers v where v.institution_id = m.institution_id and v.case_id = m.case_id))) from moved m) as changed`.execute(db)
  return { changed: row?.changed ?? [], horizon: row?.horizon ?? since }
}
