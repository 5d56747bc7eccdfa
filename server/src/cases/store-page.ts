import { sql } from 'kysely'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { visibleBy, waysOf } from '../access/store.ts'
import { fixedStatement } from '../database/fixed-statement.ts'
import { utcText } from '../database/utc-text.ts'
import type { Staff, WorkingTime } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { matterNameOfCase } from '../matters/store-pinned.ts'
import type { RequesterRow } from './store-read.ts'
import { workingTimeOfCase } from './store.ts'

export interface DutyRecord {
  id: string; kind: string; state: string; person_id: string | null; unit_id: string; opened_at: string; warn_at: string | null; due_at: string; estimated: boolean
  late_at: string | null; closed_at: string | null; rung: number; paused_at: string | null; told: { person_id: string; rung: number }[] | null
}
export interface AttachmentRecord { id: string; name: string | null; size: number; media_type: string; created_at: string; person_id: string | null }
interface NameRecord { id: string; name: string; phone: string | null; room: string | null }

/** All that a case page shows, as one row: one round trip however much has happened to the case. */
export interface CasePage {
  state: CaseState
  texts: { id: string; body: string | null }[] | null
  people: NameRecord[] | null
  units: NameRecord[] | null
  obligations: DutyRecord[] | null
  entries: EntryRecord[]
  attachments: AttachmentRecord[] | null
  requester: (RequesterRow & { earlier: number; open: number }) | null
  matter_name: string | null
  /** Those that corrections name, as they are called today. */
  matters: { id: string; name: string }[] | null
  desk_name: string | null
  sealed_through: number
  working_time: WorkingTime | null
}
export type EntryRecord = Omit<LedgerEntry, 'institutionId'>

/** As the statement has it: which entries a seal covers is said by each of them. */
interface PageRow extends Omit<CasePage, 'sealed_through' | 'entries' | 'requester'> {
  entries: (Omit<EntryRecord, 'stream'> & { sealed: boolean | null })[]
  requester: (RequesterRow & { others: [ended: number, open: number] }) | null
}

/** Whoever asks on the web is written down anew each time; by the number, and no other name, it is the same person, as at the counter. */
const underOneNumber = sql`array(select o.id from requesters o where o.institution_id = r.institution_id and o.phone_digits = r.phone_digits
  and o.erased_at is null and (o.name is null or r.name is null or o.name = r.name) order by o.created_at desc limit 50) || r.id`

/**
 * The page of one case, if the condition lets it be seen. Ids go through arrays, so that a few names are looked up and not picked out of everybody's.
 * One value of JSON: that is read faster than a dozen columns. Each table and each index more is a hundredth of the page's time, though nothing be found in it.
 */
