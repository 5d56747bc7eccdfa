import { sql } from 'kysely'
import type { Standstill } from '@daodi/domain/cases/two-clocks.ts'
import type { Db } from '../http/route.ts'
import { standstillsIn } from './store-standstills.ts'

export interface LeaverRow { id: string; name: string; unitId: string; unitName: string; disabled: boolean }

export async function findLeaver(db: Db, institutionId: string, personId: string, scopes: readonly string[]): Promise<LeaverRow | null> {
  const { rows: [row] } = await sql<LeaverRow>`
    select p.id, p.name, p.unit_id as "unitId", u.name as "unitName", p.disabled_at is not null as disabled from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and p.id = ${personId} and u.path && ${[...scopes]}::uuid[]`.execute(db)
  return row ?? null
}

export interface HeldCase {
  caseId: string; number: string; unitId: string; unitName: string; status: string; dueAt: string | null; dueEstimated: boolean; late: boolean; first: boolean; handling: boolean; policyDigest: string
  successorId: string | null; successorName: string | null; namedAt: string | null
}

/** Every open case in which this person holds or owes something, and every merged one that would be theirs again on its own; by what is due first. */
export async function heldCases(db: Db, institutionId: string, personId: string): Promise<HeldCase[]> {
  const { rows } = await sql<HeldCase>`
    with held as (select id from cases where institution_id = ${institutionId} and first_contact_id = ${personId} and ended_at is null
      union select id from cases where institution_id = ${institutionId} and handler_id = ${personId} and ended_at is null
      union select case_id from obligations where institution_id = ${institutionId} and person_id = ${personId} and state = 'open' and case_id is not null
      union select c.id from case_viewers v join cases c on c.institution_id = v.institution_id and c.id = v.case_id where v.institution_id = ${institutionId} and v.viewer = ${`p:${personId}`} and c.ended_at is null
        and (c.pending_person_id = ${personId} or c.state #> '{ruling,arbiters}' @> to_jsonb(${personId}::text)
          or c.state -> 'custody' @> jsonb_build_array(jsonb_build_object('holder', ${personId}::text, 'returnedAt', null))
            or c.state -> 'pair' @> jsonb_build_array(jsonb_build_object('personId', ${personId}::text)))
      union select c.id from cases m join cases c on c.institution_id = m.institution_id and c.merged_into_id = m.id where m.institution_id = ${institutionId} and m.ended_at is null and c.status = 'merged'
        and (c.first_contact_id = ${personId} or c.handler_id = ${personId} or c.state #> '{merged,obligations}' @> jsonb_build_array(jsonb_build_object('personId', ${personId}::text))))
    select c.id as "caseId", c.number, c.handler_unit_id as "unitId", u.name as "unitName", c.status, c.due_at as "dueAt", c.due_estimated as "dueEstimated", c.late, c.first_contact_id = ${personId} as first, c.handler_id = ${personId} as handling,
      c.policy_digest as "policyDigest", s.successor_id as "successorId", p.name as "successorName", s.named_at as "namedAt"
    from held h join cases c on c.institution_id = ${institutionId} and c.id = h.id join units u on u.institution_id = c.institution_id and u.id = c.handler_unit_id
      left join successions s on s.institution_id = c.institution_id and s.leaver_id = ${personId} and s.case_id = c.id and s.signed_at is null
      left join people p on p.institution_id = s.institution_id and p.id = s.successor_id
    order by c.due_at nulls last, c.id limit 2000`.execute(db)
  return rows
}

export async function leaverFigures(db: Db, institutionId: string, personId: string, at: string): Promise<{ signed: number; shifts: number }> {
  const { rows: [row] } = await sql<{ signed: number; shifts: number }>`
    select (select count(*) from successions where institution_id = ${institutionId} and leaver_id = ${personId} and signed_at is not null)::int as signed,
      (select count(*) from shifts where institution_id = ${institutionId} and person_id = ${personId} and ends_at > ${at}::timestamptz and ended_at is null)::int as shifts`.execute(db)
  return row ?? { signed: 0, shifts: 0 }
}

export async function workHere(db: Db, institutionId: string, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('people').select(['id', 'unit_id']).where('institution_id', '=', institutionId).where('id', 'in', [...personIds]).where('disabled_at', 'is', null).execute()
  return new Map(rows.map((row) => [row.id, row.unit_id]))
}

