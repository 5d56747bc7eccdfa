import { sql } from 'kysely'
import type { TaskItem } from '@daodi/domain/roster/task.ts'
import type { Db } from '../http/route.ts'

export interface TaskRow {
  id: string; shiftId: string; kindName: string; unitId: string; policyDigest: string; occasion: string | null; task: string; personId: string; personName: string; since: string; dueAt: string
  offeredTo: string | null; offeredToName: string | null; receivedBy: string | null; receivedByName: string | null
  items: TaskItem[]; ticked: { item: string; at: string | null; byName: string | null }[]; satisfaction: boolean; grade: number | null; comment: string | null
  doneAt: string | null; doneBy: string | null; doneByName: string | null
}

const TASK = sql`select t.id, t.shift_id as "shiftId", k.name as "kindName", t.unit_id as "unitId", u.policy_digest as "policyDigest", t.occasion, t.task, t.person_id as "personId", p.name as "personName",
    t.since, t.due_at as "dueAt", t.offered_to as "offeredTo", o.name as "offeredToName", t.received_by as "receivedBy", r.name as "receivedByName", t.items,
    coalesce((select json_agg(json_build_object('item', i.one->>'item', 'at', i.one->>'at', 'byName', b.name) order by i.place) from jsonb_array_elements(t.items) with ordinality i(one, place)
      left join people b on b.institution_id = t.institution_id and b.id = (i.one->>'by')::uuid), '[]') as ticked,
    t.satisfaction, t.grade, t.comment, t.done_at as "doneAt", t.done_by as "doneBy", d.name as "doneByName"
  from shift_tasks t join shifts s on s.institution_id = t.institution_id and s.id = t.shift_id join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
    join units u on u.institution_id = t.institution_id and u.id = t.unit_id join people p on p.institution_id = t.institution_id and p.id = t.person_id
    left join people o on o.institution_id = t.institution_id and o.id = t.offered_to left join people r on r.institution_id = t.institution_id and r.id = t.received_by
    left join people d on d.institution_id = t.institution_id and d.id = t.done_by`

export interface TaskPage { unitId: string; done: boolean; at: string; after: { at: string; id: string } | null; limit: number }

