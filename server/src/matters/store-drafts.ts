import { sql, type RawBuilder } from 'kysely'
import type { MatterGround } from '@daodi/domain/matters/check-matters.ts'
import type { MatterDocument } from '@daodi/domain/matters/matter.ts'
import type { Db } from '../http/route.ts'
import { documentOf, type Stored } from './store-matters.ts'
import type { MatterChange } from './store-publish.ts'

export interface Drafting { institutionId: string; at: string; by: string | null; precedentId?: string }

type NewDraft = MatterChange & { name: string; unitId: string }

/** What is to change with the next edition; one draft a matter, the last one counts. For a matter to be taken out, `name` and `unitId` say which it is. */
export function draftRows({ institutionId, at, by, precedentId }: Drafting, drafts: readonly NewDraft[]) {
  if (drafts.length === 0) return null
  const rows = JSON.stringify(drafts.map(({ id, document, name, unitId }) => ({ id, document, name, unit_id: unitId })))
  return sql`insert into matter_drafts as d (institution_id, matter_id, document, name, unit_id, precedent_id, changed_at, changed_by)
    select ${institutionId}, r.id, nullif(r.document, 'null'::jsonb), r.name, r.unit_id, ${precedentId ?? null}, ${at}, ${by}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, document jsonb, name text, unit_id uuid)
    on conflict (institution_id, matter_id) do update set document = excluded.document, name = excluded.name, unit_id = excluded.unit_id,
      precedent_id = coalesce(excluded.precedent_id, d.precedent_id), changed_at = excluded.changed_at, changed_by = excluded.changed_by`
}

export function draftDropped(trx: Db, institutionId: string, matterId: string) {
  return trx.deleteFrom('matter_drafts').where('institution_id', '=', institutionId).where('matter_id', '=', matterId)
}

/** Whether what a matter names is there: its unit within the scopes, its person and its post. */
export async function namedInMatter(db: Db, institutionId: string, scopes: readonly string[], { unitId, personId, postId }: Pick<MatterDocument, 'unitId' | 'personId' | 'postId'>): Promise<{ unit: boolean; person: boolean; post: boolean }> {
  const { rows: [found] } = await sql<{ unit: boolean; person: boolean; post: boolean }>`
    select exists (select from units where institution_id = ${institutionId} and id = ${unitId} and path && ${[...scopes]}::uuid[]) as unit,
      exists (select from people where institution_id = ${institutionId} and id = ${personId}::uuid and disabled_at is null) as person,
      exists (select from posts where institution_id = ${institutionId} and id = ${postId}::uuid and removed_at is null) as post`.execute(db)
  return found ?? { unit: false, person: false, post: false }
}

/** All drafts of the institution: what the next edition would change. */
export async function allDrafts(db: Db, institutionId: string): Promise<MatterChange[]> {
  return (await draftsIn(institutionId).execute(db)).rows
}

export function draftsIn(institutionId: string): RawBuilder<MatterChange> {
  return sql<MatterChange>`select matter_id as id, document from matter_drafts where institution_id = ${institutionId} order by matter_id`
}

export interface DraftRow {
  matter_id: string; document: MatterDocument | null; name: string; unit_id: string; unit_name: string; post_name: string | null; person_name: string | null
  precedent_id: string | null; changed_at: string; changed_by_name: string | null
}

const draftColumns = sql`d.matter_id, d.document, d.name, d.unit_id, u.name as unit_name, o.name as post_name, p.name as person_name, d.precedent_id, d.changed_at, c.name as changed_by_name`
const draftFrom = sql`matter_drafts d join units u on u.institution_id = d.institution_id and u.id = d.unit_id
  left join posts o on o.institution_id = d.institution_id and o.id = (d.document->>'postId')::uuid
  left join people p on p.institution_id = d.institution_id and p.id = (d.document->>'personId')::uuid
  left join people c on c.institution_id = d.institution_id and c.id = d.changed_by`

/** Drafts whose unit lies within the scopes, by name; after the one with this matter. */
export async function listDraftRows(db: Db, institutionId: string, scopes: readonly string[], page: { after: string | null; limit: number }): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`select ${draftColumns} from ${draftFrom}
    where d.institution_id = ${institutionId} and u.path && ${scopes}::uuid[]
      and ${page.after === null ? sql`true` : sql`(d.name, d.matter_id) > (select b.name, b.matter_id from matter_drafts b where b.institution_id = ${institutionId} and b.matter_id = ${page.after})`}
    order by d.name, d.matter_id limit ${page.limit}`.execute(db)
  return rows
}

/** The unit a draft is for; null when there is none. */
export async function draftUnit(db: Db, institutionId: string, matterId: string): Promise<string | null> {
  const row = await db.selectFrom('matter_drafts').select('unit_id').where('institution_id', '=', institutionId).where('matter_id', '=', matterId).executeTakeFirst()
  return row?.unit_id ?? null
}

interface GroundRow {
  units: { id: string; staffed: boolean }[] | null
  posts: { id: string; unit_id: string; name: string; has_duties: boolean; held: boolean }[] | null
  people: string[] | null
  matters: Stored[] | null
}

/** The directory in force and the organisation it is checked against: who is there now. A unit is staffed when anybody works in it or below, or acts for it. */
export async function matterGround(db: Db, institutionId: string): Promise<{ matters: Map<string, MatterDocument>; ground: MatterGround }> {
  const { rows: [row] } = await sql<GroundRow>`
    with present as materialized (select id, unit_id from people where institution_id = ${institutionId} and disabled_at is null),
      manned as materialized (select above from (select distinct unit_id from present) p join units u on u.institution_id = ${institutionId} and u.id = p.unit_id, unnest(u.path) above
        union select h.unit_id from unit_posts h join people q on q.institution_id = h.institution_id and q.id = h.person_id and q.disabled_at is null where h.institution_id = ${institutionId})
    select (select json_agg(json_build_object('id', u.id, 'staffed', u.id = any(array(select above from manned)))) from units u where u.institution_id = ${institutionId}) as units,
      (select json_agg(json_build_object('id', o.id, 'unit_id', o.unit_id, 'name', o.name, 'has_duties', coalesce(o.duties, '') ~ '\\S',
        'held', exists (select from post_holders h join people q on q.institution_id = h.institution_id and q.id = h.person_id and q.disabled_at is null
          where h.institution_id = o.institution_id and h.post_id = o.id)))
        from posts o where o.institution_id = ${institutionId} and o.removed_at is null) as posts,
      (select json_agg(id) from present) as people,
      (select jsonb_agg(to_jsonb(m) - 'words') from matters m where m.institution_id = ${institutionId} and m.removed_in is null) as matters`.execute(db)
  const ground = {
    units: new Map((row?.units ?? []).map(({ id, staffed }) => [id, { staffed }])),
    posts: new Map((row?.posts ?? []).map((post) => [post.id, { unitId: post.unit_id, name: post.name, hasDuties: post.has_duties, held: post.held }])),
    people: new Set(row?.people ?? []),
  }
  return { ground, matters: new Map((row?.matters ?? []).map((matter) => [matter.id, documentOf(matter)])) }
}
