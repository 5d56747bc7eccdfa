import { sql } from 'kysely'
import type { Absence, Cover } from '@daodi/domain/roster/away.ts'
import type { Shift, ShiftKind } from '@daodi/domain/roster/shift.ts'
import type { CommonTask } from '@daodi/domain/roster/task.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface RosterUnit { id: string; name: string; path: string[]; policyDigest: string; mayPlan: boolean }

/** Heads and leaders plan the duty of their units, administrators that of the units they administer. */
export async function rosterUnit(db: Db, staff: Staff, unitId: string): Promise<RosterUnit | null> {
  const unit = await db.selectFrom('units').select(['id', 'name', 'path', 'policy_digest']).where('institution_id', '=', staff.institutionId).where('id', '=', unitId).executeTakeFirst()
  if (!unit) return null
  return { id: unit.id, name: unit.name, path: unit.path, policyDigest: unit.policy_digest, mayPlan: plansIn(staff, unit.id, unit.path) }
}

function plansIn(staff: Staff, unitId: string, path: readonly string[]): boolean {
  return staff.heads.includes(unitId) || staff.roles.some((grant) => grant.role === 'administrator' && path.includes(grant.unitId))
}

export interface PersonPlace { id: string; name: string; unitId: string; post: string | null; mayPlan: boolean }

/** Somebody who works here; `mayPlan`: the caller plans their duty. */
export async function personPlace(db: Db, staff: Staff, personId: string): Promise<PersonPlace | null> {
  const row = await db.selectFrom('people as p').innerJoin('units as u', (join) => join.onRef('u.institution_id', '=', 'p.institution_id').onRef('u.id', '=', 'p.unit_id'))
    .select(['p.id', 'p.name', 'p.post', 'p.unit_id', 'u.path']).where('p.institution_id', '=', staff.institutionId).where('p.id', '=', personId).where('p.disabled_at', 'is', null).executeTakeFirst()
  return row ? { id: row.id, name: row.name, unitId: row.unit_id, post: row.post, mayPlan: plansIn(staff, row.unit_id, row.path) } : null
}

export type KindRow = ShiftKind & { post: string | null; team: string | null; deskId: string | null; postId: string | null; postName: string | null; main: boolean; tasks: readonly CommonTask[]; retired: boolean }

/** `retired`: also kinds that are worked no more, for the shifts of the past. */
export async function shiftKindsOf(db: Db, institutionId: string, unitIds: readonly string[] | null, retired = false): Promise<KindRow[]> {
  const rows = await db.selectFrom('shift_kinds as k')
    .leftJoin('posts as d', (join) => join.onRef('d.institution_id', '=', 'k.institution_id').onRef('d.id', '=', 'k.post_id').on('d.removed_at', 'is', null))
    .selectAll('k').select(['d.id as held_id', 'd.name as post_name', 'd.languages', 'd.qualifications']).where('k.institution_id', '=', institutionId)
    .$if(unitIds !== null, (query) => query.where('k.unit_id', 'in', unitIds?.length ? [...unitIds] : ['00000000-0000-0000-0000-000000000000']))
    .$if(!retired, (query) => query.where('k.retired_at', 'is', null)).orderBy('k.from_time').orderBy('k.name').orderBy('k.id').execute()
  return rows.map((row) => ({
    id: row.id, unitId: row.unit_id, name: row.name, from: row.from_time, to: row.to_time, weekdays: row.weekdays, post: row.post, team: row.team, deskId: row.desk_id, least: row.least,
    needs: row.needs, criteria: row.criteria, postId: row.held_id, postName: row.post_name, postNeeds: [...row.languages ?? [], ...row.qualifications ?? []], main: row.main, tasks: row.tasks as CommonTask[], retired: row.retired_at !== null,
  }))
}

export type ShiftRow = Shift & { unitId: string; personName: string; begunAt: string | null; endedAt: string | null }

