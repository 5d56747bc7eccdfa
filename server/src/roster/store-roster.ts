import { sql, type RawBuilder } from 'kysely'
import type { Absence, Cover } from '@daodi/domain/roster/away.ts'
import type { Shift, ShiftKind } from '@daodi/domain/roster/shift.ts'
import type { CommonTask } from '@daodi/domain/roster/task.ts'
import { readTogether, type Read } from '../database/read-together.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface RosterUnit { id: string; name: string; path: string[]; policyDigest: string; mayPlan: boolean }

/** Heads and leaders plan the duty of their units, administrators that of the units they administer. */
export async function rosterUnit(db: Db, staff: Staff, unitId: string): Promise<RosterUnit | null> {
  const { rows: [unit] } = await unitIn(staff, sql`${unitId}`).execute(db)
  return unit ? planned(staff, unit) : null
}

type UnitRow = Omit<RosterUnit, 'mayPlan'>

const unitIn = ({ institutionId }: Staff, unitId: RawBuilder<unknown>) => sql<UnitRow>`select id, name, path, policy_digest as "policyDigest" from units where institution_id = ${institutionId} and id = ${unitId}`
const planned = (staff: Staff, unit: UnitRow): RosterUnit => ({ ...unit, mayPlan: plansIn(staff, unit.id, unit.path) })

function plansIn(staff: Staff, unitId: string, path: readonly string[]): boolean {
  return staff.heads.includes(unitId) || staff.roles.some((grant) => grant.role === 'administrator' && path.includes(grant.unitId))
}

export interface PersonPlace { id: string; name: string; unitId: string; post: string | null; mayPlan: boolean }

/** Those of them who work here; `mayPlan`: the caller plans their duty. */
export async function personPlaces(db: Db, staff: Staff, personIds: readonly string[]): Promise<Map<string, PersonPlace>> {
  const rows = await db.selectFrom('people as p').innerJoin('units as u', (join) => join.onRef('u.institution_id', '=', 'p.institution_id').onRef('u.id', '=', 'p.unit_id'))
    .select(['p.id', 'p.name', 'p.post', 'p.unit_id', 'u.path']).where('p.institution_id', '=', staff.institutionId).where('p.id', 'in', [...personIds]).where('p.disabled_at', 'is', null).execute()
  return new Map(rows.map((row) => [row.id, { id: row.id, name: row.name, unitId: row.unit_id, post: row.post, mayPlan: plansIn(staff, row.unit_id, row.path) }]))
}

export type KindRow = ShiftKind & { post: string | null; team: string | null; deskId: string | null; postId: string | null; postName: string | null; main: boolean; tasks: readonly CommonTask[]; retired: boolean }

const KIND = sql<KindRow>`select k.id, k.unit_id as "unitId", k.name, k.from_time as "from", k.to_time as "to", k.weekdays, k.post, k.team, k.desk_id as "deskId", k.least, k.needs, k.criteria,
    d.id as "postId", d.name as "postName", coalesce(d.languages || d.qualifications, '{}') as "postNeeds", k.main, k.tasks, k.retired_at is not null as retired
  from shift_kinds k left join posts d on d.institution_id = k.institution_id and d.id = k.post_id and d.removed_at is null`

const kindsIn = (institutionId: string, unitId: string) => sql<KindRow>`${KIND} where k.institution_id = ${institutionId} and k.unit_id = ${unitId}`
const IN_ORDER = sql`order by k.from_time, k.name, k.id`

/** Of a unit, also those that are worked no more, for the shifts of the past. */
export async function shiftKindsOf(db: Db, institutionId: string, unitId: string): Promise<KindRow[]> {
  return (await sql<KindRow>`${kindsIn(institutionId, unitId)} ${IN_ORDER}`.execute(db)).rows
}

/** A unit, and the kinds of shift that are worked there. */
export async function unitWithKinds(db: Db, staff: Staff, unitId: string): Promise<{ unit: RosterUnit; kinds: KindRow[] } | null> {
  const { units: [unit], kinds } = await readTogether<{ units: UnitRow; kinds: KindRow }>(db, {
    units: { rows: unitIn(staff, sql`${unitId}`) }, kinds: { rows: sql<KindRow>`${kindsIn(staff.institutionId, unitId)} and k.retired_at is null ${IN_ORDER}` },
  })
  return unit ? { unit: planned(staff, unit), kinds } : null
}

