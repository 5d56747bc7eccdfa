import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { indexDirectory, type DirectoryIndex, type FindableEntry } from '@daodi/domain/finding/directory-index.ts'
import { NOTHING_LEARNED, type Asked, type Learned, type Precedent } from '@daodi/domain/finding/evidence.ts'
import { find, type Found } from '@daodi/domain/finding/find.ts'
import { wordsToLearn } from '@daodi/domain/finding/learn.ts'
import type { Db } from '../http/route.ts'
import { precedentsWith, type PrecedentRow } from '../matters/store-precedents.ts'

/** A directory is prepared once an edition; what units say of their duties changes without one, so it is read anew after a while, and prepared anew only where it says something else. */
const KEPT_MS = 300_000
const DIRECTORIES_KEPT = 20
const prepared = new Map<string, { index: DirectoryIndex; edition: number; day: string; until: number; said: string }>()

/** More words than this add nothing to what a question is about. */
const WORDS_ASKED = 300
/** A word that so many matters share tells none of them apart. */
const SHARED_BY = 400

/** Whose matter a question is, by the directory in force at that moment, what handled cases have taught and what has been ruled. */
export async function findWhose(db: Db, institutionId: string, asked: Asked, at: string): Promise<Found> {
  const known = await knownOf(db, institutionId, wordsToLearn(asked).anywhere.slice(0, WORDS_ASKED), at)
  const index = await directoryIndex(db, institutionId, known)
  const precedents = (known.precedents ?? []).map((row): Precedent => (
    { id: row.id, number: row.case_number, unitId: row.unit_id, matterId: row.matter_id, words: row.words, at: row.ruled_at }))
  return find(asked, index, learnedOf(known), precedents)
}

type Counts = Record<string, number>

interface Known {
  edition: number
  /** By the institution's own clock: a matter is valid from midnight there. */
  day: string
  precedents: PrecedentRow[] | null
  words: { word: string; units: Counts; subjects: Counts; matters: Counts | null }[] | null
  targets: { number: number; kind: 'unit' | 'matter'; target_id: string; words: number; vocabulary: number }[] | null
}

/** Everything that finding has to know of a question's words, in one statement: it is asked at every pause in typing. */
async function knownOf(db: Db, institutionId: string, words: readonly string[], at: string): Promise<Known> {
  const { rows: [row] } = await sql<Known>`
    with taught as materialized (select word, units, subjects, case when (select count(*) from jsonb_object_keys(matters)) <= ${SHARED_BY} then matters end as matters
      from finding_words where institution_id = ${institutionId} and word = any(${words}::text[]))
    select coalesce((select max(number) from matter_editions where institution_id = ${institutionId}), 0) as edition,
      (select (${at}::timestamptz at time zone i.time_zone)::date::text from institutions i where i.id = ${institutionId}) as day, ${precedentsWith(institutionId, words)} as precedents,
      (select json_agg(taught) from taught) as words,
      (select json_agg(json_build_object('number', t.number, 'kind', t.kind, 'target_id', t.target_id, 'words', t.words, 'vocabulary', p.vocabulary))
        from finding_targets t join finding_progress p on p.institution_id = t.institution_id
        where t.institution_id = ${institutionId} and exists (select from taught)
          and (t.kind = 'unit' or t.number = any(array(select key::int from taught cross join lateral jsonb_object_keys(coalesce(taught.matters, '{}')) key)))) as targets`.execute(db)
  return row ?? { edition: 0, day: at.slice(0, 10), precedents: null, words: null, targets: null }
}

async function directoryIndex(db: Db, institutionId: string, { edition, day }: Pick<Known, 'edition' | 'day'>): Promise<DirectoryIndex> {
  const known = prepared.get(institutionId)
  if (known && known.edition === edition && known.day === day && known.until > Date.now()) return known.index
  const entries = await findableEntries(db, institutionId, day)
  const said = createHash('sha256').update(JSON.stringify(entries)).digest('base64')
  const index = known?.said === said ? known.index : indexDirectory(entries)
  if (prepared.size >= DIRECTORIES_KEPT) for (const oldest of prepared.keys()) { prepared.delete(oldest); break }
  prepared.set(institutionId, { index, edition, day, until: Date.now() + KEPT_MS, said })
  return index
}

async function findableEntries(db: Db, institutionId: string, day: string): Promise<FindableEntry[]> {
  const { rows } = await sql<{ id: string | null; unit_id: string; name: string; synonyms: string[]; keywords: string[]; examples: string[] }>`
    select m.id, m.unit_id, m.name, m.synonyms, m.keywords, m.examples from matters m where m.institution_id = ${institutionId} and m.removed_in is null
      and (m.valid_from is null or m.valid_from <= ${day}::date) and (m.valid_until is null or m.valid_until >= ${day}::date)
    union all select null, u.id, u.name, '{}', '{}', array[coalesce(u.duties, '')] from units u where u.institution_id = ${institutionId} and u.parent_id is not null
    union all select null, o.unit_id, o.name, '{}', '{}', array[coalesce(o.duties, '')] from posts o where o.institution_id = ${institutionId} and o.removed_at is null and o.duties is not null
    order by 1, 2, 3`.execute(db)
  return rows.map(({ unit_id: unitId, ...row }) => ({ ...row, unitId }))
}

function learnedOf({ words, targets }: Known): Learned {
  if (!words || !targets) return NOTHING_LEARNED
  const idOf = new Map(targets.map((target) => [String(target.number), target.target_id]))
  const byId = (counts: Counts): Map<string, number> => new Map(Object.entries(counts).flatMap(([number, count]) => {
    const id = idOf.get(number)
    return id === undefined ? [] : [[id, count] as const]
  }))
  return {
    units: new Map(words.map((row) => [row.word, byId(row.units)])), subjects: new Map(words.map((row) => [row.word, byId(row.subjects)])),
    matters: new Map(words.flatMap((row) => (row.matters ? [[row.word, byId(row.matters)] as const] : []))),
    unitTotals: new Map(targets.flatMap((target) => (target.kind === 'unit' ? [[target.target_id, target.words] as const] : []))), vocabulary: targets[0]?.vocabulary ?? 0,
  }
}
