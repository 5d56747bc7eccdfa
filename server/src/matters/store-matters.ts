import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { MatterView } from '@daodi/contract/staff/matters/matter-view.ts'
import type { MatterDocument, MatterPaper, PromisedLimit } from '@daodi/domain/matters/matter.ts'
import { searchQuery } from '@daodi/domain/search/words.ts'
import type { Db } from '../http/route.ts'

export interface MatterRow {
  id: string; name: string; unit_id: string; unit_name: string; post_id: string | null; post_name: string | null; person_id: string | null; person_name: string | null
  category: string | null; synonyms: string[]; keywords: string[]; examples: string[]; papers: MatterPaper[]; conditions: string | null; procedure: string | null; fee: string | null; fee_basis: string | null
  room: string | null; phone: string | null; statutory_days: number | null; working_days: number | null; promised: PromisedLimit | null; valid_from: string | null; valid_until: string | null; on_spot: boolean
  lenient: boolean; citation_required: boolean; everyday: boolean; citation: string | null; answer: string | null; edition: number; removed_in: number | null
}

/** A matter as it is shown: place and phone of its person or unit stand in where it has none of its own. `m` `u` `p` `o` are the aliases of `shownFrom`. */
const shown = sql`m.id, m.name, m.unit_id, u.name as unit_name, m.post_id, o.name as post_name, m.person_id, p.name as person_name, m.category, m.synonyms, m.keywords,
  m.examples, m.papers, m.conditions, m.procedure, m.fee, m.fee_basis, coalesce(m.room, p.room, u.room) as room, coalesce(m.phone, p.phone, u.phone) as phone, m.statutory_days,
  m.working_days, m.promised, m.valid_from::text, m.valid_until::text, m.on_spot, m.lenient, m.citation_required, m.everyday, m.citation, m.answer, m.edition, m.removed_in`
const shownFrom = sql`matters m join units u on u.institution_id = m.institution_id and u.id = m.unit_id
  left join people p on p.institution_id = m.institution_id and p.id = m.person_id and p.disabled_at is null
  left join posts o on o.institution_id = m.institution_id and o.id = m.post_id`

export interface MattersAsked { q?: string | undefined; unitId?: string | undefined; everyday?: boolean; /** Everyday matters are for pressing now: those that are valid then. */ at: string; after: string | null; limit: number }

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function matching(q: string | undefined): RawBuilder<unknown> {
  if (q === undefined) return sql`true`
  const words = searchQuery(q)
  return words === null ? sql`m.name like ${contains(q)}` : sql`m.words @@ ${words}::tsquery`
}

function validOn(institutionId: string, at: string): RawBuilder<unknown> {
  return sql`(select coalesce(m.valid_from <= d.day, true) and coalesce(m.valid_until >= d.day, true) from (select (${at}::timestamptz at time zone i.time_zone)::date as day from institutions i where i.id = ${institutionId}) d)`
}

/** The directory in force, by name; `q` is looked for in names, synonyms, keywords and examples. */
export async function listMatterRows(db: Db, institutionId: string, { q, unitId, everyday = false, at, after, limit }: MattersAsked): Promise<MatterRow[]> {
  const { rows } = await sql<MatterRow>`select ${shown} from ${shownFrom}
    where m.institution_id = ${institutionId} and m.removed_in is null and ${matching(q)} and ${unitId === undefined ? sql`true` : sql`m.unit_id = ${unitId}`}
      and ${everyday ? sql`m.everyday and ${validOn(institutionId, at)}` : sql`true`}
      and ${after === null ? sql`true` : sql`m.name > (select b.name from matters b where b.institution_id = ${institutionId} and b.id = ${after})`}
    order by m.name limit ${limit}`.execute(db)
  return rows
}

