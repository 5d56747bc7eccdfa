import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface ReadinessCounts {
  units: number; people: number; matters: number; desks: number; mail: boolean
  /** Somebody has published a regulation here, beyond the one that came with the set-up. */
  published: boolean
  /** Whoever holds every role of the whole house alone, with how many. */
  soleHolder: { name: string; roles: number } | null
}

export async function readinessCounts(db: Db, institutionId: string): Promise<ReadinessCounts> {
  const { rows: [row] } = await sql<ReadinessCounts>`
    with held as (select h.post, p.id, p.name from unit_posts h join people p on p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null
        join units u on u.institution_id = h.institution_id and u.id = h.unit_id and u.parent_id is null where h.institution_id = ${institutionId})
    select (select count(*)::int from units where institution_id = ${institutionId} and parent_id is not null) as units,
      (select count(*)::int from people where institution_id = ${institutionId} and disabled_at is null) as people,
      (select count(*)::int from matters where institution_id = ${institutionId} and removed_in is null) as matters,
      (select count(*)::int from desks where institution_id = ${institutionId} and removed_at is null) as desks,
      exists (select from mail_settings where institution_id = ${institutionId}) as mail,
      exists (select from policy_versions where institution_id = ${institutionId} and published_by is not null) as published,
      (select json_build_object('name', min(name), 'roles', count(distinct post)) from held having count(distinct id) = 1 and count(distinct post) > 1) as "soleHolder"`.execute(db)
  if (!row) throw new Error('counting came to nothing')
  return row
}
