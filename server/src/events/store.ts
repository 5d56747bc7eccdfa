import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface Changed { institution_id: string; case_id: string | null; stream: string; seq: number; viewers: string[] | null; confidential: boolean }

/** Transactions below this one have ended, for good; where a watcher that starts now has to begin. */
export async function currentHorizon(db: Db): Promise<string> {
  const { rows: [row] } = await sql<{ horizon: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db)
  return row?.horizon ?? '0'
}

/**
 * Cases, shifts and bells with entries of transactions from `since` on, and who may see them. Entries of a transaction that was still open
 * at the last look come with the next, so none is missed. While an older transaction is open, the same ones come again and again; `seq` tells what is new.
 */
export async function changesSince(db: Db, since: string): Promise<{ changed: Changed[]; horizon: string }> {
  const { rows: [row] } = await sql<{ horizon: string; changed: Changed[] | null }>`
    with moved as (select institution_id, stream, case when stream like 'case:%' then substr(stream, 6)::uuid end as case_id, max(seq) as seq
        from ledger_entries where xid >= ${since}::xid8 and (stream like 'case:%' or stream like 'shift:%' or stream like 'bell:%' or stream like 'succession:%' or stream like 'walkround:%') group by 1, 2),
      owing as (select m.institution_id, m.stream, o.id, o.person_id, u.path from moved m join obligations o on o.institution_id = m.institution_id and o.stream = m.stream
        join units u on u.institution_id = o.institution_id and u.id = o.unit_id where m.case_id is null)
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, (select json_agg(json_build_object('institution_id', m.institution_id, 'case_id', m.case_id, 'stream', m.stream, 'seq', m.seq, 'confidential', coalesce((select c.confidential from cases c where c.institution_id = m.institution_id and c.id = m.case_id), false), 'viewers',
      case when m.case_id is not null then (select json_agg(v.viewer) from case_viewers v where v.institution_id = m.institution_id and v.case_id = m.case_id)
        else (select json_agg(distinct w.viewer) from owing o, lateral (select 'p:' || o.person_id as viewer where o.person_id is not null union select 'm:' || o.path[cardinality(o.path)]
          union select 'h:' || above from unnest(o.path) above union select 'p:' || r.person_id from obligation_rungs r where r.institution_id = o.institution_id and r.obligation_id = o.id) w
          where o.institution_id = m.institution_id and o.stream = m.stream) end)) from moved m) as changed`.execute(db)
  return { changed: row?.changed ?? [], horizon: row?.horizon ?? since }
}
