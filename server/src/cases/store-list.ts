import { sql, type RawBuilder } from 'kysely'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import { daysAsInstants } from '@daodi/domain/calendar/local-days.ts'
import type { CaseState, Leg } from '@daodi/domain/cases/state.ts'
import type { Standstill } from '@daodi/domain/cases/two-clocks.ts'
import type { Obligation } from '@daodi/domain/obligations/obligation.ts'
import { searchQuery } from '@daodi/domain/search/words.ts'
import { visibleTo } from '../access/store.ts'
import { lowestIdAt } from '../database/new-id.ts'
import { utcText } from '../database/utc-text.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { matterNameOfCase } from '../matters/store-pinned.ts'
import { standstillsIn } from './store-standstills.ts'

export interface CaseFilters {
  view?: 'mineFirst' | 'mineHandling' | 'following' | 'unit' | 'late' | 'all' | undefined
  q?: string | undefined; status?: string | undefined; category?: string | undefined; channel?: string | undefined; urgency?: string | undefined; outcome?: string | undefined
  open?: boolean | undefined; handlerId?: string | undefined; firstContactId?: string | undefined
  unitId?: string | undefined; unitPart?: 'first' | 'handling' | undefined; deskId?: string | undefined; groupId?: string | undefined
  /** Instants between which it was registered; `to` is not included. */
  from?: string | undefined; to?: string | undefined
  /** By this instant the person ought to have had a date and has none. */
  unpromisedBy?: string | undefined
  passing?: 'repeated' | undefined
}

/** As somebody asks for them: by days, and as things stand. */
type AskedFilters = Omit<CaseFilters, 'unpromisedBy'> & { promise?: 'missing' | undefined }

export function asInstants({ from, to, promise, ...rest }: AskedFilters, calendar: Calendar, at: string): CaseFilters {
  return { ...rest, ...daysAsInstants(calendar, { from, to }), ...(promise === undefined ? {} : { unpromisedBy: at }) }
}

export interface CaseListRow {
  id: string; number: string; status: string; round: number; registered_at: string; channel: string; category: string; urgency: string; subject: string | null
  requester_name: string | null; requester_phone: string | null; organization: string | null; first_name: string; first_unit: string; handler_name: string; handler_unit: string
  first_phone: string | null; first_room: string | null; handler_phone: string | null; handler_room: string | null
  pending_unit: string | null; matter_name: string | null; outcome: string | null; ended_at: string | null; due_at: string | null; due_estimated: boolean; late: boolean; unpromised_from: string | null; unfollowed_since: string | null
  grade: number | null; result: string | null; content: string | null
  first_contact_id: string; first_contact_unit_id: string; handler_id: string; handler_unit_id: string; signed_at: string; standstills: Standstill[]; legs: Leg[]; obligations: Obligation[]; priority: boolean; colleague: boolean
  referred: number; returned: number; /** Asked for with `passing` alone: the ledger says it. */ passed: PassedOn[] | null
}

/** Who passed a case on or sent it back; `refused`: somebody asked for leave to pass it on again, and did not get it. */
export interface PassedOn { act: 'referred' | 'returned' | 'refused'; at: string; personName: string | null; fromUnitName: string | null; toUnitName: string | null }

/** The regulation of the case does not let its first contact go once another has signed for it. */
const followed = sql`not (select r.releases_first_contact from policies r where r.digest = c.policy_digest)`

/** Newest first by id, which sorts by the time of registration; what is to be followed by when it last was. */
function orderOf({ since }: Page): RawBuilder<unknown> {
  return since === undefined ? sql`c.id desc` : sql`c.unfollowed_since, c.id`
}

function beyond({ after, since }: Page): RawBuilder<unknown>[] {
  if (after === null) return []
  return [since == null ? sql`c.id < ${after}::uuid` : sql`(c.unfollowed_since, c.id) > (${since}::timestamptz, ${after}::uuid)`]
}

