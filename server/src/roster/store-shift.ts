import { sql } from 'kysely'
import { dueOn, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { Standstill } from '@daodi/domain/cases/two-clocks.ts'
import { visibleTo } from '../access/store.ts'
import { standstillsIn } from '../cases/store-standstills.ts'
import { readTogether } from '../database/read-together.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface ShiftPlace {
  id: string; kindName: string; unitId: string; unitName: string; policyDigest: string; unitPath: string[]; personId: string; personName: string; startsAt: string; endsAt: string
  begunAt: string | null; endedAt: string | null
}

const SHIFT = sql`select s.id, k.name as "kindName", s.unit_id as "unitId", u.name as "unitName", u.policy_digest as "policyDigest", u.path as "unitPath", s.person_id as "personId",
    p.name as "personName", s.starts_at as "startsAt", s.ends_at as "endsAt", s.begun_at as "begunAt", s.ended_at as "endedAt"
  from shifts s join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id join units u on u.institution_id = s.institution_id and u.id = s.unit_id
    join people p on p.institution_id = s.institution_id and p.id = s.person_id`

export async function findShift(db: Db, institutionId: string, shiftId: string): Promise<ShiftPlace | null> {
  const { rows: [row] } = await sql<ShiftPlace>`${SHIFT} where s.institution_id = ${institutionId} and s.id = ${shiftId}`.execute(db)
  return row ?? null
}

export async function lockShift(trx: Db, institutionId: string, shiftId: string): Promise<ShiftPlace | null> {
  const { rows: [row] } = await sql<ShiftPlace>`${SHIFT} where s.institution_id = ${institutionId} and s.id = ${shiftId} for update of s`.execute(trx)
  return row ?? null
}

export function shiftMark(trx: Db, institutionId: string, shiftId: string, mark: { begun_at: string } | { ended_at: string }) {
  return trx.updateTable('shifts').set(mark).where('institution_id', '=', institutionId).where('id', '=', shiftId)
}

export interface LeftCase { caseId: string; number: string; subject: string; status: string; as: 'firstContact' | 'handler'; dueAt: string | null; dueEstimated?: boolean; late: boolean; promisedAt: string | null; promisedEstimated?: boolean | null; registeredAt?: string; signedAt?: string; standstills?: Standstill[] }
/** Which of its dates lie beyond the published holiday notices; worked out where a record was written before that was kept. */
export function marksOf(left: LeftCase, calendar: Calendar): { dueEstimated: boolean; promisedEstimated: boolean } {
  const beyond = (at: string | null): boolean => at !== null && dueOn(calendar, at).estimated
  return { dueEstimated: left.dueEstimated ?? beyond(left.dueAt), promisedEstimated: left.promisedEstimated ?? beyond(left.promisedAt) }
}

export interface LeftPapers { caseId: string; number: string; takenAt: string; count: number }
export interface LeftTask { id: string; title: string; dueAt: string }
export interface Contents { cases: LeftCase[]; papers: LeftPapers[]; bells: number; tasks: LeftTask[] }

const MOST = 300

