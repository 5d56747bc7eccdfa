import { sql, type RawBuilder } from 'kysely'
import { STOOD_IN_FOR } from '@daodi/domain/cases/standing-in.ts'
import type { CaseStatus, Leg } from '@daodi/domain/cases/state.ts'
import type { Standstill } from '@daodi/domain/cases/two-clocks.ts'
import type { Obligation } from '@daodi/domain/obligations/obligation.ts'
import { visibleTo } from '../access/store.ts'
import { standstillsIn } from '../cases/store-standstills.ts'
import { utcText } from '../database/utc-text.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

/** What the engine has to look at: a whole case, or one obligation whose subject is not a case. */
export interface FoundDuty { institutionId: string; caseId: string | null; obligationId: string | null }

/** Cases with an obligation whose next step has come, and obligations elsewhere, oldest first, but for those `without`. An index lookup, never a scan. */
export async function dueCases(db: Db, now: string, limit: number, without: readonly string[] = []): Promise<FoundDuty[]> {
  const { rows } = await sql<{ institution_id: string; case_id: string | null; obligation_id: string | null }>`
    select institution_id, case_id, obligation_id from (select institution_id, case_id, case when case_id is null then id end as obligation_id, next_at
        from obligations where state = 'open' and next_at is not null and next_at <= ${now} and coalesce(case_id, id) <> all(${[...without]}::uuid[])
      order by next_at limit ${limit}) due group by institution_id, case_id, obligation_id order by min(next_at), case_id, obligation_id`.execute(db)
  return rows.map((row) => ({ institutionId: row.institution_id, caseId: row.case_id, obligationId: row.obligation_id }))
}

/** When the engine has to wake next; null when nothing waits. */
export async function nextWake(db: Db): Promise<string | null> {
  const row = await db.selectFrom('obligations').select('next_at').where('state', '=', 'open').where('next_at', 'is not', null).orderBy('next_at').limit(1).executeTakeFirst()
  return row?.next_at ?? null
}

export interface DutyListRow {
  id: string; case_id: string | null; stream: string | null; kind: string; state: string; person_id: string | null; person_name: string | null; unit_id: string; unit_name: string; opened_at: string
  warn_at: string | null; due_at: string; estimated: boolean; late_at: string | null; closed_at: string | null; rung: number; paused_at: string | null
  told: { personId: string; personName: string; rung: number }[] | null; mine: boolean; escalated: boolean; in_place_of: string | null
  taken_by: { personId: string; personName: string } | null
  /** What is open in its case, where it has climbed: of that the domain says who may take it up. */
  open_there: Obligation[] | null
  number: string | null; subject: string | null; status: CaseStatus; category: string; urgency: string; requester_name: string | null; priority: boolean; legs: Leg[]; urges: number | null; supervision: string | null; registered_at: string; signed_at: string; standstills: Standstill[]
  /** What the obligation is about where it is no case: a shift's kind, a task, a bell's place; and when that began. */
  title: string | null; since: string | null
}
export interface DutyPage { now: string; after: { dueAt: string; id: string } | null; limit: number }

/** What colleagues who are away owe and this person sees to in their place. */
function stoodIn({ standsInFor }: Staff): RawBuilder<boolean> {
  return standsInFor.length === 0 ? sql`false` : sql`coalesce(o.case_id is not null and o.kind = any(${[...STOOD_IN_FOR]}::text[]) and o.person_id = any(${standsInFor}::uuid[]), false)`
}

/** What of a case may be met by any of several (rung 0), this person among them. */
function shared({ personId }: Staff): RawBuilder<boolean> {
  return sql`(o.case_id is not null and o.person_id is distinct from ${personId} and exists (select from obligation_rungs r where r.institution_id = o.institution_id and r.obligation_id = o.id and r.rung = 0 and r.person_id = ${personId}))`
}

function owed(staff: Staff): RawBuilder<boolean> {
  return sql`(o.person_id is not distinct from ${staff.personId} or (o.person_id is null and o.unit_id = ${staff.unitId}) or ${stoodIn(staff)})`
}