/** The cases a reader may see that fit the filters. */
function chosen(staff: Staff, filters: CaseFilters, page: Page): RawBuilder<unknown> {
  const conditions = [...besidesWords(staff, filters, page), ...searchConditions(staff.institutionId, filters.q)]
  return sql`select c.* from cases c where ${sql.join(conditions, sql` and `)} order by ${orderOf(page)} limit ${filters.q === undefined ? sql.lit(page.limit) : page.limit}`
}

/**
 * The same, but the words are looked for in the newest cases alone, one by one. Words in a `case` are no condition for the
 * word index, and neither they nor a limit that stands in the statement make one plan look dearer than another: planning it
 * anew at every call, for these words, took longer than running it.
 */
function chosenOfNewest(staff: Staff, filters: CaseFilters, page: Page): RawBuilder<unknown> {
  const query = searchQuery(filters.q ?? '')
  return sql`select c.* from (select c.* from cases c where ${sql.join(besidesWords(staff, filters, page), sql` and `)} order by c.id desc limit ${LOOKED_THROUGH}) c
    cross join lateral (select from case_search s where s.institution_id = c.institution_id and s.case_id = c.id and case when s.words @@ ${query}::tsquery then true else false end) s
    order by c.id desc limit ${sql.lit(page.limit)}`
}

/**
 * A common word is in so many cases that the index would bring thousands to throw away; it fills a page from the newest
 * ones alone. A rare word is found by the index, and looking these many through in vain costs little.
 */
const LOOKED_THROUGH = 600

function besidesWords(staff: Staff, filters: CaseFilters, page: Page): RawBuilder<unknown>[] {
  return [sql`c.institution_id = ${staff.institutionId}`, ...viewConditions(staff, filters), ...columnConditions(filters), ...beyond(page)]
}

/** Who belongs to a group is no secret; which of its cases are shown is still the reader's right alone. */
function ofGroup(institutionId: string, groupId: string): RawBuilder<unknown> {
  const members = sql`array(select m.person_id from group_members m where m.institution_id = ${institutionId} and m.group_id = ${groupId})`
  return sql`(c.handler_id = any(${members}) or c.first_contact_id = any(${members}))`
}

/** Of the cases in a unit's book those that it, or one below it, was asked first or has in hand; whatever else it took part in is left out. */
function partOf(institutionId: string, unitId: string, part: 'first' | 'handling'): RawBuilder<unknown> {
  return sql`${sql.ref(part === 'first' ? 'c.first_contact_unit_id' : 'c.handler_unit_id')} = any(array(select u.id from units u where u.institution_id = ${institutionId} and u.path @> array[${unitId}::uuid]))`
}

function viewConditions(staff: Staff, { view, unitId, unitPart, groupId }: CaseFilters): RawBuilder<unknown>[] {
  const own = view === 'mineFirst' ? [sql`c.first_contact_id = ${staff.personId}`]
    : view === 'following' ? [sql`c.first_contact_id = ${staff.personId}`, sql`c.unfollowed_since is not null`, followed]
      : view === 'mineHandling' ? [sql`c.handler_id = ${staff.personId}`]
        : view === 'late' ? [sql`c.late`] : []
  const unit = unitId ?? (view === 'unit' ? staff.unitId : undefined)
  const ofUnit = unit ? [sql`exists (select from case_viewers b where b.institution_id = c.institution_id and b.case_id = c.id and b.viewer = ${`h:${unit}`})`, ...(unitPart === undefined ? [] : [partOf(staff.institutionId, unit, unitPart)])] : []
  const isOwn = view === 'mineFirst' || view === 'mineHandling' || view === 'following'
  return [...own, ...ofUnit, ...(groupId === undefined ? [] : [ofGroup(staff.institutionId, groupId)]), ...(isOwn ? [] : [visibleCases(staff)])]
}

