import { sql, type RawBuilder } from 'kysely'
import { replacing, type Writes } from '../database/write-together.ts'
import type { Role } from '../http/roles.ts'
import type { Db } from '../http/route.ts'
import { spellings } from './store-spellings.ts'
import { personAfter, personMatches, type PageAsked, type PersonRow } from './store-lists.ts'

export interface Grant { role: Role; unitId: string }

export type Employment = 'regular' | 'dispatched' | 'temporary'

export interface AccountRow extends PersonRow {
  login: string; disabled: boolean; locked_until: string | null; password_set_by_other: boolean; last_seen_at: string | null
  roles: (Grant & { unitName: string })[]
  other_phones: string[]; other_rooms: string[]; languages: string[]; qualifications: string[]; employment: Employment
}

/** `u` is the units' alias. An administrator's grant holds for a unit and everything below it. */
const within = (scopes: readonly string[]): RawBuilder<unknown> => sql`u.path && ${scopes}::uuid[]`

/** Everybody in these units and below them, those who have left too, by name. */
export async function listAccountRows(db: Db, institutionId: string, scopes: readonly string[], { asked, at }: { asked: PageAsked; at: string }): Promise<AccountRow[]> {
  const matches = asked.q === null ? sql`true` : sql`(${personMatches(asked.q)} or p.login like ${`${asked.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`})`
  const { rows } = await sql<AccountRow>`
    select p.id, p.name, p.pinyin, p.post, p.unit_id, u.name as unit_name, p.phone, p.room, p.login, p.disabled_at is not null as disabled,
      case when p.locked_until > ${at}::timestamptz then p.locked_until end as locked_until, p.password_set_by_other,
      p.other_phones, p.other_rooms, p.languages, p.qualifications, p.employment,
      greatest(p.last_seen_at, (select max(s.seen_at) from sessions s where s.institution_id = p.institution_id and s.person_id = p.id),
        (select max(t.last_used_at) from api_tokens t where t.institution_id = p.institution_id and t.person_id = p.id)) as last_seen_at,
      coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', gu.name) order by g.role, cardinality(gu.path), gu.name)
        from grants g join units gu on gu.institution_id = g.institution_id and gu.id = g.unit_id where g.institution_id = p.institution_id and g.person_id = p.id), '[]') as roles
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and ${within(scopes)} and ${matches} and ${personAfter(institutionId, asked.after)}
    order by p.name, p.id limit ${asked.limit}`.execute(db)
  return rows
}

/** Which of these units exist in the institution and lie within the scopes. */
export async function unitsWithin(db: Db, institutionId: string, scopes: readonly string[], unitIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select u.id from units u where u.institution_id = ${institutionId} and u.id = any(${unitIds}::uuid[]) and ${within(scopes)}`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** Changes to accounts come one after the other in an institution, so that two administrators cannot remove each other. */
export async function lockAccounts(trx: Db, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts:${institutionId}`}, 0))`.execute(trx)
}

export interface Account {
  id: string; name: string; login: string; disabled: boolean; phone: string | null; other_phones: string[]
  /** The person's unit lies within the scopes of whoever asks. */
  in_scope: boolean
  /** Every role of the person does, too: else changing the account would be reaching above oneself. */
  grants_in_scope: boolean
  /** Administrator of the whole institution, and how many others there are. */
  is_root_administrator: boolean
  other_root_administrators: number
}

/**
 * Locks the person's row. Registrations refer to it: those under way are waited for, and their cases are then counted
 * by `owesWork`.
 */
export async function lockAccount(trx: Db, institutionId: string, personId: string, scopes: readonly string[]): Promise<Account | undefined> {
  await trx.selectFrom('people').select('id').where('institution_id', '=', institutionId).where('id', '=', personId).forUpdate().executeTakeFirst()
  const { rows: [row] } = await sql<Account>`
    select p.id, p.name, p.login, p.disabled_at is not null as disabled, p.phone, p.other_phones, ${within(scopes)} as in_scope,
      not exists (select from grants g join units u on u.institution_id = g.institution_id and u.id = g.unit_id
        where g.institution_id = p.institution_id and g.person_id = p.id and not ${within(scopes)}) as grants_in_scope,
      exists (select from grants g join institutions i on i.id = g.institution_id and i.root_unit_id = g.unit_id
        where g.institution_id = p.institution_id and g.person_id = p.id and g.role = 'administrator') as is_root_administrator,
      (select count(distinct q.id)::int from grants g join institutions i on i.id = g.institution_id and i.root_unit_id = g.unit_id
        join people q on q.institution_id = g.institution_id and q.id = g.person_id and q.disabled_at is null
        where g.institution_id = p.institution_id and g.role = 'administrator' and q.id <> p.id) as other_root_administrators
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and p.id = ${personId}`.execute(trx)
  return row
}

/** Whether anything would be left lying if this person went: open cases they hold or were asked first in, alone or as one of a pair, a referral to sign for, a ruling, a duty. */
export async function owesWork(trx: Db, institutionId: string, personId: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ owes: boolean }>`
    select exists (select from cases c where c.institution_id = ${institutionId} and c.ended_at is null and c.first_contact_id = ${personId})
      or exists (select from cases c where c.institution_id = ${institutionId} and c.ended_at is null and c.handler_id = ${personId})
      or exists (select from obligations o where o.institution_id = ${institutionId} and o.person_id = ${personId} and o.state = 'open')
      or exists (select from case_viewers v join cases c on c.institution_id = v.institution_id and c.id = v.case_id
        where v.institution_id = ${institutionId} and v.viewer = ${`p:${personId}`} and c.ended_at is null
          and (c.pending_person_id = ${personId} or c.state #> '{ruling,arbiters}' @> to_jsonb(${personId}::text)
            or c.state -> 'custody' @> jsonb_build_array(jsonb_build_object('holder', ${personId}::text, 'returnedAt', null))
            or c.state -> 'pair' @> jsonb_build_array(jsonb_build_object('personId', ${personId}::text)))) as owes`.execute(trx)
  return row?.owes ?? false
}

export interface Particulars {
  name?: string | undefined; unitId?: string | undefined; post?: string | null | undefined; phone?: string | null | undefined; room?: string | null | undefined
  otherPhones?: string[] | undefined; otherRooms?: string[] | undefined; languages?: string[] | undefined; qualifications?: string[] | undefined; employment?: Employment | undefined
}

/** What is left out stays as it is; null empties it. */
export function particularColumns({ unitId, otherPhones, otherRooms, ...same }: Particulars): Record<string, unknown> {
  const given = { ...same, unit_id: unitId, other_phones: otherPhones, other_rooms: otherRooms, ...(same.name === undefined ? {} : spellings(same.name)) }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

export function personMark(trx: Db, institutionId: string, personId: string, columns: Readonly<Record<string, unknown>>) {
  return Object.keys(columns).length === 0 ? null : trx.updateTable('people').set(columns).where('institution_id', '=', institutionId).where('id', '=', personId)
}

export function ownGrants(institutionId: string, personId: string, grants: readonly Grant[]): Writes {
  return replacing('grants', { institution_id: institutionId, person_id: personId }, grants.map((grant) => ({ role: grant.role, unit_id: grant.unitId })))
}