/** Mine: what I owe in person, what my unit owes that anybody in it may take, what I may meet as well as whoever owes it, what has climbed to me, and what I see to for a colleague. Each by an index of its own. */
function mine(staff: Staff): RawBuilder<unknown>[] {
  return [
    ...staff.standsInFor.map((personId) => sql`o.person_id = ${personId} and ${stoodIn(staff)}`),
    sql`o.person_id = ${staff.personId}`,
    sql`o.person_id is null and o.unit_id = ${staff.unitId}`,
    sql`o.rung > 0 and o.person_id is distinct from ${staff.personId} and not (o.person_id is null and o.unit_id = ${staff.unitId}) and not ${stoodIn(staff)}
      and exists (select from obligation_rungs r where r.institution_id = o.institution_id and r.obligation_id = o.id and r.person_id = ${staff.personId})`,
    sql`o.rung = 0 and not ${stoodIn(staff)} and ${shared(staff)}`,
    // A bell calls people before any rung is climbed.
    sql`o.stream is not null and o.rung = 0 and o.person_id is null and o.unit_id <> ${staff.unitId}
      and exists (select from obligation_rungs r where r.institution_id = o.institution_id and r.obligation_id = o.id and r.person_id = ${staff.personId})`,
  ]
}

/** `unitId`: of a unit with everything below it; never with `mine`. */
export interface DutyScope { whose: 'mine' | 'unit' | 'late'; unitId?: string; kind?: string }

/** What belongs to no case is its owner's, the unit's, and whoever's has a scope above the unit. */
function visible(staff: Staff) {
  const scopes = staff.roles.filter(({ role }) => role === 'head' || role === 'leader' || role === 'supervisor').map(({ unitId }) => unitId)
  const elsewhere = sql`(o.person_id = ${staff.personId} or o.unit_id = ${staff.unitId} or exists (select from units su where su.institution_id = o.institution_id and su.id = o.unit_id and su.path && ${scopes}::uuid[])
    or exists (select from obligation_rungs sr where sr.institution_id = o.institution_id and sr.obligation_id = o.id and sr.person_id = ${staff.personId}))`
  return sql`case when o.case_id is null then ${elsewhere} else ${visibleTo(staff, 'o', 'o.case_id')} end`
}

function conditionsOf(staff: Staff, scope: DutyScope): RawBuilder<unknown>[] {
  const only = [...(scope.whose === 'late' ? [sql`o.late_at is not null`] : []), ...(scope.kind === undefined ? [] : [sql`o.kind = ${scope.kind}`])]
  const parts = scope.whose === 'mine' ? mine(staff) : scope.unitId === undefined ? [] : ofUnit(staff.institutionId, scope.unitId)
  return parts.length === 0 ? [sql.join(only, sql` and `)] : parts.map((part) => sql.join([part, ...only], sql` and `))
}

/** What a unit owes, and what its people owe for another, where they hold a post: the head answers for both. No duty fits two of the conditions. */
export function ofUnit(institutionId: string, unitId: string): RawBuilder<unknown>[] {
  const inside = sql`(select id from units where institution_id = ${institutionId} and path @> array[${unitId}::uuid])`
  return [
    sql`o.unit_id in ${inside}`,
    sql`o.person_id in (select p.id from people p where p.institution_id = ${institutionId} and p.unit_id in ${inside}) and o.unit_id not in ${inside}`,
  ]
}

/**
 * The first open duties of a scope by due time. Whatever the scope, only cases that the reader may see: a unit's list
 * must not tell its members of a confidential one.
 */
function firstDuties(staff: Staff, scope: DutyScope, { now, after, limit }: DutyPage): RawBuilder<unknown> {
  const beyond = after ? sql`and (o.due_at, o.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid)` : sql``
  const parts = conditionsOf(staff, scope).map((condition) => sql`(select o.* from obligations o where o.institution_id = ${staff.institutionId} and o.state = 'open'
    and o.opened_at <= ${now} and ${condition} and ${visible(staff)} ${beyond} order by o.due_at, o.id limit ${limit})`)
  return sql`select o.* from (${sql.join(parts, sql` union all `)}) o order by o.due_at, o.id limit ${limit}`
}