export interface NamedSuccession { id: string; caseId: string; successorId: string }

/** Whoever was named before for these cases and has not signed; gives the ids of the namings that are gone. */
export async function removeNamings(trx: Db, of: { institutionId: string; leaverId: string }, caseIds: readonly string[]): Promise<string[]> {
  const gone = await trx.deleteFrom('successions').where('institution_id', '=', of.institutionId).where('leaver_id', '=', of.leaverId).where('signed_at', 'is', null)
    .where('case_id', 'in', [...caseIds]).returning('id').execute()
  return gone.map(({ id }) => id)
}

export function newNamings(trx: Db, of: { institutionId: string; leaverId: string; by: string; at: string }, named: readonly NamedSuccession[]) {
  return trx.insertInto('successions').values(named.map(({ id, caseId, successorId }) => ({
    institution_id: of.institutionId, id, leaver_id: of.leaverId, successor_id: successorId, case_id: caseId, named_by: of.by, named_at: of.at, signed_at: null,
  })))
}

export interface WaitingSuccession { id: string; caseId: string; number: string; subject: string; leaverName: string; namedByName: string; namedAt: string; dueAt: string | null; dueEstimated: boolean; late: boolean; registeredAt: string; signedAt: string; standstills: Standstill[] }

/** What waits for this person's signature; the case is shown to whoever is to take it over. */
export async function waitingSuccessions(db: Db, institutionId: string, personId: string): Promise<WaitingSuccession[]> {
  const { rows } = await sql<WaitingSuccession>`
    select s.id, s.case_id as "caseId", c.number, coalesce(t.body, '') as subject, l.name as "leaverName", b.name as "namedByName", s.named_at as "namedAt", c.due_at as "dueAt", c.due_estimated as "dueEstimated", c.late,
      c.registered_at as "registeredAt", c.state->>'signedAt' as "signedAt", ${standstillsIn(sql`(c.state -> 'course')`)} as standstills
    from successions s join cases c on c.institution_id = s.institution_id and c.id = s.case_id left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
      join people l on l.institution_id = s.institution_id and l.id = s.leaver_id join people b on b.institution_id = s.institution_id and b.id = s.named_by
    where s.institution_id = ${institutionId} and s.successor_id = ${personId} and s.signed_at is null order by c.due_at nulls last, s.id limit 500`.execute(db)
  return rows
}

export async function lockSuccession(trx: Db, institutionId: string, id: string) {
  return trx.selectFrom('successions').innerJoin('people', (join) => join.onRef('people.institution_id', '=', 'successions.institution_id').onRef('people.id', '=', 'successions.leaver_id'))
    .select(['successions.leaver_id', 'successions.successor_id', 'successions.case_id', 'successions.signed_at', 'people.unit_id as leaver_unit_id'])
    .where('successions.institution_id', '=', institutionId).where('successions.id', '=', id).forUpdate('successions').executeTakeFirst()
}

export function signedSuccession(trx: Db, institutionId: string, id: string, at: string) {
  return trx.updateTable('successions').set({ signed_at: at }).where('institution_id', '=', institutionId).where('id', '=', id)
}

export interface LockedSuccession { id: string; leaverId: string; leaverUnitId: string; successorId: string; caseId: string; signedAt: string | null }

/** Several at once, always in the same order. */
export async function lockSuccessions(trx: Db, institutionId: string, ids: readonly string[]): Promise<LockedSuccession[]> {
  const { rows } = await sql<LockedSuccession>`select s.id, s.leaver_id as "leaverId", l.unit_id as "leaverUnitId", s.successor_id as "successorId", s.case_id as "caseId", s.signed_at as "signedAt"
    from successions s join people l on l.institution_id = s.institution_id and l.id = s.leaver_id where s.institution_id = ${institutionId} and s.id = any(${[...ids]}::uuid[]) order by s.id for update of s`.execute(trx)
  return rows
}

export function allSigned(trx: Db, institutionId: string, ids: readonly string[], at: string) {
  return trx.updateTable('successions').set({ signed_at: at }).where('institution_id', '=', institutionId).where('id', 'in', [...ids])
}
