import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface Finding { text: string; caseId: string | null }
export interface WalkroundRow {
  id: string; unitId: string; unitName: string; unitPath: string[]; policyDigest: string; title: string; at: string; visitorId: string; visitorName: string
  receiverId: string | null; receiverName: string | null; onDutyId: string | null; onDutyName: string | null; findings: Finding[] | null; recordedAt: string | null; recordedByName: string | null; cancelledAt: string | null
}

/** Where nobody was named, whoever is rostered for the moment and not away receives it: the main shift first. */
const WALKROUND = sql`select w.id, w.unit_id as "unitId", u.name as "unitName", u.path as "unitPath", u.policy_digest as "policyDigest", w.title, w.at, w.visitor_id as "visitorId", v.name as "visitorName",
    w.receiver_id as "receiverId", r.name as "receiverName", d.id as "onDutyId", d.name as "onDutyName", w.findings, w.recorded_at as "recordedAt", b.name as "recordedByName", w.cancelled_at as "cancelledAt"
  from walkrounds w join units u on u.institution_id = w.institution_id and u.id = w.unit_id join people v on v.institution_id = w.institution_id and v.id = w.visitor_id
    left join people r on r.institution_id = w.institution_id and r.id = w.receiver_id left join people b on b.institution_id = w.institution_id and b.id = w.recorded_by
    left join lateral (select p.id, p.name from shifts s join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
        join people p on p.institution_id = s.institution_id and p.id = s.person_id and p.disabled_at is null
      where w.receiver_id is null and s.institution_id = w.institution_id and s.unit_id = w.unit_id and s.starts_at <= w.at and s.starts_at > w.at - interval '36 hours' and s.ends_at > w.at and s.person_id <> w.visitor_id
        and not exists (select from absences a where a.institution_id = s.institution_id and a.person_id = s.person_id and a.from_at <= w.at and (a.to_at is null or a.to_at > w.at))
      order by k.main desc, k.from_time, k.name, p.name, p.id limit 1) d on true`

export interface WalkroundPage { unitId: string; done: boolean; after: { at: string; id: string } | null; limit: number }

/** Planned ones in their order, those recorded newest first. */
export async function unitWalkrounds(db: Db, institutionId: string, { unitId, done, after, limit }: WalkroundPage): Promise<WalkroundRow[]> {
  const beyond = after === null ? sql`true` : done ? sql`(w.at, w.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`(w.at, w.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
  const { rows } = await sql<WalkroundRow>`${WALKROUND} where w.institution_id = ${institutionId} and w.unit_id = ${unitId} and w.cancelled_at is null
    and ${done ? sql`w.recorded_at is not null` : sql`w.recorded_at is null`} and ${beyond} order by ${done ? sql`w.at desc, w.id desc` : sql`w.at, w.id`} limit ${limit}`.execute(db)
  return rows
}

/** Of a unit, or those that somebody makes or receives; in their order. */
export async function walkroundsBetween(db: Db, institutionId: string, of: { unitId: string } | { personId: string }, span: { from: string; to: string }): Promise<WalkroundRow[]> {
  const { rows } = await sql<WalkroundRow>`${WALKROUND} where w.institution_id = ${institutionId} and w.cancelled_at is null and w.at >= ${span.from}::timestamptz and w.at < ${span.to}::timestamptz
    and ${'unitId' in of ? sql`w.unit_id = ${of.unitId}` : sql`(w.visitor_id = ${of.personId} or w.receiver_id = ${of.personId} or (w.receiver_id is null and d.id = ${of.personId}))`}
    order by w.at, w.id limit 200`.execute(db)
  return rows
}

export async function lockWalkround(trx: Db, institutionId: string, id: string): Promise<WalkroundRow | null> {
  const { rows: [row] } = await sql<WalkroundRow>`${WALKROUND} where w.institution_id = ${institutionId} and w.id = ${id} for update of w`.execute(trx)
  return row ?? null
}

export interface NewWalkround { id: string; unitId: string; title: string; visitorId: string; receiverId: string | null; at: string; plannedBy: string }

/** Gives them back as they stand now, with who receives each. */
export async function insertWalkrounds(trx: Db, institutionId: string, planned: readonly NewWalkround[]): Promise<WalkroundRow[]> {
  await trx.insertInto('walkrounds').values(planned.map((one) => ({
    institution_id: institutionId, id: one.id, unit_id: one.unitId, title: one.title, visitor_id: one.visitorId, receiver_id: one.receiverId, at: one.at, planned_by: one.plannedBy,
    findings: null, salt: null, recorded_at: null, recorded_by: null, cancelled_at: null,
  }))).execute()
  const { rows } = await sql<WalkroundRow>`${WALKROUND} where w.institution_id = ${institutionId} and w.id = any(${planned.map(({ id }) => id)}::uuid[]) order by w.at, w.id`.execute(trx)
  return rows
}

export function walkroundMark(trx: Db, institutionId: string, id: string, mark: { findings: string; salt: Buffer | null; recorded_at: string; recorded_by: string } | { cancelled_at: string }) {
  return trx.updateTable('walkrounds').set(mark).where('institution_id', '=', institutionId).where('id', '=', id)
}
