import { sql, type RawBuilder } from 'kysely'
import { wordsToLearn } from '@daodi/domain/finding/learn.ts'
import { transaction } from '../database/transaction.ts'
import type { Db } from '../http/route.ts'

interface HandledRow {
  case_id: string; unit_id: string; matter_id: string | null; round: number; subject: string | null; content: string | null
  /** What it taught before it was reopened and handled anew. */
  before_unit: string | null; before_matter: string | null; before_words: string[] | null
}

/** How far back is looked again: a case may be committed a little after the time it ended at. */
const LOOK_BACK = '10 minutes'

export async function institutionsToLearn(db: Db): Promise<string[]> {
  return (await db.selectFrom('institutions').select('id').execute()).map((row) => row.id)
}

/**
 * Learns from cases that were handled to the end: the words of the question and the unit and matter they came to. An
 * answer on the spot says only under which matter it belongs; one without a matter teaches nothing, nor does a
 * confidential case. One worker at a time learns for an institution; each case counts once. How many were learned.
 */
export function learnHandled(db: Db, institutionId: string, { at, limit }: { at: string; limit: number }): Promise<number> {
  return transaction(db, async (trx) => {
    await holdLearning(trx, institutionId)
    await sql`insert into finding_progress (institution_id, through, vocabulary) values (${institutionId}, '2000-01-01', 0) on conflict do nothing`.execute(trx)
    const { rows } = await sql<HandledRow & { ended_at: string }>`
      select c.id as case_id, c.matter_id, c.round, c.ended_at, s.body as subject, t.body as content,
        case when c.state->>'branch' = 'onSpot' then m.unit_id else c.handler_unit_id end as unit_id, l.unit_id as before_unit, l.matter_id as before_matter, l.words as before_words
      from cases c join finding_progress p on p.institution_id = c.institution_id
        left join matters m on m.institution_id = c.institution_id and m.id = c.matter_id
        left join texts s on s.institution_id = c.institution_id and s.id = c.subject_id
        left join texts t on t.institution_id = c.institution_id and t.id = (c.state->'content'->>'id')::uuid
        left join finding_learned l on l.institution_id = c.institution_id and l.case_id = c.id
      where c.institution_id = ${institutionId} and c.ended_at >= p.through - ${LOOK_BACK}::interval and c.ended_at <= ${at} and c.status = 'closed' and c.outcome in ('solved', 'explained')
        and not c.confidential and s.body is not null and (c.state->>'branch' is distinct from 'onSpot' or m.unit_id is not null) and (l.round is distinct from c.round or l.matter_id is distinct from c.matter_id)
      order by c.ended_at, c.id limit ${limit}`.execute(trx)
    const last = rows.at(-1)
    if (!last) {
      await sql`update finding_progress set through = ${at} where institution_id = ${institutionId}`.execute(trx)
      return 0
    }
    await count(trx, institutionId, {
      taught: rows.map((row) => ({ ...row, words: taught(row) })),
      untaught: rows.flatMap(({ before_unit: unit_id, before_matter: matter_id, before_words: words }) => (words && unit_id !== null ? [{ unit_id, matter_id, words }] : [])),
    })
    await remember(trx, institutionId, rows)
    await sql`update finding_progress set through = greatest(through, ${rows.length < limit ? at : last.ended_at}::timestamptz) where institution_id = ${institutionId}`.execute(trx)
    return rows.length
  })
}

/** One at a time changes what an institution has learned. */
function holdLearning(trx: Db, institutionId: string) {
  return sql`select pg_advisory_xact_lock(hashtextextended(${`finding:${institutionId}`}, 0))`.execute(trx)
}

interface Lesson { unit_id: string; matter_id: string | null; words: string[] }

interface Delta { units: Map<string, number>; subjects: Map<string, number>; matters: Map<string, number> }
type Deltas = Map<string, Delta>

/** How the words of the subject stand among those that a case taught. */
const IN_SUBJECT = '^'

/** Adds what cases teach to the counts and takes away what they taught; words that no case speaks of any more go. */
async function count(trx: Db, institutionId: string, lessons: { taught: readonly Lesson[]; untaught: readonly Lesson[] }): Promise<void> {
  const deltas: Deltas = new Map()
  const targets = new Map<string, { kind: 'unit' | 'matter'; id: string; cases: number; words: number }>()
  const add = (words: readonly string[], kind: 'unit' | 'matter', id: string | null, by: 1 | -1): void => {
    if (id === null) return
    const target = targets.get(id) ?? { kind, id, cases: 0, words: 0 }
    targets.set(id, { ...target, cases: target.cases + by, words: target.words + by * words.length })
    for (const marked of words) {
      const inSubject = marked.startsWith(IN_SUBJECT)
      if (inSubject && kind === 'matter') continue
      const word = inSubject ? marked.slice(IN_SUBJECT.length) : marked
      const delta = deltas.get(word) ?? { units: new Map<string, number>(), subjects: new Map<string, number>(), matters: new Map<string, number>() }
      const counts = inSubject ? delta.subjects : kind === 'unit' ? delta.units : delta.matters
      counts.set(id, (counts.get(id) ?? 0) + by)
      deltas.set(word, delta)
    }
  }
  for (const [by, those] of [[1, lessons.taught], [-1, lessons.untaught]] as const) {
    for (const { unit_id: unitId, matter_id: matterId, words } of those) {
      add(words, 'unit', unitId, by)
      add(words, 'matter', matterId, by)
    }
  }
  const numbers = await countTargets(trx, institutionId, [...targets.values()])
  const vocabulary = await writeWords(trx, institutionId, deltas, numbers)
  await sql`update finding_progress set vocabulary = vocabulary + ${vocabulary} where institution_id = ${institutionId}`.execute(trx)
  await dropWords(trx, institutionId, sql`word = any(${[...deltas.keys()]}::text[])`)
}

