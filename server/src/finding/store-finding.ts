import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { indexDirectory, type DirectoryIndex, type FindableEntry } from '@daodi/domain/finding/directory-index.ts'
import { find, NOTHING_LEARNED, type Asked, type Found, type Learned, type Precedent } from '@daodi/domain/finding/find.ts'
import { wordsToLearn } from '@daodi/domain/finding/learn.ts'
import type { Db } from '../http/route.ts'
import { precedentsWith } from '../matters/store-precedents.ts'
import { currentEdition } from '../matters/store-publish.ts'

/** A directory is prepared once an edition; what units say of their duties changes without one, so it is read anew after a while, and prepared anew only where it says something else. */
const KEPT_MS = 300_000
const DIRECTORIES_KEPT = 20
const prepared = new Map<string, { index: DirectoryIndex; edition: number; until: number; said: string }>()

/** More words than this add nothing to what a question is about. */
const WORDS_ASKED = 300
/** A word that so many matters share tells none of them apart. */
const SHARED_BY = 400

/** Whose matter a question is, by the directory in force, what handled cases have taught and what has been ruled. */
export async function findWhose(db: Db, institutionId: string, asked: Asked): Promise<Found> {
  const words = wordsToLearn(asked).anywhere.slice(0, WORDS_ASKED)
  const index = await directoryIndex(db, institutionId)
  const precedents = (await precedentsWith(db, institutionId, words)).map((row): Precedent => (
    { id: row.id, number: row.case_number, unitId: row.unit_id, matterId: row.matter_id, words: row.words, at: row.ruled_at }))
  return find(asked, index, await learnedOf(db, institutionId, words), precedents)
}

async function directoryIndex(db: Db, institutionId: string): Promise<DirectoryIndex> {
  const edition = await currentEdition(db, institutionId)
  const known = prepared.get(institutionId)
  if (known && known.edition === edition && known.until > Date.now()) return known.index
  const entries = await findableEntries(db, institutionId)
  const said = createHash('sha256').update(JSON.stringify(entries)).digest('base64')
  const index = known?.said === said ? known.index : indexDirectory(entries)
  if (prepared.size >= DIRECTORIES_KEPT) for (const oldest of prepared.keys()) { prepared.delete(oldest); break }
  prepared.set(institutionId, { index, edition, until: Date.now() + KEPT_MS, said })
  return index
}

async function findableEntries(db: Db, institutionId: string): Promise<FindableEntry[]> {
  const { rows } = await sql<{ id: string | null; unit_id: string; name: string; synonyms: string[]; keywords: string[]; examples: string[] }>`
    select m.id, m.unit_id, m.name, m.synonyms, m.keywords, m.examples from matters m where m.institution_id = ${institutionId} and m.removed_in is null
      and (m.valid_from is null or m.valid_from <= current_date) and (m.valid_until is null or m.valid_until >= current_date)
    union all select null, u.id, u.name, '{}', '{}', array[coalesce(u.duties, '')] from units u where u.institution_id = ${institutionId} and u.parent_id is not null
    union all select null, o.unit_id, o.name, '{}', '{}', array[coalesce(o.duties, '')] from posts o where o.institution_id = ${institutionId} and o.removed_at is null and o.duties is not null
    order by 1, 2, 3`.execute(db)
  return rows.map(({ unit_id: unitId, ...row }) => ({ ...row, unitId }))
}

type Counts = Record<string, number>

async function learnedOf(db: Db, institutionId: string, words: readonly string[]): Promise<Learned> {
  const { rows } = await sql<{ word: string; units: Counts; subjects: Counts; matters: Counts | null }>`select word, units, subjects,
      case when (select count(*) from jsonb_object_keys(matters)) <= ${SHARED_BY} then matters end as matters
    from finding_words where institution_id = ${institutionId} and word = any(${words}::text[])`.execute(db)
  if (rows.length === 0) return NOTHING_LEARNED
  const { rows: targets } = await sql<{ number: number; kind: 'unit' | 'matter'; target_id: string; words: number; vocabulary: number }>`
    select t.number, t.kind, t.target_id, t.words, p.vocabulary from finding_targets t join finding_progress p on p.institution_id = t.institution_id
    where t.institution_id = ${institutionId} and (t.kind = 'unit' or t.number = any(${numbersIn(rows)}::int[]))`.execute(db)
  const idOf = new Map(targets.map((target) => [String(target.number), target.target_id]))
  const byId = (counts: Counts): Map<string, number> => new Map(Object.entries(counts).flatMap(([number, count]) => {
    const id = idOf.get(number)
    return id === undefined ? [] : [[id, count] as const]
  }))
  return {
    units: new Map(rows.map((row) => [row.word, byId(row.units)])), subjects: new Map(rows.map((row) => [row.word, byId(row.subjects)])),
    matters: new Map(rows.flatMap((row) => (row.matters ? [[row.word, byId(row.matters)] as const] : []))),
    unitTotals: new Map(targets.flatMap((target) => (target.kind === 'unit' ? [[target.target_id, target.words] as const] : []))), vocabulary: targets[0]?.vocabulary ?? 0,
  }
}

function numbersIn(rows: readonly { matters: Counts | null }[]): number[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.matters ?? {}).map(Number)))]
}
