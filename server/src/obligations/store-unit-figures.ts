import { sql, type RawBuilder } from 'kysely'
import { PHONE_RINGS } from '@daodi/domain/policy/policy.ts'
import { lowestIdAt } from '../database/new-id.ts'
import type { Db } from '../http/route.ts'
import { PHRASE_REFUSED } from '../ledger/store-append.ts'

type Answer = 'onSpot' | 'mine' | 'colleague' | 'otherUnit' | 'notOurs' | 'unclear' | 'undecided'
const NONE: Readonly<Record<Answer, number>> = { onSpot: 0, mine: 0, colleague: 0, otherUnit: 0, notOurs: 0, unclear: 0, undecided: 0 }

export interface Figures {
  answers: Record<Answer, number>
  open: number
  rings: number
  calls: { deskId: string | null; deskName: string | null; calls: number; inTime: number }[]
  refusedPhrases: number
  outside: number
  passedOn: number
  finishing: { due: number; onTime: number; withoutExtension: number }
}

/** Of a unit and all below it, since a moment: each case counts where it was asked first, what fell due where it had to be finished, each refused phrase where it was written. */
export async function unitFigures(db: Db, institutionId: string, unitId: string, { from, now }: { from: string; now: string }): Promise<Figures> {
  const { rows: [row] } = await sql<Omit<Figures, 'answers'> & { answers: Partial<Record<Answer, number>> | null }>`
    with inside as materialized (select id from units where institution_id = ${institutionId} and path @> array[${unitId}::uuid]),
      rule as (select coalesce((p.document->>'phoneRings')::int, ${PHONE_RINGS}) as rings from units u join policies p on p.digest = u.policy_digest where u.institution_id = ${institutionId} and u.id = ${unitId}),
      asked as materialized (select coalesce(c.state->>'branch', 'undecided') as branch, c.ended_at is null as open, c.outcome, c.referred > 1 or c.returned > 1 as passed_on, c.desk_id, (c.state->>'rings')::int as rings from cases c
        where c.institution_id = ${institutionId} and c.id >= ${lowestIdAt(from)}::uuid and c.first_contact_unit_id in (select id from inside)),
      answered as (select a.desk_id as "deskId", d.name as "deskName", count(*)::int as calls, count(*) filter (where a.rings <= rule.rings)::int as "inTime" from asked a cross join rule
        left join desks d on d.institution_id = ${institutionId} and d.id = a.desk_id where a.rings is not null group by a.desk_id, d.name order by d.name nulls last, a.desk_id limit 200),
      due as (${fellDue(institutionId, { from, now })})
    select (select jsonb_object_agg(branch, n) from (select branch, count(*)::int as n from asked group by branch) kinds) as answers,
      (select count(*) from asked where open)::int as open, (select rings from rule) as rings, (select count(*) from asked where outcome = 'outside')::int as outside, (select count(*) from asked where passed_on)::int as "passedOn",
      (select jsonb_build_object('due', count(*)::int, 'onTime', (count(*) filter (where closed_at <= due_at))::int, 'withoutExtension', (count(*) filter (where closed_at <= first_due_at))::int) from due) as finishing,
      coalesce((select jsonb_agg(to_jsonb(answered)) from answered), '[]') as calls,
      (select count(*) from ledger_entries where institution_id = ${institutionId} and stream in (select 'unit:' || id from inside) and kind = ${PHRASE_REFUSED} and at >= ${from})::int as "refusedPhrases"`.execute(db)
  if (!row) throw new Error('no figures')
  return { ...row, answers: { ...NONE, ...row.answers } }
}

/**
 * The last duty to finish each case that fell due in the unit by now: met in time, met late, or still open. One that was
 * dropped, and one whose clock stands still, is none. `first_due_at`: before more time was granted in this round.
 */
function fellDue(institutionId: string, { from, now }: { from: string; now: string }): RawBuilder<unknown> {
  return sql`select distinct on (o.case_id) o.closed_at, o.due_at, least(o.due_at, (c.state#>>'{course,originalLimitAt}')::timestamptz) as first_due_at
    from obligations o join cases c on c.institution_id = o.institution_id and c.id = o.case_id
    where o.institution_id = ${institutionId} and c.status not in ('withdrawn', 'merged') and o.kind = 'resolve' and o.state <> 'void' and o.unit_id = any(array(select id from inside)) and o.due_at >= ${from} and o.due_at <= ${now}
      and not (o.state = 'open' and o.paused_at is not null) order by o.case_id, o.opened_at desc, o.id desc`
}