/** A kind of shift that is worked, and its unit. */
export async function kindWithUnit(db: Db, staff: Staff, kindId: string): Promise<{ unit: RosterUnit; kind: KindRow } | null> {
  const { institutionId } = staff
  const { units: [unit], kinds: [kind] } = await readTogether<{ units: UnitRow; kinds: KindRow }>(db, {
    kinds: { rows: sql<KindRow>`${KIND} where k.institution_id = ${institutionId} and k.id = ${kindId} and k.retired_at is null` },
    units: { rows: unitIn(staff, sql`(select unit_id from shift_kinds where institution_id = ${institutionId} and id = ${kindId})`) },
  })
  return unit && kind ? { unit: planned(staff, unit), kind } : null
}

export type ShiftRow = Shift & { kindName: string; unitId: string; unitName: string; personName: string; begunAt: string | null; endedAt: string | null }

interface ShiftsOf { unitId?: string; personIds?: readonly string[]; ids?: readonly string[] }
interface Time { from: string; to: string }

const SHIFT_INSTANTS = ['startsAt', 'endsAt', 'begunAt', 'endedAt'] as const
const EVER: Time = { from: '2000-01-01T00:00:00.000Z', to: '2199-12-31T00:00:00.000Z' }

function shiftsIn(institutionId: string, { unitId, personIds, ids }: ShiftsOf, span: Time): Read<ShiftRow> {
  const rows = sql<ShiftRow>`
    select s.id, s.kind_id as "kindId", k.name as "kindName", s.unit_id as "unitId", u.name as "unitName", s.person_id as "personId", p.name as "personName", s.day, s.starts_at as "startsAt", s.ends_at as "endsAt",
      s.override_reason as "overrideReason", s.begun_at as "begunAt", s.ended_at as "endedAt"
    from shifts s join people p on p.institution_id = s.institution_id and p.id = s.person_id join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
      join units u on u.institution_id = s.institution_id and u.id = s.unit_id
    where s.institution_id = ${institutionId} and s.starts_at < ${span.to}::timestamptz and s.starts_at > ${span.from}::timestamptz - interval '36 hours' and s.ends_at > ${span.from}::timestamptz
      and ${unitId === undefined ? sql`true` : sql`s.unit_id = ${unitId}`} and ${personIds === undefined ? sql`true` : sql`s.person_id = any(${[...personIds]}::uuid[])`}
      and ${ids === undefined ? sql`true` : sql`s.id = any(${[...ids]}::uuid[])`}
    order by s.starts_at, p.name, s.id`
  return { rows, instants: SHIFT_INSTANTS }
}

/** Shifts that touch the time, of a unit or of some people; one more day before it, for those over midnight. */
export async function shiftsBetween(db: Db, institutionId: string, of: ShiftsOf, span: Time): Promise<ShiftRow[]> {
  return (await shiftsIn(institutionId, of, span).rows.execute(db)).rows
}

/** Shifts of a unit that are to go, whether somebody was received on one of them, which makes it history; and those of the week that is copied and of the one it is copied into. */
export async function shiftsToChange(db: Db, institutionId: string, of: { unitId: string; ids: readonly string[]; weeks: { from: Time; into: Time } | null }) {
  const { unitId, ids, weeks } = of
  const none = { ids: [] }
  const received = sql<{ id: string }>`select id from shift_tasks where institution_id = ${institutionId} and shift_id = any(${[...ids]}::uuid[]) and occasion is not null limit 1`
  return readTogether<{ going: ShiftRow; received: { id: string }; from: ShiftRow; into: ShiftRow }>(db, {
    going: shiftsIn(institutionId, { unitId, ids }, EVER), received: { rows: received },
    from: shiftsIn(institutionId, weeks ? { unitId } : none, weeks?.from ?? EVER), into: shiftsIn(institutionId, weeks ? { unitId } : none, weeks?.into ?? EVER),
  })
}