const pageOf = (where: ReturnType<typeof sql>, readersUnit: string | null) => sql<{ page: PageRow }>`
  with c as (select institution_id, id, state, requester_id, matter_id, matter_edition, desk_id, first_contact_unit_id from cases c where ${where})
  select json_build_object('state', c.state, 'working_time', case when c.first_contact_unit_id = ${readersUnit}::uuid then null else ${workingTimeOfCase()} end,
    'texts', (select json_agg(json_build_object('id', t.id, 'body', t.body)) from texts t where t.institution_id = c.institution_id and t.case_id = c.id),
    'people', (select json_agg(json_build_object('id', p.id, 'name', p.name, 'phone', p.phone, 'room', p.room)) from people p where p.institution_id = c.institution_id
      and p.id = any(array(select jsonb_array_elements_text(c.state->'participants')::uuid))),
    'units', (select json_agg(json_build_object('id', u.id, 'name', u.name, 'phone', u.phone, 'room', u.room)) from units u where u.institution_id = c.institution_id
      and u.id = any(array(select jsonb_array_elements_text(c.state->'units')::uuid
        union all select o.unit_id from obligations o where o.institution_id = c.institution_id and o.case_id = c.id
        union all select u.named::uuid from ledger_entries l, lateral (values (l.data->>'suggestedUnitId'), (l.data->>'toUnitId'), (l.data#>>'{transfer,toUnitId}')) u(named)
          where l.institution_id = c.institution_id and l.stream = 'case:' || c.id and u.named is not null))),
    'obligations', (select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'state', o.state, 'person_id', o.person_id, 'unit_id', o.unit_id, 'opened_at', ${utcText('o.opened_at')},
        'warn_at', ${utcText('o.warn_at')}, 'due_at', ${utcText('o.due_at')}, 'estimated', o.estimated, 'late_at', ${utcText('o.late_at')}, 'closed_at', ${utcText('o.closed_at')},
        'rung', o.rung, 'paused_at', ${utcText('o.paused_at')}, 'told', (select json_agg(json_build_object('person_id', r.person_id, 'rung', r.rung) order by r.rung)
          from obligation_rungs r where r.institution_id = o.institution_id and r.obligation_id = o.id)) order by o.opened_at, o.id)
      from obligations o where o.institution_id = c.institution_id and o.case_id = c.id),
    'entries', (select json_agg(json_build_object('seq', l.seq, 'at', ${utcText('l.at')}, 'actor', l.actor, 'kind', l.kind, 'data', l.data, 'prev', l.prev,
        'hash', l.hash, 'algorithm', l.algorithm, 'sealed', l.xid < (select to_xid from ledger_seals order by number desc limit 1)) order by l.seq)
      from ledger_entries l where l.institution_id = c.institution_id and l.stream = 'case:' || c.id),
    'attachments', (select json_agg(json_build_object('id', a.id, 'name', a.name, 'size', a.size, 'media_type', a.media_type, 'created_at', ${utcText('a.created_at')}, 'person_id', a.person_id)
        order by a.created_at) from attachments a where a.institution_id = c.institution_id and a.case_id = c.id and a.erased_at is null),
    'requester', (select json_build_object('id', r.id, 'name', r.name, 'phone', r.phone, 'organization', r.organization, 'address', r.address, 'email', r.email, 'declined', r.declined, 'erased_at', r.erased_at,
        'others', (select json_build_array(count(*) filter (where e.ended_at is not null), count(*) filter (where e.ended_at is null)) from cases e
          where e.institution_id = c.institution_id and e.requester_id = any(${underOneNumber}) and e.id <> c.id))
      from requesters r where r.institution_id = c.institution_id and r.id = c.requester_id),
    'matter_name', ${matterNameOfCase},
    'matters', (select json_agg(json_build_object('id', m.id, 'name', m.name)) from matters m where m.institution_id = c.institution_id and m.id = any(array(select u.named::uuid
      from ledger_entries l, lateral (values (l.data->>'before'), (l.data->>'after')) u(named)
      where l.institution_id = c.institution_id and l.stream = 'case:' || c.id and l.kind = 'field-corrected' and l.data->>'field' = 'matter' and u.named is not null))),
    'desk_name', (select d.name from desks d where d.institution_id = c.institution_id and d.id = c.desk_id)) as page
  from c`

function pageFrom(row: { page: PageRow } | undefined, readersTime: WorkingTime | null): CasePage | null {
  if (!row) return null
  const { entries, requester, ...page } = row.page
  const stream = `case:${page.state.id}`
  return {
    ...page, working_time: page.working_time ?? readersTime, requester: requester && { ...requester, earlier: requester.others[0], open: requester.others[1] },
    entries: entries.map(({ seq, at, actor, kind, data, prev, hash, algorithm }) => ({ stream, seq, at, actor, kind, data, prev, hash, algorithm })), sealed_through: entries.findLast(({ sealed }) => sealed)?.seq ?? 0,
  }
}

interface Asked extends Record<string, unknown> { institutionId: string; caseId: string; unitId: string; viewers: readonly string[]; team: readonly string[]; standsInFor: readonly string[] }

/** One statement for each set of ways in which somebody may come to see a case. */
const readers = [false, true].map((team) => [false, true].map((standsInFor) => fixedStatement<Asked, { page: PageRow }>(['institutionId', 'caseId', 'unitId', 'viewers', 'team', 'standsInFor'], (asked) =>
  pageOf(sql`c.institution_id = ${asked.institutionId} and c.id = ${asked.caseId} and ${visibleBy({ viewers: asked.viewers, team: team ? asked.team : null, standsInFor: standsInFor ? asked.standsInFor : null }, 'c', 'c.id')}`, asked.unitId))))

export async function casePageFor(db: Db, staff: Staff, caseId: string): Promise<CasePage | null> {
  const { institutionId, unitId } = staff
  const { viewers, team, standsInFor } = waysOf(staff)
  const read = readers[Number(team !== null)]?.[Number(standsInFor !== null)]
  const [row] = await read?.(db, { institutionId, caseId, unitId, viewers, team: team ?? [], standsInFor: standsInFor ?? [] }) ?? []
  return pageFrom(row, staff.workingTime)
}

export async function casePageByCode(db: Db, number: string, codeDigest: Buffer, registerCode: string): Promise<CasePage | null> {
  const { rows: [row] } = await pageOf(sql`c.number = ${number} and c.code_digest = ${codeDigest} and c.institution_id = (select institution_id from units where register_code = ${registerCode})`, null).execute(db)
  return pageFrom(row, null)
}