/** Shifts that touch the time, of a unit or of some people; one more day before it, for those over midnight. */
export async function shiftsBetween(db: Db, institutionId: string, of: { unitId?: string; personIds?: readonly string[]; ids?: readonly string[] }, span: { from: string; to: string }): Promise<ShiftRow[]> {
  const { unitId, personIds, ids } = of
  const { rows } = await sql<ShiftRow>`
    select s.id, s.kind_id as "kindId", s.unit_id as "unitId", s.person_id as "personId", p.name as "personName", s.day, s.starts_at as "startsAt", s.ends_at as "endsAt",
      s.override_reason as "overrideReason", s.begun_at as "begunAt", s.ended_at as "endedAt"
    from shifts s join people p on p.institution_id = s.institution_id and p.id = s.person_id
    where s.institution_id = ${institutionId} and s.starts_at < ${span.to}::timestamptz and s.starts_at > ${span.from}::timestamptz - interval '36 hours' and s.ends_at > ${span.from}::timestamptz
      and ${unitId === undefined ? sql`true` : sql`s.unit_id = ${unitId}`} and ${personIds === undefined ? sql`true` : sql`s.person_id = any(${[...personIds]}::uuid[])`}
      and ${ids === undefined ? sql`true` : sql`s.id = any(${[...ids]}::uuid[])`}
    order by s.starts_at, p.name, s.id`.execute(db)
  return rows
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
  if (personIds.length === 0) return []
  const { rows } = await sql<AbsenceRow>`
    select a.id, a.person_id as "personId", p.name as "personName", a.kind, a.from_at as "from", a.to_at as "to", a.deputy_id as "deputyId", d.name as "deputyName", a.note
    from absences a join people p on p.institution_id = a.institution_id and p.id = a.person_id left join people d on d.institution_id = a.institution_id and d.id = a.deputy_id
    where a.institution_id = ${institutionId} and a.person_id = any(${[...personIds]}::uuid[]) and (a.to_at is null or a.to_at > ${span.from}::timestamptz)
      and ${span.to === null ? sql`true` : sql`a.from_at < ${span.to}::timestamptz`} order by a.from_at, a.id`.execute(db)
  return rows
}

export interface RosterPersonRow { id: string; name: string; post: string | null; unitName: string; skills: string[]; deputyId: string | null; pinyin: string; initials: string }

const PEOPLE_MOST = 500

/** Whom a roster offers: everybody who works in the unit or below it, or holds one of its posts; and whoever `also` names, for windows are staffed from many units. What they can do is what the roster and what the directory say. */
export async function rosterPeople(db: Db, institutionId: string, unitId: string, also: readonly string[] = []): Promise<RosterPersonRow[]> {
  const { rows } = await sql<RosterPersonRow>`
    select p.id, p.name, p.post, u.name as "unitName", p.pinyin, p.initials, array(select k.skill from person_skills k where k.institution_id = p.institution_id and k.person_id = p.id union select unnest(p.languages || p.qualifications) order by 1) as skills,
      (select c.deputy_id from covers c where c.institution_id = p.institution_id and c.person_id = p.id) as "deputyId"
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and p.disabled_at is null and (u.path @> array[${unitId}::uuid] or p.id = any(${[...also]}::uuid[])
      or exists (select from unit_posts h where h.institution_id = p.institution_id and h.person_id = p.id and h.unit_id = ${unitId}))
    order by p.name, p.id limit ${PEOPLE_MOST}`.execute(db)
  return rows
}

/** Of everybody in `personIds` and of those who stand in for them or for whom they stand in. */
export async function coversAround(db: Db, institutionId: string, personIds: readonly string[]): Promise<Cover[]> {
  const rows = await db.selectFrom('covers').select(['person_id', 'deputy_id']).where('institution_id', '=', institutionId)
    .where((where) => where.or([where('person_id', 'in', [...personIds]), where('deputy_id', 'in', [...personIds])])).execute()
  return rows.map((row) => ({ personId: row.person_id, deputyId: row.deputy_id }))
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

export async function insertShifts(trx: Db, institutionId: string, shifts: readonly (Shift & { unitId: string })[]): Promise<void> {
  if (shifts.length === 0) return
  await trx.insertInto('shifts').values(shifts.map((shift) => ({
    institution_id: institutionId, id: shift.id, kind_id: shift.kindId, unit_id: shift.unitId, person_id: shift.personId, day: shift.day, starts_at: shift.startsAt, ends_at: shift.endsAt,
    override_reason: shift.overrideReason, begun_at: null, ended_at: null,
  }))).execute()
}

export async function deleteShifts(trx: Db, institutionId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('shifts').where('institution_id', '=', institutionId).where('id', 'in', [...ids]).execute()
}
