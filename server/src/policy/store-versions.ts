import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface VersionRow { unit_id: string; unit_name: string; version: number; published_at: string; by_name: string | null; note: string | null; restores: number | null }

export interface VersionWords { unitId: string; unitName: string; version: number; publishedAt: string; byName: string | null; note: string | null; restores: number | null }

/** A version as it is told of: whose, when, by whom and what for. */
export function versionView(row: VersionRow): VersionWords {
  return { unitId: row.unit_id, unitName: row.unit_name, version: row.version, publishedAt: row.published_at, byName: row.by_name, note: row.note, restores: row.restores }
}

const COLUMNS = sql`v.unit_id, u.name as unit_name, v.version, v.published_at, p.name as by_name, v.note, v.restores`
const AROUND = sql`join units u on u.institution_id = v.institution_id and u.id = v.unit_id left join people p on p.institution_id = v.institution_id and p.id = v.published_by`

/** The digest of a unit's policy, and the newest versions it is made of, from the root down; null when the institution has no such unit. */
export async function policyOfUnit(db: Db, institutionId: string, unitId: string): Promise<{ digest: string; versions: VersionRow[] } | null> {
  const unit = await db.selectFrom('units').select(['path', 'policy_digest']).where('institution_id', '=', institutionId).where('id', '=', unitId).executeTakeFirst()
  if (!unit) return null
  const { rows } = await sql<VersionRow>`
    select distinct on (cardinality(u.path)) ${COLUMNS} from policy_versions v ${AROUND}
    where v.institution_id = ${institutionId} and v.unit_id = any(${unit.path}::uuid[]) order by cardinality(u.path), v.version desc`.execute(db)
  return { digest: unit.policy_digest, versions: rows }
}

/** The unit's own versions, the newest first, `limit` of them before `before`. */
export async function versionsOf(db: Db, unit: { institutionId: string; unitId: string }, page: { before: number | null; limit: number }): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select ${COLUMNS} from policy_versions v ${AROUND} where v.institution_id = ${unit.institutionId} and v.unit_id = ${unit.unitId}
      ${page.before === null ? sql`` : sql`and v.version < ${page.before}`} order by v.version desc limit ${page.limit}`.execute(db)
  return rows
}

export async function versionOf(db: Db, unit: { institutionId: string; unitId: string }, version: number): Promise<(VersionRow & { document: Record<string, unknown> }) | null> {
  const { rows: [row] } = await sql<VersionRow & { document: Record<string, unknown> }>`
    select ${COLUMNS}, v.document from policy_versions v ${AROUND}
    where v.institution_id = ${unit.institutionId} and v.unit_id = ${unit.unitId} and v.version = ${version}`.execute(db)
  return row ?? null
}