/** What is planned but not yet owed, the hand-over of a coming shift, is not listed. */
export async function listDuties(db: Db, staff: Staff, scope: DutyScope, page: DutyPage): Promise<DutyListRow[]> {
  const { rows } = await sql<DutyListRow>`
    select o.id, o.case_id, o.stream, coalesce(nullif(concat_ws(' · ', task.occasion, task.task), ''), k.name, b.place, sc.number, w.title) as title, coalesce(task.since, s.starts_at, b.rung_at, n.named_at, w.at) as since, o.kind, o.state, o.person_id, p.name as person_name, o.unit_id, u.name as unit_name, o.opened_at, o.warn_at, o.due_at, o.estimated, o.late_at,
      o.closed_at, o.rung, o.paused_at, c.number, t.body as subject, c.status, c.category, c.urgency, q.name as requester_name, st.priority is not null as priority, st.legs, (st.course->>'urges')::int as urges, st.course#>>'{supervision,level}' as supervision, c.registered_at, st."signedAt" as signed_at, ${standstillsIn(sql`st.course`)} as standstills,
      (select json_agg(json_build_object('personId', r.person_id, 'personName', rp.name, 'rung', r.rung) order by r.rung) from obligation_rungs r
        join people rp on rp.institution_id = r.institution_id and rp.id = r.person_id where r.institution_id = o.institution_id and r.obligation_id = o.id and (r.rung > 0 or o.case_id is null)) as told,
      (${owed(staff)} or ${shared(staff)}) as mine, (not ${owed(staff)} and not ${shared(staff)}
        and exists (select from obligation_rungs r where r.institution_id = o.institution_id and r.obligation_id = o.id and r.person_id = ${staff.personId})) as escalated,
      case when ${stoodIn(staff)} then p.name end as in_place_of,
      case when o.rung > 0 and o.case_id is not null then (select json_build_object('personId', tp.id, 'personName', tp.name) from jsonb_array_elements(c.state->'obligations') taken join people tp on tp.institution_id = o.institution_id and tp.id = (taken->>'personId')::uuid
        where taken->>'kind' = 'settle' and taken->>'about' = o.id::text limit 1) end as taken_by,
      case when o.rung > 0 then c.state->'obligations' end as open_there
    from (${firstDuties(staff, scope, { ...page, limit: page.limit + 1 })}) o
      left join cases c on c.institution_id = o.institution_id and c.id = o.case_id left join lateral jsonb_to_record(c.state) as st(legs jsonb, course jsonb, priority jsonb, "signedAt" text) on true join units u on u.institution_id = o.institution_id and u.id = o.unit_id
      left join people p on p.institution_id = o.institution_id and p.id = o.person_id left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
      left join requesters q on q.institution_id = c.institution_id and q.id = c.requester_id
      left join shifts s on s.institution_id = o.institution_id and s.id = case when o.stream like 'shift:%' then substr(o.stream, 7)::uuid end
      left join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
      left join shift_tasks task on task.institution_id = o.institution_id and task.id = case when o.kind = 'task' then (o.plan->>'about')::uuid end
      left join walkrounds w on w.institution_id = o.institution_id and w.id = case when o.stream like 'walkround:%' then substr(o.stream, 11)::uuid end
      left join successions n on n.institution_id = o.institution_id and n.id = case when o.stream like 'succession:%' then substr(o.stream, 12)::uuid end
      left join cases sc on sc.institution_id = n.institution_id and sc.id = n.case_id
      left join bells b on b.institution_id = o.institution_id and b.id = case when o.stream like 'bell:%' then substr(o.stream, 6)::uuid end
    order by o.due_at, o.id`.execute(db)
  return rows
}

/** What may be amber for its last working day alone; the rule itself is the domain's. */
export interface LastDayDuty { openedAt: string; dueAt: string; warnAt: string | null }
export interface DutyCounts { red: number; amber: number; open: number; lastDay: LastDayDuty[] | null }

/**
 * Counts stop at 1,000: a badge needs no more, and counting everything would scan. `amber` are those warned of;
 * `lastDay` the others that fall due until `lastDayEnds`, for the domain to judge.
 */
export async function countDuties(db: Db, staff: Staff, scope: DutyScope, { now, lastDayEnds }: { now: string; lastDayEnds: string }): Promise<DutyCounts> {
  const { rows: [row] } = await sql<DutyCounts>`
    select count(*) filter (where paused_at is null and (late_at is not null or due_at <= ${now}))::int as red,
      count(*) filter (where paused_at is null and late_at is null and due_at > ${now} and warn_at <= ${now})::int as amber, count(*)::int as open,
      json_agg(json_build_object('openedAt', ${utcText('opened_at')}, 'dueAt', ${utcText('due_at')}, 'warnAt', ${utcText('warn_at')}))
        filter (where paused_at is null and late_at is null and due_at > ${now} and due_at <= ${lastDayEnds} and (warn_at is null or warn_at > ${now})) as "lastDay"
    from (${firstDuties(staff, scope, { now, after: null, limit: 1000 })}) o`.execute(db)
  return row ?? { red: 0, amber: 0, open: 0, lastDay: null }
}

