import { sql } from 'kysely'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { pairsOf } from '@daodi/domain/finding/words.ts'
import { quotedWord } from '@daodi/domain/search/words.ts'
import { visibleTo } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface RelatedRow { id: string; number: string; subject: string | null; status: string; registered_at: string; unit_name: string; grade: number | null; legs: CaseState['legs'] }

const related = sql`c.id, c.number, t.body as subject, c.status, c.registered_at, u.name as unit_name, c.grade, c.state->'legs' as legs`
const besides = sql`join units u on u.institution_id = c.institution_id and u.id = c.handler_unit_id left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id`
const visible = (staff: Staff) => visibleTo(staff, 'c', 'c.id')

export interface KnownRequester { id: string; name: string | null; phone: string | null; organization: string | null }

/**
 * Who this phone number belongs to, whoever is called that before the others, the newest record first: only people in whose cases the reader takes part anyway. A
 * number alone must not tell a stranger's name, and an address is for `revealRequester`, which leaves an entry.
 */
export async function knownRequesters(db: Db, staff: Staff, { digits, name }: { digits: string; name: string | null }): Promise<KnownRequester[]> {
  const { rows } = await sql<KnownRequester>`select r.id, r.name, r.phone, r.organization from requesters r where r.institution_id = ${staff.institutionId} and r.phone_digits = ${digits}
    and r.erased_at is null and exists (select from cases c where c.institution_id = r.institution_id and c.requester_id = r.id and ${visible(staff)})
    order by (r.name = ${name}) is true desc, r.created_at desc limit 20`.execute(db)
  return rows
}

/** Somebody's earlier and open cases. The same person may be asked about anywhere in the institution, so all of theirs count that the reader may see. */
export async function casesOfRequesters(db: Db, staff: Staff, ids: string[]): Promise<RelatedRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<RelatedRow>`select ${related} from cases c ${besides} where c.institution_id = ${staff.institutionId} and c.requester_id = any(${ids}::uuid[])
    and ${visible(staff)} order by c.ended_at is not null, c.id desc limit 8`.execute(db)
  return rows
}

/** The word pairs of a text that say what it is about. */
function tellingPairs(text: string): string[] {
  return [...new Set(pairsOf(text))].slice(0, 80)
}

function anyOf(words: string[]): string {
  return words.map(quotedWord).join(' | ')
}

/** How many of the newest open cases that share a word pair are counted through, and how many of these are looked at closely. */
const COUNTED = 200
const COMPARED = 20
/** From this share of the shorter question's word pairs on, two questions may be the same (per cent); of the same person less is enough. */
const SAME_QUESTION = 60
const SAME_PERSON_QUESTION = 35
const SIMILAR_SHOWN = 5
const REPEATS_SHOWN = 3

export interface LikeRow extends RelatedRow { same_requester: boolean; hits: number; confidence: number; handler_name: string | null; category: string; requester_name: string | null }
/** `similar`: with most of the subject's word pairs; `repeats`: this very question, it seems, asked again. */
export interface LikeCases { similar: LikeRow[]; repeats: LikeRow[] }

/**
 * Open cases that ask something like this: how many of the subject's pairs they have, and how much of the shorter
 * question stands in the other one. A case that is itself merged is over, and never offered; nor is `except`, the case that asks. Runs at every pause in
 * typing, so only open cases are touched, by the index they have for themselves.
 */
