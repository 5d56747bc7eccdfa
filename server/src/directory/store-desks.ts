import { sql } from 'kysely'
import type { Opening } from '@daodi/domain/directory/opening-hours.ts'
import { replacing, type Writes } from '../database/write-together.ts'
import type { Db } from '../http/route.ts'
import { afterNamed, containing, type PageAsked } from './store-lists.ts'

type Kind = 'window' | 'desk' | 'office' | 'seat'
export interface DeskRow {
  id: string; unit_id: string; unit_name: string; kind: Kind; name: string; scope: string | null; room: string | null; phone: string | null; hours: { days: number[]; from: string; to: string }[]
  public: boolean; staff: { personId: string; personName: string }[]
}

/** The desks there are, by name; room and phone are the unit's where a desk has none of its own. */
export async function listDeskRows(db: Db, institutionId: string, asked: PageAsked & { publicOnly?: boolean }): Promise<DeskRow[]> {
  const { rows } = await sql<DeskRow>`
    select a.id, a.unit_id, u.name as unit_name, a.kind, a.name, a.scope, coalesce(a.room, u.room) as room, coalesce(a.phone, u.phone) as phone, a.hours, a.public,
      coalesce((select json_agg(json_build_object('personId', p.id, 'personName', p.name) order by p.name, p.id)
        from desk_staff s join people p on p.institution_id = s.institution_id and p.id = s.person_id and p.disabled_at is null
        where s.institution_id = a.institution_id and s.desk_id = a.id), '[]') as staff
    from desks a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
    where a.institution_id = ${institutionId} and a.removed_at is null and ${asked.publicOnly ? sql`a.public` : sql`true`} and ${asked.q === null ? sql`true` : sql`(${containing(['a.name', 'a.scope', 'a.room', 'u.name'], asked.q)})`}
      and ${asked.unitId === null ? sql`true` : sql`a.unit_id = ${asked.unitId}`} and ${afterNamed('desks', institutionId, asked.after)}
    order by a.name, a.id limit ${asked.limit}`.execute(db)
  return rows
}

export interface DeskFields {
  kind?: Kind | undefined; name?: string | undefined; scope?: string | null | undefined; room?: string | null | undefined; phone?: string | null | undefined
  hours?: readonly Opening[] | undefined; public?: boolean | undefined
}

/** Broken constraint: `desks_name`. */
export async function insertDesk(trx: Db, desk: DeskFields & { institutionId: string; id: string; unitId: string; name: string; kind: Kind }): Promise<void> {
  const { institutionId, id, unitId, name, kind, scope = null, room = null, phone = null, hours = [] } = desk
  await trx.insertInto('desks').values({ institution_id: institutionId, id, unit_id: unitId, kind, name, scope, room, phone, hours: JSON.stringify(hours), public: desk.public ?? true, removed_at: null }).execute()
}

/** A desk that is still there, and the unit it belongs to. */
export async function findDesk(db: Db, institutionId: string, deskId: string): Promise<{ id: string; unitId: string; name: string } | null> {
  const row = await db.selectFrom('desks').select(['id', 'unit_id', 'name']).where('institution_id', '=', institutionId).where('id', '=', deskId).where('removed_at', 'is', null).executeTakeFirst()
  return row ? { id: row.id, unitId: row.unit_id, name: row.name } : null
}

export async function lockDesk(trx: Db, institutionId: string, deskId: string, scopes: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select a.id from desks a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
    where a.institution_id = ${institutionId} and a.id = ${deskId} and u.path && ${scopes}::uuid[] for no key update of a`.execute(trx)
  return rows.length > 0
}

/** What is undefined stays as it is. Broken constraint: `desks_name`. */
export async function updateDeskFields(trx: Db, institutionId: string, deskId: string, fields: DeskFields & { removedAt?: string | null | undefined }): Promise<void> {
  const { removedAt, hours, ...same } = fields
  const set = Object.fromEntries(Object.entries({ ...same, hours: hours && JSON.stringify(hours), removed_at: removedAt }).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) return
  await trx.updateTable('desks').set(set).where('institution_id', '=', institutionId).where('id', '=', deskId).execute()
}

export function deskStaff(institutionId: string, deskId: string, personIds: readonly string[]): Writes {
  return replacing('desk_staff', { institution_id: institutionId, desk_id: deskId }, personIds.map((id) => ({ person_id: id })))
}
