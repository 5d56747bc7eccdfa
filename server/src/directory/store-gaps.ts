import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../http/route.ts'

export const GAP_KINDS = ['postWithoutDuties', 'postWithoutHolder', 'holderLacksRequirement', 'unitWithoutHead', 'unitWithoutReceptionist', 'unitWithoutLiaison', 'unitWithoutDuties', 'personWithoutPost', 'holderWithoutDeputy'] as const
export type GapKind = (typeof GAP_KINDS)[number]
export interface GapRow { kind: GapKind; id: string; name: string; unit_id: string; unit_name: string }

const acting = (role: string): RawBuilder<unknown> => sql`exists (select from unit_posts h join people p on p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null
  where h.institution_id = u.institution_id and h.unit_id = u.id and h.post = ${role})`
const posts = (institutionId: string, lacks: RawBuilder<unknown>): RawBuilder<unknown> => sql`select a.id, a.name, u.id as unit_id, u.name as unit_name from posts a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
  where a.institution_id = ${institutionId} and a.removed_at is null and ${lacks}`
/** Institutions themselves have a principal, not a head, and receive nobody. */
const units = (institutionId: string, lacks: RawBuilder<unknown>): RawBuilder<unknown> => sql`select u.id, u.name, u.id as unit_id, u.name as unit_name from units u
  where u.institution_id = ${institutionId} and u.parent_id is not null and ${lacks}`

function lacking(institutionId: string, kind: GapKind, at: string): RawBuilder<unknown> {
  switch (kind) {
    case 'postWithoutDuties': return posts(institutionId, sql`coalesce(a.duties, '') !~ '\\S'`)
    case 'postWithoutHolder': return posts(institutionId, sql`not exists (select from post_holders h join people p on p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null
      where h.institution_id = a.institution_id and h.post_id = a.id)`)
    case 'holderLacksRequirement': return sql`select distinct p.id, p.name, u.id as unit_id, u.name || ' · ' || a.name as unit_name from posts a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
      join post_holders h on h.institution_id = a.institution_id and h.post_id = a.id join people p on p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null
      where a.institution_id = ${institutionId} and a.removed_at is null and h.exception_reason is null and not (p.languages @> a.languages and p.qualifications @> a.qualifications)`
    case 'unitWithoutHead': return units(institutionId, sql`u.kind = 'department' and not ${acting('head')}`)
    case 'unitWithoutReceptionist': return units(institutionId, sql`not ${acting('receptionist')}`)
    case 'unitWithoutLiaison': return units(institutionId, sql`u.kind = 'department' and not ${acting('liaison')}`)
    case 'unitWithoutDuties': return units(institutionId, sql`u.duties is null`)
    case 'personWithoutPost': return sql`select p.id, p.name, u.id as unit_id, u.name as unit_name from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
      where p.institution_id = ${institutionId} and p.disabled_at is null and not exists (select from post_holders h join posts a on a.institution_id = h.institution_id and a.id = h.post_id and a.removed_at is null
        where h.institution_id = p.institution_id and h.person_id = p.id)`
    // The B post has left, or somebody is or will be away and nobody stands in: what comes to them would wait.
    case 'holderWithoutDeputy': return sql`select p.id, p.name, u.id as unit_id, u.name as unit_name from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
      left join covers c on c.institution_id = p.institution_id and c.person_id = p.id left join people b on b.institution_id = c.institution_id and b.id = c.deputy_id and b.disabled_at is null
      where p.institution_id = ${institutionId} and p.disabled_at is null and b.id is null and (c.person_id is not null or exists (select from absences a where a.institution_id = p.institution_id and a.person_id = p.id
        and (a.to_at is null or a.to_at > ${at}::timestamptz) and not exists (select from people n where n.institution_id = a.institution_id and n.id = a.deputy_id and n.disabled_at is null)))`
    default: return kind satisfies never
  }
}

/** What is missing within the administrator's units, counted. */
export async function countGaps(db: Db, institutionId: string, scopes: readonly string[], at: string): Promise<Record<GapKind, number>> {
  const counts = GAP_KINDS.map((kind) => sql`${kind}::text, (select count(*) from (${lacking(institutionId, kind, at)}) g ${inScope(institutionId, scopes)})`)
  const { rows: [row] } = await sql<{ counts: Record<GapKind, number> }>`select json_build_object(${sql.join(counts)}) as counts`.execute(db)
  if (!row) throw new Error('counting came to nothing')
  return row.counts
}

const inScope = (institutionId: string, scopes: readonly string[]): RawBuilder<unknown> =>
  sql`join units w on w.institution_id = ${institutionId} and w.id = g.unit_id and w.path && ${scopes}::uuid[]`

/** Of one kind, a unit at a time. */
export async function listGapRows(db: Db, institutionId: string, asked: { scopes: readonly string[]; kind: GapKind; at: string; after: { unitId: string; id: string } | null; limit: number }): Promise<GapRow[]> {
  const { kind, after } = asked
  const { rows } = await sql<GapRow>`select ${kind} as kind, g.id, g.name, g.unit_id, g.unit_name from (${lacking(institutionId, kind, asked.at)}) g ${inScope(institutionId, asked.scopes)}
    where ${after === null ? sql`true` : sql`(g.unit_id, g.id) > (${after.unitId}::uuid, ${after.id}::uuid)`} order by g.unit_id, g.id limit ${asked.limit}`.execute(db)
  return rows
}
