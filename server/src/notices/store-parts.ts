import { sql, type RawBuilder } from 'kysely'
import { newIdAt } from '../database/new-id.ts'

/** What an act of a case tells, as its rules say. */
export interface Told {
  institutionId: string
  caseId: string
  /** Of all notices of this act; begins with its moment, so that lists can be paged by it. */
  id: string
  actor: string
  at: string
  /** `hasMail` null: it has to be looked up. */
  requester: { id: string; hasMail: boolean | null } | null
  tellings: readonly { kind: string; seq: number; people: readonly string[]; unitIds: readonly string[]; requester: boolean; detail: object }[]
  events: readonly { kind: string; seq: number; data: object }[]
  /** Kinds that ask for something which nobody has to do any more. */
  settled: readonly string[]
}

/**
 * The notices of an act and what leaves because of it, as parts of the statement that records the act: in the product for
 * each, by mail for whoever wants that kind at once, to the person asking where they left an address, to other systems.
 * The database queues a job for each row of the outbox.
 */
export function noticeParts(told: Told): RawBuilder<unknown>[] {
  return [...staffParts(told), ...requesterPart(told), ...eventPart(told), ...settledPart(told)]
}

/** Once a colleague has signed or somebody has ruled, the others need not look. */
function settledPart({ institutionId, caseId, at, settled }: Told): RawBuilder<unknown>[] {
  if (settled.length === 0) return []
  return [sql`settled as (update notices set read_at = ${at} where institution_id = ${institutionId} and case_id = ${caseId} and read_at is null and kind = any(${[...settled]}::text[]))`]
}

function staffParts(told: Told): RawBuilder<unknown>[] {
  const { institutionId, caseId, id, actor, at, tellings } = told
  const rows = tellings.flatMap(({ kind, seq, people, unitIds, detail }) => [
    ...people.map((personId) => ({ person_id: personId, unit_id: null, kind, seq, detail })), ...unitIds.map((unitId) => ({ person_id: null, unit_id: unitId, kind, seq, detail })),
  ])
  if (rows.length === 0) return []
  const named = sql`select p.id as person_id, t.kind, t.seq, t.detail from meant t join people p on p.institution_id = ${institutionId} and p.id = t.person_id where p.disabled_at is null`
  // Supervisors read and change nothing, so that they are not among those who may act for a unit.
  const members = sql`select p.id, t.kind, t.seq, t.detail from meant t join people p on p.institution_id = ${institutionId} and p.unit_id = t.unit_id where p.disabled_at is null
    and not exists (select from grants g where g.institution_id = p.institution_id and g.person_id = p.id and g.role = 'supervisor')`
  const all = rows.some((row) => row.unit_id !== null) ? sql`${named} union all ${members}` : named
  return [
    sql`meant as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(person_id uuid, unit_id uuid, kind text, seq int, detail jsonb))`,
    sql`told as (insert into notices (institution_id, person_id, id, kind, case_id, seq, actor, detail, at)
      select ${institutionId}::uuid, x.person_id, ${id}::uuid, x.kind, ${caseId}::uuid, x.seq, ${actor}, x.detail, ${at} from (${all}) x where x.person_id::text <> ${actor}
      on conflict do nothing returning person_id, id, kind, case_id)`,
    mailsPart(institutionId, at),
  ]
}

/** By mail, for whoever wants that kind at once. */
function mailsPart(institutionId: string, at: string): RawBuilder<unknown> {
  return sql`mails as (insert into outbox (institution_id, id, channel, purpose, person_id, case_id, kind, detail, state, created_at, next_at)
    select ${institutionId}::uuid, (substr(t.id::text, 1, 18) || substr(gen_random_uuid()::text, 19))::uuid, 'mail', 'notice', t.person_id, t.case_id, t.kind, jsonb_build_object('noticeId', t.id::text), 'waiting', ${at}, ${at}
    from told t join notice_preferences p on p.institution_id = ${institutionId} and p.person_id = t.person_id where p.email is not null and p.mail->>t.kind = 'now')`
}

export interface ToldOutsideCases { personIds: readonly string[]; kind: string; detail: object }

/** For what is no case: tells these people, once each, but never whoever did it. */
export function tellingParts({ institutionId, actor, at }: { institutionId: string; actor: string; at: string }, tellings: readonly ToldOutsideCases[]): RawBuilder<unknown>[] {
  const rows = tellings.flatMap(({ personIds, kind, detail }) => {
    const id = newIdAt(Date.parse(at))
    return [...new Set(personIds)].map((personId) => ({ person_id: personId, id, kind, detail }))
  })
  if (rows.length === 0) return []
  return [
    sql`told as (insert into notices (institution_id, person_id, id, kind, actor, detail, at)
      select ${institutionId}::uuid, p.id, t.id, t.kind, ${actor}, t.detail, ${at} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(person_id uuid, id uuid, kind text, detail jsonb)
        join people p on p.institution_id = ${institutionId} and p.id = t.person_id where p.disabled_at is null and p.id::text <> ${actor} returning person_id, id, kind, case_id)`,
    mailsPart(institutionId, at),
  ]
}

function requesterPart({ institutionId, caseId, id, at, requester, tellings }: Told): RawBuilder<unknown>[] {
  const telling = tellings.find((one) => one.requester)
  if (!telling || requester === null || requester.hasMail === false) return []
  const reachable = requester.hasMail ? sql`` : sql` from requesters r where r.institution_id = ${institutionId} and r.id = ${requester.id} and r.email is not null and r.erased_at is null`
  return [sql`letters as (insert into outbox (institution_id, id, channel, purpose, requester_id, case_id, kind, detail, state, created_at, next_at)
    select ${institutionId}::uuid, ${freshId(id)}, 'mail', 'requester', ${requester.id}::uuid, ${caseId}::uuid, ${telling.kind}, jsonb_build_object('seq', ${telling.seq}::int), 'waiting', ${at}, ${at}${reachable})`]
}

function eventPart({ institutionId, caseId, id, at, events }: Told): RawBuilder<unknown>[] {
  if (events.length === 0) return []
  const rows = JSON.stringify(events.map(({ kind, seq, data }) => ({ kind, seq, data })))
  return [sql`hooks as (insert into outbox (institution_id, id, channel, purpose, endpoint_id, case_id, kind, detail, state, created_at, next_at)
    select ${institutionId}::uuid, ${freshId(id)}, 'webhook', 'event', w.id, ${caseId}::uuid, e.kind, e.data || jsonb_build_object('seq', e.seq), 'waiting', ${at}, ${at}
    from jsonb_to_recordset(${rows}::jsonb) as e(kind text, seq int, data jsonb) join webhook_endpoints w on w.institution_id = ${institutionId} and w.state = 'on' and e.kind = any(w.kinds))`]
}

/** A version 7 id of the same moment as the act's, another for each row. */
function freshId(id: string): RawBuilder<string> {
  return sql`(${id.slice(0, 18)}::text || substr(gen_random_uuid()::text, 19))::uuid`
}