/** What is this person's now and on this shift, as far as the reader may see it: open cases, papers in custody, tasks; and the unit's unanswered bells. */
export async function contentsOf(db: Db, reader: Staff, { personId, unitId, endsAt }: { personId: string; unitId: string; endsAt: string }): Promise<Contents> {
  const { institutionId } = reader
  const cases = sql<LeftCase>`
    select c.id as "caseId", c.number, coalesce(t.body, '') as subject, c.status, case when c.handler_id = ${personId} then 'handler' else 'firstContact' end as "as", c.due_at as "dueAt", c.due_estimated as "dueEstimated", c.late,
      c.state #>> '{promise,dueAt}' as "promisedAt", (c.state #>> '{promise,estimated}')::boolean as "promisedEstimated", c.registered_at as "registeredAt", c.state->>'signedAt' as "signedAt", ${standstillsIn(sql`(c.state -> 'course')`)} as standstills
    from cases c left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
    where c.institution_id = ${institutionId} and c.ended_at is null and (c.handler_id = ${personId} or c.first_contact_id = ${personId}) and ${visibleTo(reader, 'c', 'c.id')}
    order by c.due_at nulls last, c.id limit ${MOST}`
  const papers = sql<LeftPapers>`
    select c.id as "caseId", c.number, x->>'at' as "takenAt", (x->>'count')::int as count from case_viewers v join cases c on c.institution_id = v.institution_id and c.id = v.case_id,
      jsonb_array_elements(c.state->'custody') x
    where v.institution_id = ${institutionId} and v.viewer = ${`p:${personId}`} and x->>'holder' = ${personId} and x->>'returnedAt' is null and ${visibleTo(reader, 'c', 'c.id')}
    order by 3, c.id limit ${MOST}`
  const bells = sql<{ count: number }>`select count(*)::int as count from bells where institution_id = ${institutionId} and unit_id = ${unitId} and answered_at is null`
  const tasks = sql<LeftTask>`select id, concat_ws(' · ', occasion, task) as title, due_at as "dueAt" from shift_tasks where institution_id = ${institutionId} and person_id = ${personId}
    and unit_id = ${unitId} and done_at is null and since < ${endsAt}::timestamptz order by due_at, id limit ${MOST}`
  const found = await readTogether<{ cases: LeftCase; papers: LeftPapers; bells: { count: number }; tasks: LeftTask }>(db, {
    cases: { rows: cases, instants: ['dueAt', 'registeredAt'] }, papers: { rows: papers }, bells: { rows: bells }, tasks: { rows: tasks, instants: ['dueAt'] },
  })
  return { ...found, bells: found.bells[0]?.count ?? 0 }
}

export interface UnsettledCase { caseId: string; number: string; subject: string; status: string; handlerName: string; dueAt: string | null; dueEstimated: boolean; late: boolean; registeredAt: string; signedAt: string; standstills: Standstill[] }

export async function unsettledOf(db: Db, reader: Staff, unitId: string): Promise<UnsettledCase[]> {
  const { rows } = await sql<UnsettledCase>`
    select c.id as "caseId", c.number, coalesce(t.body, '') as subject, c.status, p.name as "handlerName", c.due_at as "dueAt", c.due_estimated as "dueEstimated", c.late,
      c.registered_at as "registeredAt", c.state->>'signedAt' as "signedAt", ${standstillsIn(sql`(c.state -> 'course')`)} as standstills from cases c
      left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id join people p on p.institution_id = c.institution_id and p.id = c.handler_id
    where c.institution_id = ${reader.institutionId} and c.ended_at is null and c.handler_unit_id = ${unitId} and ${visibleTo(reader, 'c', 'c.id')}
    order by c.due_at nulls last, c.id limit 100`.execute(db)
  return rows
}

export interface UnitEvent { caseId: string; number: string; subject: string; kind: string; at: string; actorName: string | null }

/** What happened in the unit's cases since then, newest first, but for who merely looked something up. */
export async function eventsSince(db: Db, reader: Staff, unitId: string, since: string): Promise<UnitEvent[]> {
  const { rows } = await sql<UnitEvent>`
    select c.id as "caseId", c.number, coalesce(t.body, '') as subject, l.kind, l.at, a.name as "actorName" from cases c
      join ledger_entries l on l.institution_id = c.institution_id and l.stream = 'case:' || c.id and l.at >= ${since}::timestamptz
      left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id left join people a on a.institution_id = c.institution_id and a.id::text = l.actor
    where c.institution_id = ${reader.institutionId} and (c.handler_unit_id = ${unitId} or c.first_contact_unit_id = ${unitId}) and (c.ended_at is null or c.ended_at >= ${since}::timestamptz)
      and l.kind not in ('requester-revealed', 'requester-erased', 'attachment-added') and ${visibleTo(reader, 'c', 'c.id')}
    order by l.at desc, l.seq desc limit 100`.execute(db)
  return rows
}

export interface HandoverRow { shiftId: string; successorId: string; successorName: string; personName: string; kindName: string; notes: string | null; contents: Contents; writtenAt: string; acceptedAt: string | null }

