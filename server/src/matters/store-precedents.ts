import { sql, type RawBuilder } from 'kysely'
import { findingWords } from '@daodi/domain/finding/words.ts'
import { searchVector } from '@daodi/domain/search/words.ts'
import { utcText } from '../database/utc-text.ts'
import type { Db } from '../http/route.ts'

export interface RulingToRemember {
  institutionId: string; id: string; caseId: string
  /** What the case asks, as it was ruled on. */
  text: { subject: string; content: string | null }
  unitId: string; matterId: string | null; ruledBy: string; at: string
}

/** A ruling that is to hold in future (今后照此办理): the next case that asks alike is suggested to the ruled unit. A later ruling on the same case replaces it. */
export async function rememberRuling(trx: Db, { institutionId, id, caseId, text, unitId, matterId, ruledBy, at }: RulingToRemember): Promise<void> {
  const words = [...findingWords(text.subject, text.content ?? '').keys()]
  await sql`update precedents set revoked_at = ${at} where institution_id = ${institutionId} and case_id = ${caseId} and revoked_at is null`.execute(trx)
  await sql`insert into precedents (institution_id, id, case_id, unit_id, matter_id, words, ruled_by, ruled_at)
    values (${institutionId}, ${id}, ${caseId}, ${unitId}, ${matterId}, ${words}::text[], ${ruledBy}, ${at})`.execute(trx)
}

/** How many of the newest rulings with a word of the question are compared with it. */
const COMPARED = 200

export interface PrecedentRow { id: string; case_number: string; unit_id: string; matter_id: string | null; words: string[]; ruled_at: string }

/** The newest rulings that share a word with the question, as one column of the statement that asks for everything a question needs. */
export function precedentsWith(institutionId: string, words: readonly string[]): RawBuilder<PrecedentRow[] | null> {
  return sql<PrecedentRow[] | null>`(select json_agg(r) from (select p.id, c.number as case_number, p.unit_id, p.matter_id, p.words, ${utcText('p.ruled_at')} as ruled_at
    from precedents p join cases c on c.institution_id = p.institution_id and c.id = p.case_id
    where p.institution_id = ${institutionId} and p.revoked_at is null and p.words && ${words}::text[] order by p.ruled_at desc limit ${COMPARED}) r)`
}

export interface ListedPrecedent {
  id: string; case_number: string; subject: string | null; unit_id: string; unit_name: string; matter_id: string | null; matter_name: string | null; ruled_at: string
  ruled_by_name: string; drafted: boolean
}

/** The newest first; `after` is the last one shown. Ids are in the order of time. A confidential case's words are not shown. */
export async function listPrecedentRows(db: Db, institutionId: string, scopes: readonly string[], page: { after: string | null; limit: number }): Promise<ListedPrecedent[]> {
  const { rows } = await sql<ListedPrecedent>`select p.id, c.number as case_number, case when c.confidential then null else t.body end as subject, p.unit_id, u.name as unit_name,
      p.matter_id, m.name as matter_name, p.ruled_at, r.name as ruled_by_name,
      exists (select from matter_drafts d where d.institution_id = p.institution_id and d.precedent_id = p.id) as drafted
    from precedents p join cases c on c.institution_id = p.institution_id and c.id = p.case_id join units u on u.institution_id = p.institution_id and u.id = p.unit_id
      join people r on r.institution_id = p.institution_id and r.id = p.ruled_by
      left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id left join matters m on m.institution_id = p.institution_id and m.id = p.matter_id
    where p.institution_id = ${institutionId} and p.revoked_at is null and u.path && ${scopes}::uuid[] and ${page.after === null ? sql`true` : sql`p.id < ${page.after}`}
    order by p.id desc limit ${page.limit}`.execute(db)
  return rows
}

