import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface VersionRow { unit_id: string; unit_name: string; version: number; published_at: string; by_name: string | null }

/** The digest of a unit's policy, and the newest versions it is made of, from the root down; null when the institution has no such unit. */
export async function policyOfUnit(db: Db, institutionId: string, unitId: string): Promise<{ digest: string; versions: VersionRow[] } | null> {
  const unit = await db.selectFrom('units').select(['path', 'policy_digest']).where('institution_id', '=', institutionId).where('id', '=', unitId).executeTakeFirst()
  if (!unit) return null
  const { rows } = await sql<VersionRow>`
    select distinct on (cardinality(u.path)) v.unit_id, u.name as unit_name, v.version, v.published_at, p.name as by_name
    from policy_versions v join units u on u.institution_id = v.institution_id and u.id = v.unit_id
      left join people p on p.institution_id = v.institution_id and p.id = v.published_by
    where v.institution_id = ${institutionId} and v.unit_id = any(${unit.path}::uuid[]) order by cardinality(u.path), v.version desc`.execute(db)
  return { digest: unit.policy_digest, versions: rows }
}
