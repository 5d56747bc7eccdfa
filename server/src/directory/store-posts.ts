import { sql, type RawBuilder } from 'kysely'
import type { Requirements } from '@daodi/domain/directory/requirements.ts'
import { replacing, type Writes } from '../database/write-together.ts'
import type { Db } from '../http/route.ts'
import { afterNamed, containing, type PageAsked } from './store-lists.ts'

export interface PostRow {
  id: string; unit_id: string; unit_name: string; name: string; duties: string | null; authority: string | null; limits: string | null; rank: number
  languages: string[]; qualifications: string[]; holders: { personId: string; personName: string; exceptionReason: string | null }[]
}

/** Of those holding a post now, by name. */
const holders = sql`coalesce((select json_agg(json_build_object('personId', p.id, 'personName', p.name, 'exceptionReason', h.exception_reason) order by p.name, p.id)
  from post_holders h join people p on p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null
  where h.institution_id = a.institution_id and h.post_id = a.id), '[]')`

/** The posts there are, by name; `q` is looked for in name, duties and the unit's name. */
export async function listPostRows(db: Db, institutionId: string, asked: PageAsked): Promise<PostRow[]> {
  const matches: RawBuilder<unknown> = asked.q === null ? sql`true` : sql`(${containing(['a.name', 'a.duties', 'u.name'], asked.q)})`
  const { rows } = await sql<PostRow>`
    select a.id, a.unit_id, u.name as unit_name, a.name, a.duties, a.authority, a.limits, a.rank, a.languages, a.qualifications, ${holders} as holders
    from posts a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
    where a.institution_id = ${institutionId} and a.removed_at is null and ${matches} and ${asked.unitId === null ? sql`true` : sql`a.unit_id = ${asked.unitId}`}
      and ${afterNamed('posts', institutionId, asked.after)}
    order by a.name, a.id limit ${asked.limit}`.execute(db)
  return rows
}

export interface PostFields {
  name?: string | undefined; duties?: string | null | undefined; authority?: string | null | undefined; limits?: string | null | undefined; rank?: number | undefined
  languages?: string[] | undefined; qualifications?: string[] | undefined
}
export interface Holder { personId: string; exceptionReason: string | null }

/** Broken constraint: `posts_name`. */
export async function insertPost(trx: Db, post: PostFields & { institutionId: string; id: string; unitId: string; name: string }): Promise<void> {
  const { institutionId, id, unitId, name, duties = null, authority = null, limits = null, rank = 0, languages = [], qualifications = [] } = post
  await trx.insertInto('posts').values({ institution_id: institutionId, id, unit_id: unitId, name, duties, authority, limits, rank, languages, qualifications, removed_at: null }).execute()
}

/** Locks the post. Undefined where there is none, or none within the administrator's units. */
export async function lockPost(trx: Db, institutionId: string, postId: string, scopes: readonly string[]): Promise<(Requirements & { id: string }) | undefined> {
  const { rows: [row] } = await sql<Requirements & { id: string }>`
    select a.id, a.languages, a.qualifications from posts a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
    where a.institution_id = ${institutionId} and a.id = ${postId} and u.path && ${scopes}::uuid[] for no key update of a`.execute(trx)
  return row
}

/** What is undefined stays as it is. Broken constraint: `posts_name`. */
export async function updatePostFields(trx: Db, institutionId: string, postId: string, fields: PostFields & { removedAt?: string | null | undefined }): Promise<void> {
  const { removedAt, ...named } = fields
  const set = Object.fromEntries(Object.entries({ ...named, removed_at: removedAt }).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) return
  await trx.updateTable('posts').set(set).where('institution_id', '=', institutionId).where('id', '=', postId).execute()
}

export function postHolders(institutionId: string, postId: string, holding: readonly Holder[]): Writes {
  return replacing('post_holders', { institution_id: institutionId, post_id: postId }, holding.map(({ personId, exceptionReason }) => ({ person_id: personId, exception_reason: exceptionReason })))
}

/** Those of these people who work here now, with what they have. */
export async function attainmentsOf(db: Db, institutionId: string, personIds: readonly string[]): Promise<Map<string, Requirements>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.selectFrom('people').select(['id', 'languages', 'qualifications']).where('institution_id', '=', institutionId).where('id', 'in', [...personIds]).where('disabled_at', 'is', null).execute()
  return new Map(rows.map((row) => [row.id, row]))
}