/** Words that no case speaks of any more. */
async function dropWords(trx: Db, institutionId: string, among: RawBuilder<unknown>): Promise<void> {
  await sql`with gone as (delete from finding_words where institution_id = ${institutionId} and ${among} and units = '{}' and subjects = '{}' and matters = '{}' returning word)
    update finding_progress set vocabulary = vocabulary - (select count(*) from gone) where institution_id = ${institutionId}`.execute(trx)
}

function taught({ subject, content }: HandledRow): string[] {
  const { anywhere, inSubject } = wordsToLearn({ subject: subject ?? '', content: content ?? '' })
  return [...anywhere, ...inSubject.map((word) => IN_SUBJECT + word)]
}

async function countTargets(trx: Db, institutionId: string, targets: readonly { kind: string; id: string; cases: number; words: number }[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ target_id: string; number: number }>`
    insert into finding_targets as f (institution_id, number, kind, target_id, cases, words)
    select ${institutionId}, coalesce((select max(number) from finding_targets where institution_id = ${institutionId}), 0) + row_number() over (), t.kind, t.id, t.cases, t.words
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as t(kind text, id uuid, cases int, words int)
    on conflict (institution_id, kind, target_id) do update set cases = f.cases + excluded.cases, words = f.words + excluded.words
    returning target_id, number`.execute(trx)
  return new Map(rows.map((row) => [row.target_id, row.number]))
}

/** How many of the words were new. */
async function writeWords(trx: Db, institutionId: string, deltas: Deltas, numbers: ReadonlyMap<string, number>): Promise<number> {
  type Counts = Record<string, number>
  const { rows } = await sql<{ word: string; units: Counts; subjects: Counts; matters: Counts }>`select word, units, subjects, matters from finding_words
    where institution_id = ${institutionId} and word = any(${[...deltas.keys()]}::text[])`.execute(trx)
  const known = new Map(rows.map((row) => [row.word, row]))
  const merged = [...deltas].map(([word, delta]) => ({
    word, units: sum(known.get(word)?.units, delta.units, numbers), subjects: sum(known.get(word)?.subjects, delta.subjects, numbers),
    matters: sum(known.get(word)?.matters, delta.matters, numbers),
  }))
  await sql`insert into finding_words (institution_id, word, units, subjects, matters)
    select ${institutionId}, w.word, w.units, w.subjects, w.matters from jsonb_to_recordset(${JSON.stringify(merged)}::jsonb) as w(word text, units jsonb, subjects jsonb, matters jsonb)
    on conflict (institution_id, word) do update set units = excluded.units, subjects = excluded.subjects, matters = excluded.matters`.execute(trx)
  return deltas.size - known.size
}

function sum(before: Record<string, number> | undefined, delta: ReadonlyMap<string, number>, numbers: ReadonlyMap<string, number>): Record<string, number> {
  const counts = { ...before }
  for (const [id, by] of delta) {
    const number = numbers.get(id)
    if (number === undefined) continue
    const now = (counts[number] ?? 0) + by
    if (now > 0) counts[number] = now
    else delete counts[number]
  }
  return counts
}

async function remember(trx: Db, institutionId: string, rows: readonly HandledRow[]): Promise<void> {
  const learned = rows.map((row) => ({ case_id: row.case_id, unit_id: row.unit_id, matter_id: row.matter_id, round: row.round, words: taught(row) }))
  await sql`insert into finding_learned (institution_id, case_id, unit_id, matter_id, round, words)
    select ${institutionId}, l.* from jsonb_to_recordset(${JSON.stringify(learned)}::jsonb) as l(case_id uuid, unit_id uuid, matter_id uuid, round int, words text[])
    on conflict (institution_id, case_id) do update set unit_id = excluded.unit_id, matter_id = excluded.matter_id, round = excluded.round, words = excluded.words`.execute(trx)
}

/** A case that ended long ago was put under another matter: the next look begins there again, and what it taught is taught anew. */
export async function learnAgainFrom(trx: Db, institutionId: string, endedAt: string): Promise<void> {
  // Whoever learns at this moment would set the progress on past this again.
  await holdLearning(trx, institutionId)
  await sql`update finding_progress set through = least(through, ${endedAt}::timestamptz) where institution_id = ${institutionId}`.execute(trx)
}

/** Forgets everything learned, so that it can be learned anew from the cases. */
export async function forgetLearned(trx: Db, institutionId: string): Promise<void> {
  for (const table of ['finding_learned', 'finding_words', 'finding_targets', 'finding_progress'] as const) await trx.deleteFrom(table).where('institution_id', '=', institutionId).execute()
}

/** Takes away what these cases taught, so that their words are nowhere and what other cases taught stands. */
export async function unlearn(trx: Db, institutionId: string, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  // Whoever learns from one of them at this moment comes first, or finds its words gone.
  await holdLearning(trx, institutionId)
  const { rows: untaught } = await sql<Lesson>`delete from finding_learned where institution_id = ${institutionId} and case_id = any(${[...caseIds]}::uuid[]) returning unit_id, matter_id, words`.execute(trx)
  if (untaught.length > 0) await count(trx, institutionId, { taught: [], untaught })
  // Also those that a case left behind when it was handled anew as something else.
  await dropWords(trx, institutionId, sql`true`)
}

/** Cases that were learned from and whose words are erased. */
export async function learnedOfErased(db: Db, institutionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select l.case_id as id from finding_learned l join cases c on c.institution_id = l.institution_id and c.id = l.case_id
    left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id where l.institution_id = ${institutionId} and t.body is null`.execute(db)
  return rows.map((row) => row.id)
}