/** The rule of `viewersOf` in SQL. Somebody with a scope over the whole institution sees all of it, and need not ask row by row. */
export function visibleCases(staff: Staff): RawBuilder<unknown> {
  const root = staff.unitPath[0]
  const seesAll = staff.roles.some((grant) => grant.unitId === root && (grant.role === 'head' || grant.role === 'leader' || grant.role === 'supervisor'))
  if (seesAll) return sql`true`
  return visibleTo(staff, 'c', 'c.id')
}

/** Codes stand in the statement itself, so that it is planned for how common each is: most cases are closed, few are being handled. */
function columnConditions(filters: CaseFilters): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  for (const column of ['status', 'category', 'channel', 'urgency', 'outcome'] as const) {
    if (filters[column] !== undefined) conditions.push(sql`${sql.ref(`c.${column}`)} = ${sql.lit(filters[column])}`)
  }
  if (filters.open !== undefined) conditions.push(filters.open ? sql`c.ended_at is null` : sql`c.ended_at is not null`)
  if (filters.handlerId !== undefined) conditions.push(sql`c.handler_id = ${filters.handlerId}`)
  if (filters.firstContactId !== undefined) conditions.push(sql`c.first_contact_id = ${filters.firstContactId}`)
  if (filters.unpromisedBy !== undefined) conditions.push(sql`c.unpromised_from is not null`, sql`c.unpromised_from <= ${filters.unpromisedBy}`)
  if (filters.passing !== undefined) conditions.push(sql`(c.referred > 1 or c.returned > 1)`)
  if (filters.deskId !== undefined) conditions.push(sql`c.desk_id = ${filters.deskId}`)
  if (filters.from !== undefined) conditions.push(sql`c.id >= ${lowestIdAt(filters.from)}::uuid`)
  if (filters.to !== undefined) conditions.push(sql`c.id < ${lowestIdAt(filters.to)}::uuid`)
  return conditions
}

/** As an array, so that the prepared plan asks the word index first, whatever the words are. */
function searchConditions(institutionId: string, q: string | undefined): RawBuilder<unknown>[] {
  const query = q === undefined ? null : searchQuery(q)
  if (q === undefined) return []
  if (query === null) return [sql`false`]
  return [sql`c.id = any(array(select s.case_id from case_search s where s.institution_id = ${institutionId} and s.words @@ ${query}::tsquery))`]
}

/** `since`: the list goes by when the first contact last followed, from that of the row shown last on; without it by id. */
export interface Page { after: string | null; since?: string | null; limit: number }

export async function listCaseRows(db: Db, staff: Staff, filters: CaseFilters, page: Page): Promise<CaseListRow[]> {
  if (filters.q !== undefined && page.since === undefined && searchQuery(filters.q) !== null) {
    const { rows } = await rowsQuery<CaseListRow>(chosenOfNewest(staff, filters, page), { filters, page }, sql``).execute(db)
    if (rows.length === page.limit) return rows
  }
  const { rows } = await rowsQuery<CaseListRow>(chosen(staff, filters, page), { filters, page }, sql``).execute(db)
  return rows
}

export interface WholeCaseRow extends CaseListRow { state: CaseState }

/** The same with the whole state, which is several times as much to read: for exports. */
export async function listWholeCaseRows(db: Db, staff: Staff, filters: CaseFilters, page: Page): Promise<WholeCaseRow[]> {
  const { rows } = await rowsQuery<WholeCaseRow>(chosen(staff, filters, page), { filters, page }, sql`, c.state`).execute(db)
  return rows
}