export async function matterRows(db: Db, institutionId: string, ids: readonly string[]): Promise<Map<string, MatterRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<MatterRow>`select ${shown} from ${shownFrom} where m.institution_id = ${institutionId} and m.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** A row of the table. */
export type Stored = Omit<MatterRow, 'unit_name' | 'post_name' | 'person_name'>

/** Matters of the directory in force as they were written, all of them or these. */
export async function matterDocuments(db: Db, institutionId: string, ids: readonly string[] | 'all'): Promise<Map<string, MatterDocument>> {
  const { rows } = await mattersInForce(institutionId, ids).execute(db)
  return new Map(rows.map((row) => [row.id, documentOf(row)]))
}

export function mattersInForce(institutionId: string, ids: readonly string[] | 'all'): RawBuilder<Stored> {
  return sql<Stored>`select m.id, m.name, m.unit_id, m.post_id, m.person_id, m.category, m.synonyms, m.keywords, m.examples, m.papers, m.conditions, m.procedure, m.fee, m.fee_basis, m.room, m.phone,
      m.statutory_days, m.working_days, m.promised, m.valid_from::text, m.valid_until::text, m.on_spot, m.lenient, m.citation_required, m.everyday, m.citation, m.answer, m.edition, m.removed_in
    from matters m where m.institution_id = ${institutionId} and m.removed_in is null and ${ids === 'all' ? sql`true` : sql`m.id = any(${[...ids]}::uuid[])`}`
}

export function documentOf(row: Stored): MatterDocument {
  return {
    name: row.name, unitId: row.unit_id, postId: row.post_id, personId: row.person_id, category: row.category, synonyms: row.synonyms, keywords: row.keywords,
    examples: row.examples, papers: row.papers, conditions: row.conditions, procedure: row.procedure, fee: row.fee, feeBasis: row.fee_basis, statutoryDays: row.statutory_days,
    workingDays: row.working_days, promised: row.promised, room: row.room, phone: row.phone, validFrom: row.valid_from, validUntil: row.valid_until, onSpot: row.on_spot, lenient: row.lenient,
    citationRequired: row.citation_required, everyday: row.everyday, citation: row.citation, answer: row.answer,
  }
}

type View = z.input<typeof MatterView>

export function matterView(row: MatterRow): View {
  return {
    id: row.id, unitName: row.unit_name, postName: row.post_name, personName: row.person_name, edition: row.edition,
    ...documentView({
      name: row.name, unitId: row.unit_id, postId: row.post_id, personId: row.person_id, category: row.category, synonyms: row.synonyms, keywords: row.keywords,
      examples: row.examples, papers: row.papers, conditions: row.conditions, procedure: row.procedure, fee: row.fee, feeBasis: row.fee_basis, statutoryDays: row.statutory_days,
      workingDays: row.working_days, promised: row.promised, room: row.room, phone: row.phone, validFrom: row.valid_from, validUntil: row.valid_until, onSpot: row.on_spot, lenient: row.lenient,
      citationRequired: row.citation_required, everyday: row.everyday, citation: row.citation, answer: row.answer,
    }),
  }
}

export function documentView(document: MatterDocument): Omit<View, 'id' | 'unitName' | 'postName' | 'personName' | 'edition'> {
  const { category, papers, promised = null, ...rest } = document
  return { ...rest, promised, category: category as View['category'], papers: papers.map((paper) => ({ ...paper, given: false })) }
}

export interface VersionRow { edition: number; published_at: string; change: 'added' | 'changed' | 'removed'; fields: string[]; working_days: number | null; promised: PromisedLimit | null; unit_name: string | null }

/** What the editions changed about a matter, the newest first. */
export async function matterVersions(db: Db, institutionId: string, matterId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`select v.edition, e.published_at, v.change, v.fields, (v.document->>'workingDays')::int as working_days, nullif(v.document->'promised', 'null') as promised, u.name as unit_name
    from matter_versions v join matter_editions e on e.institution_id = v.institution_id and e.number = v.edition
      left join units u on u.institution_id = v.institution_id and u.id = (v.document->>'unitId')::uuid
    where v.institution_id = ${institutionId} and v.matter_id = ${matterId} order by v.edition desc limit 100`.execute(db)
  return rows
}

interface MatterToday { working_days: number | null; promised: PromisedLimit | null; citation_required: boolean; in_force: boolean; edition: number | null }

/** What a case takes over of a matter that it is put under now. */
export async function matterToday(db: Db, institutionId: string, { matterId, at }: { matterId: string; at: string }): Promise<MatterToday | null> {
  const { rows: [row] } = await sql<MatterToday>`select m.working_days, m.promised, m.citation_required, (select max(e.number) from matter_editions e where e.institution_id = m.institution_id) as edition,
      coalesce(m.valid_from <= d.day, true) and coalesce(m.valid_until >= d.day, true) as in_force
    from matters m join institutions i on i.id = m.institution_id, lateral (select (${at}::timestamptz at time zone i.time_zone)::date as day) d
    where m.institution_id = ${institutionId} and m.id = ${matterId} and m.removed_in is null`.execute(db)
  return row ?? null
}