/** Open ones by due time, begun already; done ones newest first. */
export async function unitTasks(db: Db, institutionId: string, { unitId, done, at, after, limit }: TaskPage): Promise<TaskRow[]> {
  const place = done ? sql`(t.done_at, t.id)` : sql`(t.due_at, t.id)`
  const beyond = after === null ? sql`true` : done ? sql`${place} < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`${place} > (${after.at}::timestamptz, ${after.id}::uuid)`
  const { rows } = await sql<TaskRow>`${TASK} where t.institution_id = ${institutionId} and t.unit_id = ${unitId}
    and ${done ? sql`t.done_at is not null` : sql`t.done_at is null and t.since <= ${at}::timestamptz`} and ${beyond}
    order by ${done ? sql`t.done_at desc, t.id desc` : sql`t.due_at, t.id`} limit ${limit}`.execute(db)
  return rows
}

/** What began on a shift and is its person's or done; and, while it lasts, what they have taken over from others. */
export async function tasksOfShift(db: Db, institutionId: string, shift: { id: string; personId: string; unitId: string; startsAt: string; endedAt: string | null }, at: string): Promise<TaskRow[]> {
  const lasts = shift.startsAt <= at && shift.endedAt === null
  const taken = lasts ? sql`or (t.person_id = ${shift.personId} and t.done_at is null and t.since <= ${at}::timestamptz)` : sql``
  const { rows } = await sql<TaskRow>`${TASK} where t.institution_id = ${institutionId} and t.unit_id = ${shift.unitId}
      and ((t.shift_id = ${shift.id} and (t.done_at is not null or t.person_id = ${shift.personId})) ${taken})
    order by (t.done_at is not null), t.due_at, t.id limit 200`.execute(db)
  return rows
}

/** What somebody has in a unit at the moment, held until the transaction ends. */
export async function lockOpenTasks(trx: Db, institutionId: string, of: { personId: string; unitId: string; at: string }): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`${TASK} where t.institution_id = ${institutionId} and t.person_id = ${of.personId} and t.unit_id = ${of.unitId} and t.done_at is null
    and t.since <= ${of.at}::timestamptz order by t.due_at, t.id limit 200 for update of t`.execute(trx)
  return rows
}

export async function lockTask(trx: Db, institutionId: string, taskId: string): Promise<TaskRow | null> {
  const { rows: [row] } = await sql<TaskRow>`${TASK} where t.institution_id = ${institutionId} and t.id = ${taskId} for update of t`.execute(trx)
  return row ?? null
}

export interface NewTask {
  id: string; shiftId: string; unitId: string; occasion: string | null; task: string; personId: string; offeredTo: string | null; receivedBy: string | null; since: string; dueAt: string
  items: readonly TaskItem[]; satisfaction: boolean
}

export function newTasks(trx: Db, institutionId: string, tasks: readonly NewTask[]) {
  return tasks.length === 0 ? null : trx.insertInto('shift_tasks').values(tasks.map((task) => ({
    institution_id: institutionId, id: task.id, shift_id: task.shiftId, unit_id: task.unitId, occasion: task.occasion, task: task.task, person_id: task.personId, offered_to: task.offeredTo,
    received_by: task.receivedBy, since: task.since, due_at: task.dueAt, items: JSON.stringify(task.items), satisfaction: task.satisfaction, grade: null, comment: null, salt: null, done_at: null, done_by: null,
  })))
}

export interface TaskMark {
  person_id?: string; offered_to?: string | null; items?: string; grade?: number | null; comment?: string | null; salt?: Buffer | null; done_at?: string | null; done_by?: string | null
}

export function taskMark(trx: Db, institutionId: string, id: string, mark: TaskMark) {
  return trx.updateTable('shift_tasks').set(mark).where('institution_id', '=', institutionId).where('id', '=', id)
}

/** Somebody else's from now on, whoever they had been offered to. */
export function passedTasks(institutionId: string, toPersonId: string, tasks: readonly { id: string; dueAt: string }[]) {
  const rows = JSON.stringify(tasks.map(({ id, dueAt }) => ({ id, due_at: dueAt })))
  return sql`update shift_tasks t set person_id = ${toPersonId}, offered_to = null, due_at = d.due_at from jsonb_to_recordset(${rows}::jsonb) as d(id uuid, due_at timestamptz)
    where t.institution_id = ${institutionId} and t.id = d.id`
}

/** The common tasks of these shifts, which have not begun. */
export function commonTasksGone(trx: Db, institutionId: string, shiftIds: readonly string[]) {
  return shiftIds.length === 0 ? null : trx.deleteFrom('shift_tasks').where('institution_id', '=', institutionId).where('shift_id', 'in', [...shiftIds]).where('occasion', 'is', null)
}

/** One after the other, so that two who arrive at once do not come to the same person. */
export async function lockTurns(trx: Db, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`turns:${unitId}`}, 0))`.execute(trx)
}

/** When an occasion last came to each person of the unit, within a month. */
export async function lastTurns(db: Db, institutionId: string, of: { unitId: string; occasions: readonly string[]; at: string }): Promise<{ occasion: string; personId: string; lastAt: string }[]> {
  const { rows } = await sql<{ occasion: string; personId: string; lastAt: string }>`select occasion, person_id as "personId", max(since) as "lastAt" from shift_tasks where institution_id = ${institutionId}
    and unit_id = ${of.unitId} and occasion = any(${[...of.occasions]}) and since > ${of.at}::timestamptz - interval '31 days' group by 1, 2`.execute(db)
  return rows
}

export async function satisfactionOf(db: Db, institutionId: string, of: { unitId: string; at: string }): Promise<{ count: number; average: number | null }> {
  const { rows: [row] } = await sql<{ count: number; average: number | null }>`select count(grade)::int as count, round(avg(grade), 2)::float8 as average from shift_tasks where institution_id = ${institutionId}
    and unit_id = ${of.unitId} and done_at > ${of.at}::timestamptz - interval '30 days' and grade is not null`.execute(db)
  return row ?? { count: 0, average: null }
}