/** Every time, from the ledger; the last hundred of a case. */
const passedOn = sql`(select json_agg(json_build_object('act', x.act, 'at', ${utcText('x.at')}, 'personName', p.name, 'fromUnitName', fu.name, 'toUnitName', tu.name) order by x.seq) from (
    select e.seq, e.at, case e.kind when 'referral-made' then 'referred' when 'referral-returned' then 'returned' else 'refused' end as act,
      case e.kind when 'referral-made' then e.data#>>'{referral,from,personId}' when 'referral-returned' then e.actor else a.data#>>'{transfer,by}' end as person_id,
      coalesce(e.data#>>'{referral,from,unitId}', e.data->>'fromUnitId') as from_unit_id, coalesce(e.data#>>'{referral,toUnitId}', e.data->>'toUnitId') as to_unit_id
    from ledger_entries e left join ledger_entries a on e.kind = 'transfer-refused' and a.institution_id = e.institution_id and a.stream = e.stream and a.kind = 'transfer-asked' and a.data#>>'{transfer,id}' = e.data->>'transferId'
    where e.institution_id = c.institution_id and e.stream = 'case:' || c.id and (e.kind in ('referral-returned', 'transfer-refused')
      or (e.kind = 'referral-made' and e.data#>>'{referral,toUnitId}' is distinct from e.data#>>'{referral,from,unitId}')) order by e.seq desc limit 100) x
  left join people p on p.institution_id = c.institution_id and p.id::text = x.person_id
  left join units fu on fu.institution_id = c.institution_id and fu.id = x.from_unit_id::uuid left join units tu on tu.institution_id = c.institution_id and tu.id = x.to_unit_id::uuid)`

/** A state is stored compressed, so it is unfolded once for all that a row shows of it. */
function rowsQuery<Found>(from: RawBuilder<unknown>, { filters, page }: { filters: CaseFilters; page: Page }, more: RawBuilder<unknown>): RawBuilder<Found> {
  return sql<Found>`
    select c.id, c.number, c.status, c.round, c.registered_at, c.channel, c.category, c.urgency, t.body as subject, q.name as requester_name, q.phone as requester_phone,
      q.organization, f.name as first_name, fu.name as first_unit, coalesce(f.phone, fu.phone) as first_phone, coalesce(f.room, fu.room) as first_room,
      h.name as handler_name, hu.name as handler_unit, coalesce(h.phone, hu.phone) as handler_phone, coalesce(h.room, hu.room) as handler_room,
      pu.name as pending_unit, ${matterNameOfCase} as matter_name, c.outcome, c.ended_at, c.due_at, c.due_estimated, c.late, c.unpromised_from, case when c.unfollowed_since is not null and ${followed} then c.unfollowed_since end as unfollowed_since, c.grade, left(e.body, 300) as result, ${filters.q === undefined ? sql`null` : sql`n.body`} as content,
      c.first_contact_id, c.first_contact_unit_id, c.handler_id, c.handler_unit_id, st.priority is not null as priority, st.colleague is not null as colleague, st.legs, st."signedAt" as signed_at, ${standstillsIn(sql`st.course`)} as standstills, st.obligations, c.referred, c.returned, ${filters.passing === undefined ? sql`null` : passedOn} as passed${more}
    from (${from}) c
      cross join lateral jsonb_to_record(c.state) as st(legs jsonb, "signedAt" text, course jsonb, obligations jsonb, content jsonb, priority jsonb, colleague boolean)
      left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id left join texts e on e.institution_id = c.institution_id and e.id = c.explanation_id
      left join texts n on ${filters.q !== undefined} and n.institution_id = c.institution_id and n.id = (st.content->>'id')::uuid
      left join requesters q on q.institution_id = c.institution_id and q.id = c.requester_id
      join people f on f.institution_id = c.institution_id and f.id = c.first_contact_id join units fu on fu.institution_id = c.institution_id and fu.id = c.first_contact_unit_id
      join people h on h.institution_id = c.institution_id and h.id = c.handler_id join units hu on hu.institution_id = c.institution_id and hu.id = c.handler_unit_id
      left join units pu on pu.institution_id = c.institution_id and pu.id = c.pending_unit_id
    order by ${orderOf(page)}`
}

/** How many cases the list would show, counted to `most` at the most. */
export async function countCaseRows(db: Db, staff: Staff, filters: CaseFilters, most: number): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`select count(*)::int as count from (${chosen(staff, filters, { after: null, limit: most })}) c`.execute(db)
  return row?.count ?? 0
}
