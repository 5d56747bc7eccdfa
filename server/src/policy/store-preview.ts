import { sql } from 'kysely'
import type { Limit } from '@daodi/domain/calendar/calendar.ts'
import type { ObligationKind } from '@daodi/domain/policy/policy.ts'
import { lowestIdAt } from '../database/new-id.ts'
import { utcText } from '../database/utc-text.ts'
import type { Db } from '../http/route.ts'

export interface PastDutyRow {
  case_id: string; number: string; category: string; urgency: string; channel: string; registered_at: string; matter_days: number | null; matter_limit: Limit | null; unit_id: string; unit_name: string
  kind: ObligationKind; opened_at: string; due_at: string; closed_at: string | null
  pauses: { from: string; to: string | null; stops: string }[]; limit_from: string
}

/** `last` is the case this part ends with, whether it has duties or not; null when there was none. */
export interface PastPart { duties: PastDutyRow[]; cases: number; last: string | null }

/** Cases registered in these units between two moments. */
export interface Period { institutionId: string; unitIds: readonly string[]; from: string; to: string }

/** The duties of the next `limit` cases after `after`, by case. Ids sort by the moment of registration, so a period is a range of the key. */
export async function pastDuties(db: Db, period: Period, page: { after: string | null; limit: number }): Promise<PastPart> {
  const { rows } = await sql<PastDutyRow | { case_id: string; kind: null }>`
    select c.id as case_id, c.number, c.category, c.urgency, c.channel, c.registered_at, (c.state->>'matterDays')::int as matter_days, c.state->'matterLimit' as matter_limit, c.first_contact_unit_id as unit_id, u.name as unit_name,
      o.kind, o.opened_at, o.due_at, o.closed_at, coalesce(c.state->>'limitFrom', ${utcText('c.registered_at')}) as limit_from,
      coalesce(c.state#>'{course,pauses}', '[]') || case when jsonb_typeof(c.state#>'{course,pause}') = 'object'
        then jsonb_build_array(jsonb_build_object('from', c.state#>'{course,pause,from}', 'to', null, 'stops', c.state#>'{course,pause,stops}')) else '[]' end as pauses
    from (select * from cases c where ${inPeriod(period)} ${page.after === null ? sql`` : sql`and c.id > ${page.after}::uuid`} order by c.id limit ${page.limit}) c
      join units u on u.institution_id = c.institution_id and u.id = c.first_contact_unit_id
      left join obligations o on o.institution_id = c.institution_id and o.case_id = c.id
    order by c.id, o.opened_at, o.id`.execute(db)
  const duties = rows.flatMap((row) => (row.kind === null ? [] : [row]))
  return { duties, cases: new Set(rows.map((row) => row.case_id)).size, last: rows.at(-1)?.case_id ?? null }
}

export async function countCases(db: Db, period: Period): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`select count(*)::int as count from cases c where ${inPeriod(period)}`.execute(db)
  return row?.count ?? 0
}

function inPeriod({ institutionId, unitIds, from, to }: Period) {
  return sql`c.institution_id = ${institutionId} and c.id >= ${lowestIdAt(from)}::uuid and c.id < ${lowestIdAt(to)}::uuid and c.first_contact_unit_id = any(${unitIds}::uuid[])`
}
