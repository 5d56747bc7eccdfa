import { sql, type RawBuilder } from 'kysely'
import type { PostedUnit } from '@daodi/domain/policy/role-coverage.ts'
import { readTogether } from '../database/read-together.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { laidDownIn, newestVersions, type LaidDown, type NewestRow } from './store.ts'

export interface EditedUnit { id: string; name: string; path: string[]; parent_id: string | null; policy_digest: string }

export async function unitOf(db: Db, institutionId: string, unitId: string): Promise<EditedUnit | null> {
  const row = await db.selectFrom('units').select(['id', 'name', 'path', 'parent_id', 'policy_digest']).where('institution_id', '=', institutionId).where('id', '=', unitId).executeTakeFirst()
  return row ?? null
}

/** The unit, if it is one of those whose settings the caller administers. */
export async function administeredUnit(db: Db, caller: Staff, unitId: string): Promise<EditedUnit | null> {
  const scopes = caller.roles.filter((grant) => grant.role === 'administrator').map((grant) => grant.unitId)
  const unit = await unitOf(db, caller.institutionId, unitId)
  return unit?.path.some((above) => scopes.includes(above)) ? unit : null
}

export interface TreeUnit extends PostedUnit { shiftPosts: string[]; staffed: boolean; path: string[]; policy_digest: string }

const tree = (institutionId: string): RawBuilder<TreeUnit> => sql<TreeUnit>`
  select u.id, u.name, u.path, u.policy_digest,
    array(select distinct h.post from unit_posts h join people q on q.institution_id = h.institution_id and q.id = h.person_id and q.disabled_at is null
      where h.institution_id = u.institution_id and h.unit_id = u.id order by h.post) as posts,
    array(select distinct k.post from shift_kinds k where k.institution_id = u.institution_id and k.unit_id = u.id and k.post is not null and k.retired_at is null order by k.post) as "shiftPosts",
    exists (select from people q where q.institution_id = u.institution_id and q.unit_id = u.id and q.disabled_at is null) as staffed
  from units u where u.institution_id = ${institutionId} order by cardinality(u.path), u.position, u.name`

/** All units of the institution with the posts that somebody who has not left holds there, those that shifts are planned for, and what each lays down. */
export async function regulation(db: Db, institutionId: string): Promise<{ tree: TreeUnit[]; laidDown: LaidDown }> {
  const found = await readTogether<{ tree: TreeUnit; newest: NewestRow }>(db, { tree: { rows: tree(institutionId) }, newest: { rows: newestVersions(institutionId) } })
  return { tree: found.tree, laidDown: laidDownIn(found.newest) }
}

export interface DraftKey { institutionId: string; unitId: string; personId: string }
export interface DraftRow { document: Record<string, unknown>; based_on: number; saved_at: string }

export async function draftOf(db: Db, { institutionId, unitId, personId }: DraftKey): Promise<DraftRow | null> {
  const row = await db.selectFrom('policy_drafts').select(['document', 'based_on', 'saved_at'])
    .where('institution_id', '=', institutionId).where('unit_id', '=', unitId).where('person_id', '=', personId).executeTakeFirst()
  return row ?? null
}

export async function saveDraft(db: Db, { institutionId, unitId, personId }: DraftKey, draft: { settings: unknown; basedOn: number; at: string }): Promise<void> {
  const row = { based_on: draft.basedOn, document: JSON.stringify(draft.settings), saved_at: draft.at }
  await db.insertInto('policy_drafts').values({ institution_id: institutionId, unit_id: unitId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['institution_id', 'unit_id', 'person_id']).doUpdateSet(row)).execute()
}

export function draftDropped(trx: Db, { institutionId, unitId, personId }: DraftKey) {
  return trx.deleteFrom('policy_drafts').where('institution_id', '=', institutionId).where('unit_id', '=', unitId).where('person_id', '=', personId)
}
