import { sql } from 'kysely'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { pairsOf } from '@daodi/domain/finding/words.ts'
import { quotedWord } from '@daodi/domain/search/words.ts'
import { visibleTo } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface RelatedRow { id: string; number: string; subject: string | null; status: string; registered_at: string; unit_name: string; grade: number | null; state: CaseState }

const related = sql`c.id, c.number, t.body as subject, c.status, c.registered_at, u.name as unit_name, c.grade, c.state`
const besides = sql`join units u on u.institution_id = c.institution_id and u.id = c.handler_unit_id left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id`
const visible = (staff: Staff) => visibleTo(staff, 'c', 'c.id')

export interface KnownRequester { id: string; name: string | null; phone: string | null; organization: string | null }

/**
 * Who this phone number belongs to, the newest record first: only people in whose cases the reader takes part anyway. A
 * number alone must not tell a stranger's name, and an address is for `revealRequester`, which leaves an entry.
 */
export async function knownRequesters(db: Db, staff: Staff, digits: string): Promise<KnownRequester[]> {
  const { rows } = await sql<KnownRequester>`select r.id, r.name, r.phone, r.organization from requesters r where r.institution_id = ${staff.institutionId} and r.phone_digits = ${digits}
    and r.erased_at is null and exists (select from cases c where c.institution_id = r.institution_id and c.requester_id = r.id and ${visible(staff)})
    order by r.created_at desc limit 20`.execute(db)
  return rows
}

/** Somebody's earlier and open cases. The same person may be asked about anywhere in the institution, so all of theirs count that the reader may see. */
export async function casesOfRequesters(db: Db, staff: Staff, ids: string[]): Promise<RelatedRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<RelatedRow>`select ${related} from cases c ${besides} where c.institution_id = ${staff.institutionId} and c.requester_id = any(${ids}::uuid[])
    and ${visible(staff)} order by c.ended_at is not null, c.id desc limit 8`.execute(db)
  return rows
}

/** How many of the newest open cases that share a word pair are compared. */
const COMPARED = 200

/** Open cases that share most word pairs with the text. */
export async function similarCases(db: Db, staff: Staff, text: string): Promise<RelatedRow[]> {
  const pairs = tellingPairs(text)
  if (pairs.length < 2) return []
  const { rows } = await sql<RelatedRow>`
    with near as (select c.institution_id, c.id, s.words from cases c join case_search s on s.institution_id = c.institution_id and s.case_id = c.id
        where c.institution_id = ${staff.institutionId} and c.ended_at is null and s.words @@ ${anyOf(pairs)}::tsquery and ${visible(staff)} order by c.id desc limit ${COMPARED}),
      ranked as (select n.institution_id, n.id, (select count(*) from unnest(n.words) w where w.lexeme = any(${pairs}::text[])) as hits from near n)
    select ${related} from ranked k join cases c on c.institution_id = k.institution_id and c.id = k.id ${besides}
    where k.hits >= ${Math.ceil(pairs.length / 2)} order by k.hits desc, c.id desc limit 5`.execute(db)
  return rows
}

/** The word pairs of a text that say what it is about. */
function tellingPairs(text: string): string[] {
  return [...new Set(pairsOf(text))].slice(0, 80)
}

function anyOf(words: string[]): string {
  return words.map(quotedWord).join(' | ')
}

export interface RepeatRow extends RelatedRow { same_requester: boolean; confidence: number; handler_name: string | null }

/** From this share of the shorter question's word pairs on, two questions may be the same (per cent); of the same person less is enough. */
const SAME_QUESTION = 60
const SAME_PERSON_QUESTION = 35

/**
 * Open cases that may be this very question asked again: how much of the shorter question stands in the other one. A
 * case that is itself merged is over, and never offered.
 */
export async function repeatsOf(db: Db, staff: Staff, { text, requesterIds, except = null }: { text: string; requesterIds: string[]; except?: string | null }): Promise<RepeatRow[]> {
  const pairs = tellingPairs(text)
  if (pairs.length < 2) return []
  const { rows } = await sql<RepeatRow>`
    with near as (select c.institution_id, c.id, s.words, coalesce(c.requester_id = any(${requesterIds}::uuid[]), false) as same_requester
        from cases c join case_search s on s.institution_id = c.institution_id and s.case_id = c.id
        where c.institution_id = ${staff.institutionId} and c.ended_at is null and c.id is distinct from ${except}::uuid and s.words @@ ${anyOf(pairs)}::tsquery and ${visible(staff)}
        order by coalesce(c.requester_id = any(${requesterIds}::uuid[]), false) desc, c.id desc limit ${COMPARED}),
      judged as (select n.*, count(*) filter (where w.lexeme = any(${pairs}::text[])) * 100 / least(${pairs.length}::int, greatest(count(*) filter (where length(w.lexeme) > 1 and w.lexeme !~ '[0-9]'), 4)) as share
        from near n cross join lateral unnest(n.words) w group by n.institution_id, n.id, n.words, n.same_requester)
    select ${related}, j.same_requester, least(j.share, 100)::int as confidence, h.name as handler_name
    from judged j join cases c on c.institution_id = j.institution_id and c.id = j.id ${besides} left join people h on h.institution_id = c.institution_id and h.id = c.handler_id
    where j.share >= case when j.same_requester then ${SAME_PERSON_QUESTION}::int else ${SAME_QUESTION}::int end
    order by j.same_requester desc, j.share desc, c.id desc limit 3`.execute(db)
  return rows
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