/** Shifts of a kind that are planned and have not begun; held until the transaction ends. */
export async function shiftsOfKind(trx: Db, institutionId: string, kindId: string, at: string): Promise<(Omit<Shift, 'overrideReason'> & { unitId: string })[]> {
  const { rows } = await sql<Omit<Shift, 'overrideReason'> & { unitId: string }>`
    select id, kind_id as "kindId", unit_id as "unitId", person_id as "personId", day, starts_at as "startsAt", ends_at as "endsAt" from shifts
    where institution_id = ${institutionId} and kind_id = ${kindId} and starts_at > ${at}::timestamptz and begun_at is null order by starts_at, id for update`.execute(trx)
  return rows
}

export interface AbsenceRow extends Absence { id: string; personName: string; deputyId: string | null; deputyName: string | null; note: string | null }

export async function absencesOf(db: Db, institutionId: string, personIds: readonly string[], span: { from: string; to: string | null }): Promise<AbsenceRow[]> {
  return personIds.length === 0 ? [] : (await absencesIn(institutionId, personIds, span).rows.execute(db)).rows
}

function absencesIn(institutionId: string, personIds: readonly string[], span: { from: string; to: string | null }): Read<AbsenceRow> {
  const rows = sql<AbsenceRow>`
    select a.id, a.person_id as "personId", p.name as "personName", a.kind, a.from_at as "from", a.to_at as "to", a.deputy_id as "deputyId", d.name as "deputyName", a.note
    from absences a join people p on p.institution_id = a.institution_id and p.id = a.person_id left join people d on d.institution_id = a.institution_id and d.id = a.deputy_id
    where a.institution_id = ${institutionId} and a.person_id = any(${[...personIds]}::uuid[]) and (a.to_at is null or a.to_at > ${span.from}::timestamptz)
      and ${span.to === null ? sql`true` : sql`a.from_at < ${span.to}::timestamptz`} order by a.from_at, a.id`
  return { rows, instants: ['from', 'to'] }
}

/** When some people are away, and when the first of them is on duty. */
export async function awayAndOnDuty(db: Db, institutionId: string, personIds: readonly string[], { from, to }: { from: string; to: string | null }): Promise<{ absences: AbsenceRow[]; shifts: ShiftRow[] }> {
  return readTogether<{ absences: AbsenceRow; shifts: ShiftRow }>(db, {
    absences: absencesIn(institutionId, personIds, { from, to }), shifts: shiftsIn(institutionId, { personIds: personIds.slice(0, 1) }, { from, to: to ?? EVER.to }),
  })
}

/** Who can be rostered in a unit, and what those have then who are to be. */
export async function aroundPlan(db: Db, institutionId: string, { unitId, personIds, span }: { unitId: string; personIds: readonly string[]; span: Time }) {
  return readTogether<{ people: RosterPersonRow; shifts: ShiftRow; absences: AbsenceRow }>(db, {
    people: { rows: peopleIn(institutionId, unitId, personIds) }, shifts: shiftsIn(institutionId, { personIds }, span), absences: absencesIn(institutionId, personIds, span),
  })
}

export interface RosterPersonRow { id: string; name: string; post: string | null; unitName: string; skills: string[]; deputyId: string | null; pinyin: string; initials: string }

const PEOPLE_MOST = 500

/** Whom a roster offers: everybody who works in the unit or below it, or holds one of its posts; and whoever `also` names, for windows are staffed from many units. What they can do is what the roster and what the directory say. */
export async function rosterPeople(db: Db, institutionId: string, unitId: string, also: readonly string[]): Promise<RosterPersonRow[]> {
  return (await peopleIn(institutionId, unitId, also).execute(db)).rows
}

