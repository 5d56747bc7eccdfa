import { sql } from 'kysely'
import type { MatterDocument } from '@daodi/domain/matters/matter.ts'
import type { Db } from '../http/route.ts'

export interface EditionRow {
  number: number; published_at: string; published_by_name: string | null; note: string | null; matters: number; added: number; changed: number; removed: number
}

const editionColumns = sql`e.number, e.published_at, p.name as published_by_name, e.note, e.matters, e.added, e.changed, e.removed`
const editionFrom = sql`matter_editions e left join people p on p.institution_id = e.institution_id and p.id = e.published_by`

export async function listEditionRows(db: Db, institutionId: string, page: { before: number | null; limit: number }): Promise<EditionRow[]> {
  const { rows } = await sql<EditionRow>`select ${editionColumns} from ${editionFrom}
    where e.institution_id = ${institutionId} and ${page.before === null ? sql`true` : sql`e.number < ${page.before}`} order by e.number desc limit ${page.limit}`.execute(db)
  return rows
}

export async function editionRow(db: Db, institutionId: string, number: number): Promise<EditionRow | null> {
  const { rows: [row] } = await sql<EditionRow>`select ${editionColumns} from ${editionFrom} where e.institution_id = ${institutionId} and e.number = ${number}`.execute(db)
  return row ?? null
}

export interface ChangeRow { matter_id: string; change: 'added' | 'changed' | 'removed'; fields: string[]; document: MatterDocument; before: MatterDocument | null }

/** What an edition changed, each with the version before it. */
export async function editionChanges(db: Db, institutionId: string, number: number, page: { after: string | null; limit: number }): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`select v.matter_id, v.change, v.fields, v.document, (select b.document from matter_versions b
      where b.institution_id = v.institution_id and b.matter_id = v.matter_id and b.edition < v.edition order by b.edition desc limit 1) as before
    from matter_versions v where v.institution_id = ${institutionId} and v.edition = ${number} and ${page.after === null ? sql`true` : sql`v.matter_id > ${page.after}`}
    order by v.matter_id limit ${page.limit}`.execute(db)
  return rows
}

/** Names of units, posts and people that documents speak of. */
export async function namesOf(db: Db, institutionId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from units where institution_id = ${institutionId} and id = any(${ids}::uuid[])
    union all select id, name from posts where institution_id = ${institutionId} and id = any(${ids}::uuid[])
    union all select id, name from people where institution_id = ${institutionId} and id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}
