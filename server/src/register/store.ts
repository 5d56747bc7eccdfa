import { sql } from 'kysely'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { quotedWord, wordsOf } from '@daodi/domain/search/words.ts'
import { visibleTo } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface MatterRow {
  id: string; name: string; unit_id: string; unit_name: string; person_id: string | null; person_name: string | null; category: string | null; keywords: string[]
  papers: unknown[]; room: string | null; phone: string | null; working_days: number | null; on_spot: boolean; citation: string | null; answer: string | null
  /** How many of the text's word pairs the matter has, and which. */
  hits: number; words: string[]
}

/** Pairs that stand in questions of every kind, and would be shown as a reason though they are none. */
const SAYS_NOTHING = new Set(['什么', '怎么', '么办', '哪里', '哪些', '需要', '要什', '要哪', '请问', '问一', '一下', '可以', '能不', '不能', '是不', '不是', '我们', '你们', '他们', '没有', '有没', '为什', '多久', '多少', '时候', '现在', '已经', '还是', '找谁', '材料', '办理', '怎样', '如何', '想问', '咨询'])

/** Matters that share word pairs with the text, those with most first. */
export async function suggestMatters(db: Db, institutionId: string, text: string, limit: number): Promise<{ rows: MatterRow[]; asked: number }> {
  const pairs = tellingPairs(text)
  if (pairs.length === 0) return { rows: [], asked: 0 }
  const { rows } = await sql<MatterRow>`
    select m.id, m.name, m.unit_id, u.name as unit_name, m.person_id, p.name as person_name, m.category, m.keywords, m.papers, coalesce(m.room, p.room, u.room) as room,
      coalesce(m.phone, p.phone, u.phone) as phone, m.working_days, m.on_spot, m.citation, m.answer, s.hits, s.words
    from matters m join units u on u.institution_id = m.institution_id and u.id = m.unit_id
      left join people p on p.institution_id = m.institution_id and p.id = m.person_id
      cross join lateral (select count(*)::int as hits, coalesce(array_agg(w.lexeme), '{}') as words from unnest(m.words) w where w.lexeme = any(${pairs}::text[])) s
    where m.institution_id = ${institutionId} and m.words @@ ${anyOf(pairs)}::tsquery order by s.hits desc, m.name limit ${limit}`.execute(db)
  return { rows, asked: pairs.length }
}

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
  return [...new Set(wordsOf(text).map((word) => word.text).filter((word) => [...word].length > 1 && !SAYS_NOTHING.has(word)))].slice(0, 80)
}

function anyOf(words: string[]): string {
  return words.map(quotedWord).join(' | ')
}