export async function findPrecedent(db: Db, institutionId: string, id: string): Promise<{ unit_id: string; subject: string | null } | null> {
  const { rows: [row] } = await sql<{ unit_id: string; subject: string | null }>`select p.unit_id, case when c.confidential then null else t.body end as subject
    from precedents p join cases c on c.institution_id = p.institution_id and c.id = p.case_id left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
    where p.institution_id = ${institutionId} and p.id = ${id} and p.revoked_at is null`.execute(db)
  return row ?? null
}

export async function revoke(trx: Db, institutionId: string, id: string, at: string): Promise<void> {
  await sql`update precedents set revoked_at = ${at} where institution_id = ${institutionId} and id = ${id}`.execute(trx)
}

export interface ErasedQuestions { institutionId: string; caseIds: readonly string[]; /** As they stood, before their words went. */ subjects: readonly string[]; at: string }

/**
 * What rulings kept of questions that are being erased: a ruling without its words is revoked, for no question can be
 * like it; where the question had become the example of a matter, it goes out of the directory and out of its earlier editions.
 * The rulings that held until now. The caller holds the directory.
 */
export async function eraseRulings(trx: Db, { institutionId, caseIds, subjects, at }: ErasedQuestions): Promise<string[]> {
  const ofCases = sql`institution_id = ${institutionId} and case_id = any(${[...caseIds]}::uuid[])`
  const { rows: held } = await sql<{ id: string }>`select id from precedents where ${ofCases} and revoked_at is null order by id`.execute(trx)
  const { rows: made } = await sql<{ id: string }>`select matter_id as id from precedents where ${ofCases} and matter_id is not null
    union select d.matter_id from matter_drafts d join precedents p on p.institution_id = d.institution_id and p.id = d.precedent_id where p.institution_id = ${institutionId} and p.case_id = any(${[...caseIds]}::uuid[])`.execute(trx)
  await eraseExamples(trx, institutionId, { matterIds: made.map(({ id }) => id), subjects })
  await sql`update precedents set words = '{}', revoked_at = coalesce(revoked_at, ${at}) where ${ofCases} and (revoked_at is null or words <> '{}')`.execute(trx)
  return held.map(({ id }) => id)
}

async function eraseExamples(trx: Db, institutionId: string, { matterIds, subjects }: { matterIds: readonly string[]; subjects: readonly string[] }): Promise<void> {
  if (matterIds.length === 0 || subjects.length === 0) return
  const theirs = sql`institution_id = ${institutionId} and matter_id = any(${[...matterIds]}::uuid[])`
  const without = sql`jsonb_set(document, '{examples}', (select coalesce(jsonb_agg(e.e order by e.n), '[]') from jsonb_array_elements_text(document->'examples') with ordinality e(e, n) where e.e <> all(${[...subjects]}::text[])))`
  for (const table of ['matter_drafts', 'matter_versions']) await sql`update ${sql.table(table)} set document = ${without} where ${theirs} and document->'examples' ?| ${[...subjects]}::text[]`.execute(trx)
  const { rows } = await sql<{ id: string; name: string; synonyms: string[]; keywords: string[]; examples: string[] }>`select id, name, synonyms, keywords, examples from matters
    where institution_id = ${institutionId} and id = any(${[...matterIds]}::uuid[]) and examples && ${[...subjects]}::text[]`.execute(trx)
  for (const { id, name, synonyms, keywords, examples } of rows) {
    const left = examples.filter((example) => !subjects.includes(example))
    await sql`update matters set examples = ${left}::text[], words = ${searchVector([name, ...synonyms, ...keywords, ...left].join('\n'))}::tsvector where institution_id = ${institutionId} and id = ${id}`.execute(trx)
  }
}

/** Cases whose rulings still have words though the cases' own are erased. */
export async function rulingsOfErased(db: Db, institutionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct p.case_id as id from precedents p join cases c on c.institution_id = p.institution_id and c.id = p.case_id
    left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id where p.institution_id = ${institutionId} and p.words <> '{}' and t.body is null`.execute(db)
  return rows.map((row) => row.id)
}
