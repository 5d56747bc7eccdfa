import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { replacing, type Writes } from '../database/write-together.ts'
import type { Db } from '../http/route.ts'
import { policyForNewUnit } from '../policy/store.ts'

export interface NewUnit { institutionId: string; id: string; parentId: string; kind: 'department' | 'window'; name: string; registerCode: string | null; phone: string | null; room: string | null }

/** Last among its neighbours, under the policy that its parent has now. Broken constraints: `units_name`, `units_register_code_key`. */
export async function insertUnit(trx: Db, unit: NewUnit): Promise<void> {
  const { institutionId, id, parentId } = unit
  const digest = await policyForNewUnit(trx as Transaction<Tables>, institutionId, parentId)
  await sql`insert into units (institution_id, id, parent_id, path, kind, name, register_code, phone, room, position, policy_digest)
    select ${institutionId}::uuid, ${id}::uuid, a.id, a.path || ${id}::uuid, ${unit.kind}, ${unit.name}, ${unit.registerCode}, ${unit.phone}, ${unit.room},
      coalesce((select max(b.position) + 1 from units b where b.institution_id = a.institution_id and b.parent_id = a.id), 0), ${digest}
    from units a where a.institution_id = ${institutionId} and a.id = ${parentId}`.execute(trx)
}

export interface UnitChanges { name?: string | undefined; phone?: string | null | undefined; room?: string | null | undefined; duties?: string | null | undefined; authority?: string | null | undefined }

/** What is undefined stays as it is. */
export async function updateUnitFields(trx: Db, institutionId: string, unitId: string, changes: UnitChanges): Promise<void> {
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) return
  await trx.updateTable('units').set(set).where('institution_id', '=', institutionId).where('id', '=', unitId).execute()
}

export interface HeldPost { post: string; personId: string }

/** So that two lists of posts do not mix. */
export async function lockUnit(trx: Db, institutionId: string, unitId: string): Promise<void> {
  await trx.selectFrom('units').select('id').where('institution_id', '=', institutionId).where('id', '=', unitId).forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** Whoever is not in the list gives the post up. */
export function unitPosts(institutionId: string, unitId: string, posts: readonly HeldPost[]): Writes {
  return replacing('unit_posts', { institution_id: institutionId, unit_id: unitId }, posts.map(({ post, personId }) => ({ post, person_id: personId })))
}

/** How many of these people work in the institution now. */
export async function countPeople(db: Db, institutionId: string, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0
  const { count } = await db.selectFrom('people').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('institution_id', '=', institutionId).where('id', 'in', [...personIds]).where('disabled_at', 'is', null).executeTakeFirstOrThrow()
  return count
}
