import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { changedFields, type MatterDocument } from '@daodi/domain/matters/matter.ts'
import { searchVector } from '@daodi/domain/search/words.ts'
import type { Db } from '../http/route.ts'
import { appendFact, directoryStream } from '../ledger/store-append.ts'
import { matterDocuments } from './store-matters.ts'

/** `document` null: taken out of the directory. */
export interface MatterChange { id: string; document: MatterDocument | null }
export interface Publishing {
  institutionId: string; at: string; by: string | null; note: string | null; algorithm: 'sha256' | 'sm3'
  /** The directory in force, where it has been read already. */
  before?: ReadonlyMap<string, MatterDocument>
}
export interface PublishedEdition { number: number; added: number; changed: number; removed: number }

interface Version { matter_id: string; change: 'added' | 'changed' | 'removed'; document: MatterDocument; fields: string[]; words: string }

/** Editions come one after the other, whoever publishes. */
export async function lockDirectory(trx: Db, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${directoryStream(institutionId)}, 0))`.execute(trx)
}

export async function currentEdition(db: Db, institutionId: string): Promise<number> {
  const { rows: [row] } = await sql<{ number: number }>`select coalesce(max(number), 0) as number from matter_editions where institution_id = ${institutionId}`.execute(db)
  return row?.number ?? 0
}

/**
 * Makes the changes the next edition of the institution's directory; null when they change nothing. The caller has
 * checked them (`checkMatters`) under `lockDirectory`. Drafts of these matters are done with. Broken constraint: `matters_name`.
 */
export async function publishEdition(trx: Db, publishing: Publishing, changes: readonly MatterChange[]): Promise<PublishedEdition | null> {
  const { institutionId, at, by, algorithm } = publishing
  const before = publishing.before ?? await matterDocuments(trx, institutionId, changes.map((change) => change.id))
  const versions = changes.flatMap((change) => versionOf(change, before.get(change.id)))
  if (versions.length === 0) {
    await forgetDrafts(trx, institutionId, changes.map((change) => change.id))
    return null
  }
  const digest = createHash('sha256').update(JSON.stringify(versions.map(({ matter_id, change, document }) => [matter_id, change, document]))).digest('hex')
  const counts = countOf(versions)
  const edition = { number: await writeEdition(trx, publishing, { ...counts, digest, versions }), ...counts }
  await appendFact(trx, { institutionId, stream: directoryStream(institutionId), kind: 'edition-published', data: { ...edition, digest }, actor: by ?? 'system', at, algorithm })
  return edition
}

function versionOf({ id, document }: MatterChange, before: MatterDocument | undefined): Version[] {
  if (document === null) return before ? [{ matter_id: id, change: 'removed', document: before, fields: [], words: '' }] : []
  const fields = before ? changedFields(before, document) : []
  if (before && fields.length === 0) return []
  const words = searchVector([document.name, ...document.synonyms, ...document.keywords, ...document.examples].join('\n'))
  return [{ matter_id: id, change: before ? 'changed' : 'added', document, fields, words }]
}

function countOf(versions: readonly Version[]): { added: number; changed: number; removed: number } {
  const count = (change: Version['change']): number => versions.filter((version) => version.change === change).length
  return { added: count('added'), changed: count('changed'), removed: count('removed') }
}

async function writeEdition(trx: Db, { institutionId, at, by, note }: Publishing, edition: Omit<PublishedEdition, 'number'> & { digest: string; versions: Version[] }): Promise<number> {
  const { added, changed, removed, digest, versions } = edition
  const { rows: [written] } = await sql<{ number: number }>`with n as materialized (select coalesce(max(number), 0) + 1 as number from matter_editions where institution_id = ${institutionId}),
    v as materialized (select * from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v(matter_id uuid, change text, document jsonb, fields text[], words text)),
    edition as (insert into matter_editions (institution_id, number, published_at, published_by, note, matters, added, changed, removed, digest)
      select ${institutionId}, n.number, ${at}, ${by}, ${note}, (select count(*) from matters where institution_id = ${institutionId} and removed_in is null) + ${added - removed},
        ${added}, ${changed}, ${removed}, ${digest} from n returning number),
    versions as (insert into matter_versions (institution_id, matter_id, edition, change, document, fields)
      select ${institutionId}, v.matter_id, n.number, v.change, v.document, v.fields from v, n),
    drafts as (delete from matter_drafts d using v where d.institution_id = ${institutionId} and d.matter_id = v.matter_id returning d.matter_id, d.precedent_id),
    -- A ruling that was made into a matter points to it from now on.
    ruled as (update precedents p set matter_id = drafts.matter_id from drafts join v on v.matter_id = drafts.matter_id and v.change <> 'removed' where p.institution_id = ${institutionId} and p.id = drafts.precedent_id),
    gone as (update matters m set removed_in = n.number, edition = n.number from v, n where v.change = 'removed' and m.institution_id = ${institutionId} and m.id = v.matter_id),
    written as (insert into matters as m (institution_id, id, unit_id, post_id, person_id, name, category, synonyms, keywords, examples, papers, conditions, procedure, fee, fee_basis, statutory_days,
        working_days, promised, room, phone, valid_from, valid_until, on_spot, lenient, citation_required, everyday, citation, answer, words, edition)
      select ${institutionId}, v.matter_id, (d->>'unitId')::uuid, (d->>'postId')::uuid, (d->>'personId')::uuid, d->>'name', d->>'category',
        ${list('synonyms')}, ${list('keywords')}, ${list('examples')}, d->'papers', d->>'conditions', d->>'procedure', d->>'fee', d->>'feeBasis', (d->>'statutoryDays')::int,
        (d->>'workingDays')::int, nullif(d->'promised', 'null'), d->>'room', d->>'phone', (d->>'validFrom')::date, (d->>'validUntil')::date, (d->>'onSpot')::boolean, (d->>'lenient')::boolean,
        (d->>'citationRequired')::boolean, (d->>'everyday')::boolean, d->>'citation', d->>'answer', v.words::tsvector, n.number
      from n cross join v cross join lateral (select v.document as d) as said where v.change <> 'removed'
    on conflict (institution_id, id) do update set unit_id = excluded.unit_id, post_id = excluded.post_id, person_id = excluded.person_id, name = excluded.name,
      category = excluded.category, synonyms = excluded.synonyms, keywords = excluded.keywords, examples = excluded.examples, papers = excluded.papers,
      conditions = excluded.conditions, procedure = excluded.procedure, fee = excluded.fee, fee_basis = excluded.fee_basis, statutory_days = excluded.statutory_days, working_days = excluded.working_days, promised = excluded.promised,
      room = excluded.room, phone = excluded.phone, valid_from = excluded.valid_from, valid_until = excluded.valid_until, on_spot = excluded.on_spot,
      lenient = excluded.lenient, citation_required = excluded.citation_required, everyday = excluded.everyday, citation = excluded.citation, answer = excluded.answer,
      words = excluded.words, edition = excluded.edition, removed_in = null)
    select number from edition`.execute(trx)
  if (!written) throw new Error('an edition was not written')
  return written.number
}

function list(field: string) {
  return sql`array(select jsonb_array_elements_text(d->${sql.lit(field)}))`
}

/** Drafts that change nothing any more. */
async function forgetDrafts(trx: Db, institutionId: string, matterIds: readonly string[]): Promise<void> {
  await sql`delete from matter_drafts where institution_id = ${institutionId} and matter_id = any(${matterIds}::uuid[])`.execute(trx)
}