function peopleIn(institutionId: string, unitId: string, also: readonly string[]): RawBuilder<RosterPersonRow> {
  return sql<RosterPersonRow>`
    select p.id, p.name, p.post, u.name as "unitName", p.pinyin, p.initials, array(select k.skill from person_skills k where k.institution_id = p.institution_id and k.person_id = p.id union select unnest(p.languages || p.qualifications) order by 1) as skills,
      (select c.deputy_id from covers c where c.institution_id = p.institution_id and c.person_id = p.id) as "deputyId"
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and p.disabled_at is null and (u.path @> array[${unitId}::uuid] or p.id = any(${[...also]}::uuid[])
      or exists (select from unit_posts h where h.institution_id = p.institution_id and h.person_id = p.id and h.unit_id = ${unitId}))
    order by p.name, p.id limit ${PEOPLE_MOST}`
}

/** Who stands in for this person and for whom they stand in: by their posts at any time, and by an absence of that time which names somebody. */
export async function coversAround(db: Db, institutionId: string, personId: string, span: { from: string; to: string | null }): Promise<Cover[]> {
  const { rows } = await sql<Cover>`select person_id as "personId", deputy_id as "deputyId" from covers where institution_id = ${institutionId} and (person_id = ${personId} or deputy_id = ${personId})
    union select a.person_id, a.deputy_id from absences a where a.institution_id = ${institutionId} and a.deputy_id = ${personId} and (a.to_at is null or a.to_at > ${span.from}::timestamptz)
      and ${span.to === null ? sql`true` : sql`a.from_at < ${span.to}::timestamptz`}`.execute(db)
  return rows
}

/** One plan at a time in an institution, so that two cannot put the same person in two places; registering goes on. */
export async function lockRoster(trx: Db, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster:${institutionId}`}, 0))`.execute(trx)
}

export async function insertKind(trx: Db, institutionId: string, kind: KindRow): Promise<void> {
  await trx.insertInto('shift_kinds').values({ institution_id: institutionId, id: kind.id, unit_id: kind.unitId, ...kindColumns(kind), retired_at: null }).execute()
}

export async function updateKind(trx: Db, institutionId: string, kind: KindRow, retiredAt: string | null): Promise<void> {
  await trx.updateTable('shift_kinds').set({ ...kindColumns(kind), retired_at: retiredAt }).where('institution_id', '=', institutionId).where('id', '=', kind.id).execute()
}

function kindColumns({ name, from, to, weekdays, post, team, deskId, least, needs, criteria, postId, main, tasks }: KindRow) {
  return {
    name, from_time: from, to_time: to, weekdays: [...weekdays], post, team, desk_id: deskId, least, needs: [...needs], criteria: [...criteria], post_id: postId, main, tasks: JSON.stringify(tasks),
  }
}

/** A post that there still is, of the unit or of one above it. */
export async function isPostFor(db: Db, institutionId: string, postId: string, unitPath: readonly string[]): Promise<boolean> {
  return await db.selectFrom('posts').select('id').where('institution_id', '=', institutionId).where('id', '=', postId).where('removed_at', 'is', null)
    .where('unit_id', 'in', [...unitPath]).executeTakeFirst() !== undefined
}

export function shiftsGone(institutionId: string, ids: readonly string[]) {
  return ids.length === 0 ? null : sql`delete from shifts where institution_id = ${institutionId} and id = any(${[...ids]}::uuid[]) returning id`
}

/** `afterGone`: only when `shiftsGone` of the same act has made room, for nobody has the same shift of a day twice. */
export function newShifts(institutionId: string, added: readonly (Shift & { unitId: string })[], { afterGone }: { afterGone: boolean }) {
  const rows = JSON.stringify(added.map((shift) => ({
    id: shift.id, kind_id: shift.kindId, unit_id: shift.unitId, person_id: shift.personId, day: shift.day, starts_at: shift.startsAt, ends_at: shift.endsAt, override_reason: shift.overrideReason,
  })))
  return sql`insert into shifts (institution_id, id, kind_id, unit_id, person_id, day, starts_at, ends_at, override_reason)
    select ${institutionId}::uuid, s.* from jsonb_to_recordset(${rows}::jsonb)
      as s(id uuid, kind_id uuid, unit_id uuid, person_id uuid, day date, starts_at timestamptz, ends_at timestamptz, override_reason text) ${afterGone ? sql`where (select count(*) from gone) >= 0` : sql``}`
}
