import { sql } from 'kysely'
import { replacing, type Writes } from '../database/write-together.ts'
import type { Db } from '../http/route.ts'
import { afterNamed, containing, type PageAsked } from './store-lists.ts'

type Kind = 'leading' | 'working' | 'firstContact' | 'other'
type Part = 'member' | 'trainer'
export interface GroupRow {
  id: string; unit_id: string; unit_name: string; kind: Kind; name: string; mandate: string | null; manager_id: string | null; manager_name: string | null
  members: { personId: string; personName: string; part: Part }[]
}

/** The groups there are, by name. Somebody who has left is a member and manager no more. */
export async function listGroupRows(db: Db, institutionId: string, asked: PageAsked): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select a.id, a.unit_id, u.name as unit_name, a.kind, a.name, a.mandate, m.id as manager_id, m.name as manager_name,
      coalesce((select json_agg(json_build_object('personId', p.id, 'personName', p.name, 'part', g.part) order by p.name, p.id)
        from group_members g join people p on p.institution_id = g.institution_id and p.id = g.person_id and p.disabled_at is null
        where g.institution_id = a.institution_id and g.group_id = a.id), '[]') as members
    from groups a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
      left join people m on m.institution_id = a.institution_id and m.id = a.manager_id and m.disabled_at is null
    where a.institution_id = ${institutionId} and a.removed_at is null and ${asked.q === null ? sql`true` : sql`(${containing(['a.name', 'a.mandate', 'u.name'], asked.q)})`}
      and ${afterNamed('groups', institutionId, asked.after)}
    order by a.name, a.id limit ${asked.limit}`.execute(db)
  return rows
}

export interface TeamRow extends Omit<GroupRow, 'members'> { members: { personId: string; part: Part; unitName: string }[] }

/** One group that is still there, with those of its members who still work here. */
export async function findGroup(db: Db, institutionId: string, groupId: string): Promise<TeamRow | null> {
  const { rows: [row] } = await sql<TeamRow>`
    select a.id, a.unit_id, u.name as unit_name, a.kind, a.name, a.mandate, m.id as manager_id, m.name as manager_name,
      coalesce((select json_agg(json_build_object('personId', p.id, 'part', g.part, 'unitName', w.name)) from group_members g
        join people p on p.institution_id = g.institution_id and p.id = g.person_id and p.disabled_at is null join units w on w.institution_id = p.institution_id and w.id = p.unit_id
        where g.institution_id = a.institution_id and g.group_id = a.id), '[]') as members
    from groups a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
      left join people m on m.institution_id = a.institution_id and m.id = a.manager_id and m.disabled_at is null
    where a.institution_id = ${institutionId} and a.id = ${groupId} and a.removed_at is null`.execute(db)
  return row ?? null
}

/** Open cases in which one of these people is first contact or handler; how many of them are late; what waits for one of them to sign. */
export async function teamCounts(db: Db, institutionId: string, personIds: readonly string[]): Promise<{ open: number; late: number; waitingToSign: number }> {
  const ids = [...personIds]
  const { rows: [row] } = await sql<{ open: number; late: number; waitingToSign: number }>`
    select (select count(*) from cases c where c.institution_id = ${institutionId} and c.ended_at is null and not c.confidential
        and (c.handler_id = any(${ids}::uuid[]) or c.first_contact_id = any(${ids}::uuid[])))::int as open,
      (select count(*) from cases c where c.institution_id = ${institutionId} and c.late and c.ended_at is null and not c.confidential
        and (c.handler_id = any(${ids}::uuid[]) or c.first_contact_id = any(${ids}::uuid[])))::int as late,
      (select count(*) from obligations o where o.institution_id = ${institutionId} and o.state = 'open' and o.kind = 'signFor' and o.person_id = any(${ids}::uuid[]))::int as "waitingToSign"`.execute(db)
  return row ?? { open: 0, late: 0, waitingToSign: 0 }
}

export interface GroupFields { kind?: Kind | undefined; name?: string | undefined; mandate?: string | null | undefined; managerId?: string | null | undefined }

/** Broken constraint: `groups_name`. */
export async function insertGroup(trx: Db, group: GroupFields & { institutionId: string; id: string; unitId: string; name: string; kind: Kind }): Promise<void> {
  const { institutionId, id, unitId, name, kind, mandate = null, managerId = null } = group
  await trx.insertInto('groups').values({ institution_id: institutionId, id, unit_id: unitId, kind, name, mandate, manager_id: managerId, removed_at: null }).execute()
}

export async function lockGroup(trx: Db, institutionId: string, groupId: string, scopes: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select a.id from groups a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
    where a.institution_id = ${institutionId} and a.id = ${groupId} and u.path && ${scopes}::uuid[] for no key update of a`.execute(trx)
  return rows.length > 0
}

/** What is undefined stays as it is. Broken constraint: `groups_name`. */
export async function updateGroupFields(trx: Db, institutionId: string, groupId: string, fields: GroupFields & { removedAt?: string | null | undefined }): Promise<void> {
  const { removedAt, managerId, ...same } = fields
  const set = Object.fromEntries(Object.entries({ ...same, manager_id: managerId, removed_at: removedAt }).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) return
  await trx.updateTable('groups').set(set).where('institution_id', '=', institutionId).where('id', '=', groupId).execute()
}

export interface Member { personId: string; part: Part }

export function groupMembers(institutionId: string, groupId: string, members: readonly Member[]): Writes {
  return replacing('group_members', { institution_id: institutionId, group_id: groupId }, members.map(({ personId, part }) => ({ person_id: personId, part })))
}