/** The hand-over of a shift, and those given to its person, newest first. */
export async function handoversOf(db: Db, institutionId: string, of: { shiftId: string } | { successorId: string; since: string }): Promise<HandoverRow[]> {
  const which = 'shiftId' in of ? sql`h.shift_id = ${of.shiftId}` : sql`h.successor_id = ${of.successorId} and h.written_at >= ${of.since}::timestamptz`
  const { rows } = await sql<HandoverRow>`
    select h.shift_id as "shiftId", h.successor_id as "successorId", n.name as "successorName", p.name as "personName", k.name as "kindName", h.notes, '{"tasks": []}'::jsonb || h.contents as contents, h.written_at as "writtenAt",
      h.accepted_at as "acceptedAt"
    from shift_handovers h join shifts s on s.institution_id = h.institution_id and s.id = h.shift_id join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
      join people p on p.institution_id = s.institution_id and p.id = s.person_id join people n on n.institution_id = h.institution_id and n.id = h.successor_id
    where h.institution_id = ${institutionId} and ${which} order by h.written_at desc limit 20`.execute(db)
  return rows
}

/** In place of what was written before. */
export function handoverRow(trx: Db, written: { institutionId: string; shiftId: string; successorId: string; notes: string | null; salt: Buffer | null; contents: object; at: string }) {
  const row = { successor_id: written.successorId, notes: written.notes, salt: written.salt, contents: JSON.stringify(written.contents), written_at: written.at }
  return trx.insertInto('shift_handovers').values({ institution_id: written.institutionId, shift_id: written.shiftId, accepted_at: null, ...row })
    .onConflict((conflict) => conflict.columns(['institution_id', 'shift_id']).doUpdateSet(row))
}

export function handoverAccepted(trx: Db, institutionId: string, shiftId: string, at: string) {
  return trx.updateTable('shift_handovers').set({ accepted_at: at }).where('institution_id', '=', institutionId).where('shift_id', '=', shiftId)
}

export interface RoundItem { item: string; fine: boolean; place: string | null; caseId: string | null }

export async function roundOf(db: Db, institutionId: string, shiftId: string): Promise<{ at: string; items: RoundItem[] } | null> {
  const row = await db.selectFrom('shift_rounds').select(['items', 'done_at']).where('institution_id', '=', institutionId).where('shift_id', '=', shiftId).executeTakeFirst()
  return row ? { at: row.done_at, items: row.items as RoundItem[] } : null
}

export function roundRow(trx: Db, round: { institutionId: string; id: string; shiftId: string; items: RoundItem[]; at: string }) {
  return trx.insertInto('shift_rounds').values({ institution_id: round.institutionId, id: round.id, shift_id: round.shiftId, items: JSON.stringify(round.items), done_at: round.at })
}

/** How many of these cases there are for the reader. */
export async function countCases(db: Db, reader: Staff, caseIds: readonly string[]): Promise<number> {
  if (caseIds.length === 0) return 0
  const { rows: [row] } = await sql<{ count: number }>`select count(*)::int as count from cases c where c.institution_id = ${reader.institutionId} and c.id = any(${[...caseIds]}::uuid[]) and ${visibleTo(reader, 'c', 'c.id')}`.execute(db)
  return row?.count ?? 0
}

/** Those whose shift in the unit follows or overlaps: to whom this one can be handed over. */
export async function successorsOf(db: Db, institutionId: string, shift: ShiftPlace): Promise<{ personId: string; name: string; kindName: string; startsAt: string }[]> {
  const { rows } = await sql<{ personId: string; name: string; kindName: string; startsAt: string }>`
    select s.person_id as "personId", p.name, k.name as "kindName", s.starts_at as "startsAt" from shifts s join people p on p.institution_id = s.institution_id and p.id = s.person_id and p.disabled_at is null
      join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
    where s.institution_id = ${institutionId} and s.unit_id = ${shift.unitId} and s.person_id <> ${shift.personId} and s.starts_at > ${shift.startsAt}::timestamptz
      and s.starts_at <= ${shift.endsAt}::timestamptz + interval '16 hours' and s.ends_at > ${shift.endsAt}::timestamptz order by s.starts_at, p.name limit 20`.execute(db)
  return rows
}

/** Whoever is in the unit, heads it or takes the shift over. */
export function mayReadShift(staff: Staff, shift: ShiftPlace, handover: HandoverRow | undefined): boolean {
  const above = staff.roles.some(({ role, unitId }) => ['head', 'leader', 'supervisor', 'administrator'].includes(role) && shift.unitPath.includes(unitId))
  return staff.personId === shift.personId || staff.unitId === shift.unitId || handover?.successorId === staff.personId || above
}
