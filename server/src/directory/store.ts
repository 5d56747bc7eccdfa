import { sql, type RawBuilder } from 'kysely'
import type { RoleRef } from '@daodi/domain/policy/policy.ts'
import type { Db } from '../http/route.ts'

export interface UnitRef { id: string; name: string; path: string[]; kind: 'institution' | 'department' | 'window'; register_code: string | null; policy_digest: string; phone: string | null; room: string | null }
export interface PersonRef { id: string; name: string; unit_id: string; phone: string | null; room: string | null; post: string | null }

/** What an act needs from the directory, in one statement: some units with everything above them, the people named, and who holds which post there. */
export interface Surroundings {
  units: Map<string, UnitRef>
  people: Map<string, PersonRef>
  posts: { unit_id: string; post: string; person_id: string; person_name: string }[]
  /** Units among `units` in which at least one person works. */
  staffed: Set<string>
  rootUnitId: string
}

export interface SurroundingsRow { units: UnitRef[] | null; people: PersonRef[] | null; posts: Surroundings['posts'] | null; staffed: string[] | null }

/** One row of json with the directory around some units and people; a statement of its own or part of a larger one. */
export function surroundingsQuery(institutionId: string, asked: { unitIds: string[]; personIds: string[] }): RawBuilder<SurroundingsRow> {
  // The units' ids go through arrays: so they are looked up, where a join with them read every holder of a post.
  return sql<SurroundingsRow>`
    with asked_people as (select id, name, unit_id, phone, room, post from people where institution_id = ${institutionId} and id = any(${asked.personIds}::uuid[]) and disabled_at is null),
      near as (select u.id, u.name, u.path, u.kind, u.register_code, u.policy_digest, u.phone, u.room from units u where u.institution_id = ${institutionId}
        and u.id = any(array(select unnest(a.path) from units a where a.institution_id = ${institutionId} and a.id = any(${asked.unitIds}::uuid[] || array(select unit_id from asked_people)))))
    select (select json_agg(near) from near) as units, (select json_agg(asked_people) from asked_people) as people,
      (select json_agg(json_build_object('unit_id', p.unit_id, 'post', p.post, 'person_id', p.person_id, 'person_name', q.name) order by p.unit_id, p.post, q.name, q.id)
        from unit_posts p join people q on q.institution_id = p.institution_id and q.id = p.person_id and q.disabled_at is null
        where p.institution_id = ${institutionId} and p.unit_id = any(array(select id from near))) as posts,
      (select json_agg(n.id) from near n where exists (select from people q where q.institution_id = ${institutionId} and q.unit_id = n.id and q.disabled_at is null)) as staffed`
}

/** `people` who have left are not found: nobody hands work to them. */
export async function surroundings(db: Db, institutionId: string, asked: { unitIds: string[]; personIds: string[] }): Promise<Surroundings> {
  const { rows: [row] } = await surroundingsQuery(institutionId, asked).execute(db)
  return surroundingsOf(row)
}

export function surroundingsOf(row: SurroundingsRow | undefined): Surroundings {
  const units = new Map((row?.units ?? []).map((unit) => [unit.id, unit]))
  const root = [...units.values()].find((unit) => unit.path.length === 1)
  const people = new Map((row?.people ?? []).map((person) => [person.id, person]))
  return { units, people, posts: row?.posts ?? [], staffed: new Set(row?.staffed ?? []), rootUnitId: root?.id ?? '' }
}

/** Who holds a post in a unit or, failing that, in the nearest unit above it that has the post. */
export function holdersOf(around: Surroundings, unitId: string, post: string): { personId: string; unitId: string }[] {
  const path = around.units.get(unitId)?.path ?? []
  for (const above of [...path].reverse()) {
    const here = around.posts.filter((held) => held.unit_id === above && held.post === post)
    if (here.length > 0) return here.map((held) => ({ personId: held.person_id, unitId: above }))
  }
  return []
}

/** The people behind a policy's roles, each once, in the policy's order. */
export function peopleOf(around: Surroundings, roles: readonly RoleRef[], units: Record<RoleRef['of'], string>): { personId: string; unitId: string }[] {
  const found = roles.flatMap((role) => holdersOf(around, units[role.of], role.post))
  return found.filter((holder, index) => found.findIndex((other) => other.personId === holder.personId) === index)
}

export async function peopleNamed(db: Db, institutionId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('people').select(['id', 'name']).where('institution_id', '=', institutionId).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

