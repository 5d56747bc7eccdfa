import { sql } from 'kysely'
import type { Db } from '../http/route.ts'
import type { VersionRow } from './store-versions.ts'

export interface CalendarVersionRow extends VersionRow { document: Record<string, unknown> }

/** The newest document of each unit from the root down to this one, those without working time of their own left out. */
export async function calendarsAlong(db: Db, institutionId: string, path: readonly string[]): Promise<{ unitId: string; version: number; document: Record<string, unknown> }[]> {
  const { rows } = await sql<{ unitId: string; version: number; document: Record<string, unknown> }>`
    select distinct on (cardinality(u.path)) c.unit_id as "unitId", c.version, c.document from calendars c join units u on u.institution_id = c.institution_id and u.id = c.unit_id
    where c.institution_id = ${institutionId} and c.unit_id = any(${path}::uuid[]) order by cardinality(u.path), c.version desc`.execute(db)
  return rows
}

/** The unit's own versions, the newest first. */
export async function calendarVersions(db: Db, unit: { institutionId: string; unitId: string }, { version, limit }: { version?: number; limit: number }): Promise<CalendarVersionRow[]> {
  const { rows } = await sql<CalendarVersionRow>`
    select c.unit_id, u.name as unit_name, c.version, c.published_at, p.name as by_name, c.note, c.restores, c.document
    from calendars c join units u on u.institution_id = c.institution_id and u.id = c.unit_id left join people p on p.institution_id = c.institution_id and p.id = c.published_by
    where c.institution_id = ${unit.institutionId} and c.unit_id = ${unit.unitId} ${version === undefined ? sql`` : sql`and c.version = ${version}`}
    order by c.version desc limit ${limit}`.execute(db)
  return rows
}

export async function timeZoneOf(db: Db, institutionId: string): Promise<string> {
  const { time_zone: timeZone } = await db.selectFrom('institutions').select('time_zone').where('id', '=', institutionId).executeTakeFirstOrThrow()
  return timeZone
}