export async function casesLike(db: Db, staff: Staff, { subject, content, requesterIds, except = null }: { subject: string; content: string; requesterIds: string[]; except?: string | null }): Promise<LikeCases> {
  const pairs = tellingPairs(`${subject}\n${content}`)
  const subjectPairs = tellingPairs(subject)
  if (pairs.length < 2) return { similar: [], repeats: [] }
  const half = subjectPairs.length < 2 ? null : Math.ceil(subjectPairs.length / 2)
  const { rows } = await sql<LikeRow & { is_repeat: boolean }>`
    with own as materialized (select c.id from cases c where c.institution_id = ${staff.institutionId} and c.requester_id = any(${requesterIds}::uuid[]) and c.ended_at is null
        and c.id is distinct from ${except}::uuid and ${visible(staff)} order by c.id desc limit ${COMPARED}),
      near as materialized (
        (select s.case_id, s.words, false as same_requester from case_search s where s.institution_id = ${staff.institutionId} and s.open and s.words @@ ${anyOf(pairs)}::tsquery
          and ${visibleTo(staff, 's', 's.case_id')} and s.case_id not in (select id from own)
          and s.case_id is distinct from ${except}::uuid order by s.case_id desc limit ${COUNTED})
        union all select s.case_id, s.words, true from own join case_search s on s.institution_id = ${staff.institutionId} and s.case_id = own.id),
      -- Taking the pairs away and seeing how much is left counts them without unfolding every case's words.
      counted as (select n.*, length(n.words) - length(ts_delete(n.words, ${subjectPairs}::text[])) as hits, length(n.words) - length(ts_delete(n.words, ${pairs}::text[])) as shared from near n),
      close as materialized (select * from counted order by same_requester desc, greatest(hits, shared) desc, case_id desc limit ${COMPARED}),
      judged as materialized (select case_id, same_requester, hits, least(100, shared * 100 / least(${pairs.length}::int, greatest(4,
          (select count(*) from unnest(words) w where length(w.lexeme) > 1 and w.lexeme !~ '[0-9]'))))::int as confidence from close),
      alike as (select case_id, false as is_repeat from judged where hits >= ${half}::int order by hits desc, case_id desc limit ${SIMILAR_SHOWN}),
      repeats as (select case_id, true as is_repeat from judged where confidence >= case when same_requester then ${SAME_PERSON_QUESTION}::int else ${SAME_QUESTION}::int end
        order by same_requester desc, confidence desc, case_id desc limit ${REPEATS_SHOWN})
    select ${related}, j.same_requester, j.hits, j.confidence, f.is_repeat, h.name as handler_name, c.category, q.name as requester_name
    from (select * from alike union all select * from repeats) f join judged j on j.case_id = f.case_id
      join cases c on c.institution_id = ${staff.institutionId} and c.id = f.case_id ${besides} left join people h on h.institution_id = c.institution_id and h.id = c.handler_id
      left join requesters q on q.institution_id = c.institution_id and q.id = c.requester_id`.execute(db)
  const newest = (a: LikeRow, b: LikeRow): number => (a.id < b.id ? 1 : -1)
  return {
    similar: rows.filter((row) => !row.is_repeat).sort((a, b) => b.hits - a.hits || newest(a, b)),
    repeats: rows.filter((row) => row.is_repeat).sort((a, b) => Number(b.same_requester) - Number(a.same_requester) || b.confidence - a.confidence || newest(a, b)),
  }
}

export interface AskedInCase { subject: string; content: string; requester_ids: string[] }

/** What a case that the reader may see asks, and under which records its person is known: by the number, as at the counter. */
export async function askedInCase(db: Db, staff: Staff, caseId: string): Promise<AskedInCase | undefined> {
  const { rows: [row] } = await sql<AskedInCase>`select coalesce(s.body, '') as subject, coalesce(t.body, '') as content,
      array(select distinct o.id from requesters r join requesters o on o.institution_id = r.institution_id and (o.id = r.id or o.phone_digits = r.phone_digits) and o.erased_at is null
        where r.institution_id = c.institution_id and r.id = c.requester_id limit 50) as requester_ids
    from cases c left join texts s on s.institution_id = c.institution_id and s.id = c.subject_id
      left join texts t on t.institution_id = c.institution_id and t.id = (c.state->'content'->>'id')::uuid
    where c.institution_id = ${staff.institutionId} and c.id = ${caseId} and ${visible(staff)}`.execute(db)
  return row
}

export interface OutsideContact { name: string; scope: string | null; phone: string | null; words: string[] }

/** Other organisations whose name or keywords stand in the question. */
export async function outsideContacts(db: Db, institutionId: string, text: string): Promise<OutsideContact[]> {
  const { rows } = await sql<OutsideContact>`select o.name, o.scope, o.phone, k.words from outside_contacts o
      cross join lateral (select coalesce(array_agg(word), '{}') as words from unnest(o.keywords || o.name) word where length(word) > 1 and position(lower(word) in lower(${text})) > 0) k
    where o.institution_id = ${institutionId} and o.removed_at is null and cardinality(k.words) > 0 order by cardinality(k.words) desc, o.name limit 3`.execute(db)
  return rows
}
