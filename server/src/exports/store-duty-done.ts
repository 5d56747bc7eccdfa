import { sql } from 'kysely'
import type { Db } from '../http/route.ts'
import type { Span } from './store-duty.ts'

export interface Done { told: number; signed: number; ended: number; bells: number }

/** How often these people replied, signed and closed in their unit's cases within the time, and how many of its bells were answered. */
export async function doneDuring(db: Db, institutionId: string, { unitId, personIds }: { unitId: string; personIds: readonly string[] }, { from, to }: Span): Promise<Done> {
  const { rows: [row] } = await sql<Done>`
    with acts as (select l.kind from case_viewers v join cases c on c.institution_id = v.institution_id and c.id = v.case_id and (c.ended_at is null or c.ended_at >= ${from}::timestamptz)
        join ledger_entries l on l.institution_id = c.institution_id and l.stream = 'case:' || c.id and l.at >= ${from}::timestamptz and l.at < ${to}::timestamptz
      where v.institution_id = ${institutionId} and v.viewer = ${`h:${unitId}`} and l.actor = any(${[...personIds]}::text[]))
    select count(*) filter (where kind = 'person-told')::int as told, count(*) filter (where kind = 'referral-accepted')::int as signed, count(*) filter (where kind = 'case-closed')::int as ended,
      (select count(*)::int from bells where institution_id = ${institutionId} and unit_id = ${unitId} and answered_at >= ${from}::timestamptz and answered_at < ${to}::timestamptz) as bells
    from acts`.execute(db)
  return row ?? { told: 0, signed: 0, ended: 0, bells: 0 }
}
