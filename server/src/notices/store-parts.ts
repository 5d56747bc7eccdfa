import { sql, type RawBuilder } from 'kysely'
import { newIdAt } from '../database/new-id.ts'

/** What an act of a case tells, as its rules say. */
export interface Told {
  caseId: string
  /** Of all notices of this act; begins with its moment, so that lists can be paged by it. */
  id: string
  actor: string
  at: string
  /** `hasMail` null: it has to be looked up. */
  requester: { id: string; hasMail: boolean | null } | null
  tellings: readonly { kind: string; seq: number; people: readonly string[]; unitIds: readonly string[]; liaisonOf?: { unitId: string; fromUnitId: string }; requester: boolean; detail: object }[]
  events: readonly { kind: string; seq: number; data: object }[]
  /** Kinds that ask for something which nobody has to do any more. */
  settled: readonly string[]
}

/**
 * The notices of acts and what leaves because of them, as parts of the statement that records the acts: in the product for
 * each, by mail for whoever wants that kind at once, to the person asking where they left an address, to other systems.
 * The database queues a job for each row of the outbox.
 */
export function noticeParts(institutionId: string, all: readonly Told[]): RawBuilder<unknown>[] {
  return [...staffParts(institutionId, all), ...all.flatMap((told, nth) => requesterPart(institutionId, told, nth)), ...eventPart(institutionId, all), ...all.flatMap((told, nth) => settledPart(institutionId, told, nth))]
}

/** Once a colleague has signed or somebody has ruled, the others need not look. */
function settledPart(institutionId: string, { caseId, at, settled }: Told, nth: number): RawBuilder<unknown>[] {
  if (settled.length === 0) return []
  return [sql`${sql.ref(`settled${nth}`)} as (update notices set read_at = ${at} where institution_id = ${institutionId} and case_id = ${caseId} and read_at is null and kind = any(${[...settled]}::text[]))`]
}

function staffParts(institutionId: string, all: readonly Told[]): RawBuilder<unknown>[] {
  const rows = all.flatMap(({ caseId, id, actor, at, tellings }) => tellings.flatMap(({ kind, seq, people, unitIds, liaisonOf, detail }) => {
    const said = { case_id: caseId, id, actor, at, kind, seq, detail }
    return [...people.map((personId) => ({ ...said, person_id: personId, unit_id: null, liaison_from: null })), ...unitIds.map((unitId) => ({ ...said, person_id: null, unit_id: unitId, liaison_from: null })),
      ...(liaisonOf ? [{ ...said, person_id: null, unit_id: liaisonOf.unitId, liaison_from: liaisonOf.fromUnitId }] : [])]
  }))
  if (rows.length === 0) return []
  const said = sql`t.case_id, t.id, t.actor, t.at, t.kind, t.seq, t.detail`
  const named = sql`select p.id as person_id, ${said} from meant t join people p on p.institution_id = ${institutionId} and p.id = t.person_id where p.disabled_at is null`
  // Supervisors read and change nothing, so that they are not among those who may act for a unit.
  const members = sql`select p.id as person_id, ${said} from meant t join people p on p.institution_id = ${institutionId} and p.unit_id = t.unit_id where p.disabled_at is null and t.liaison_from is null
    and not exists (select from grants g where g.institution_id = p.institution_id and g.person_id = p.id and g.role = 'supervisor')`
  const of = [named, ...(rows.some((row) => row.unit_id !== null && row.liaison_from === null) ? [members] : []), ...(rows.some((row) => row.liaison_from !== null) ? [sql`select p.person_id, ${said} from meant t ${liaison(institutionId)}`] : [])]
  const everybody = sql.join(of, sql` union all `)
  return [
    sql`meant as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(case_id uuid, id uuid, actor text, at timestamptz, person_id uuid, unit_id uuid, liaison_from uuid, kind text, seq int, detail jsonb))`,
    sql`told as (insert into notices (institution_id, person_id, id, kind, case_id, seq, actor, detail, at)
      select ${institutionId}::uuid, x.person_id, x.id, x.kind, x.case_id, x.seq, x.actor, x.detail, x.at from (${everybody}) x where x.person_id::text <> x.actor
      on conflict do nothing returning person_id, id, kind, case_id, at)`,
    mailsPart(institutionId),
  ]
}

/**
 * The liaison of the unit, or of the nearest one above it that is not above the giver's too; while they are away their
 * deputy, and where both are, the liaison, who finds it on coming back.
 */
function liaison(institutionId: string): RawBuilder<unknown> {
  return sql`cross join lateral (select h.person_id from units u cross join unnest(u.path) with ordinality above(id, depth)
      join unit_posts h on h.institution_id = ${institutionId} and h.unit_id = above.id and h.post in ('liaison', 'deputyLiaison')
      join people q on q.institution_id = h.institution_id and q.id = h.person_id and q.disabled_at is null
    where t.liaison_from is not null and u.institution_id = ${institutionId} and u.id = t.unit_id
      and not exists (select from units g where g.institution_id = ${institutionId} and g.id = t.liaison_from and above.id = any(g.path))
    order by above.depth desc, exists (select from absences a where a.institution_id = ${institutionId} and a.person_id = h.person_id and a.from_at <= t.at and (a.to_at is null or a.to_at > t.at)), h.post desc limit 1) p`
}

/** By mail, for whoever wants that kind at once. */
function mailsPart(institutionId: string): RawBuilder<unknown> {
  return sql`mails as (insert into outbox (institution_id, id, channel, purpose, person_id, case_id, kind, detail, state, created_at, next_at)
    select ${institutionId}::uuid, ${freshId(sql`t.id`)}, 'mail', 'notice', t.person_id, t.case_id, t.kind, jsonb_build_object('noticeId', t.id::text), 'waiting', t.at, t.at
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
        join people p on p.institution_id = ${institutionId} and p.id = t.person_id where p.disabled_at is null and p.id::text <> ${actor} returning person_id, id, kind, case_id, at)`,
    mailsPart(institutionId),
  ]
}

function requesterPart(institutionId: string, { caseId, id, at, requester, tellings }: Told, nth: number): RawBuilder<unknown>[] {
  const telling = tellings.find((one) => one.requester)
  if (!telling || requester === null || requester.hasMail === false) return []
  const reachable = requester.hasMail ? sql`` : sql` from requesters r where r.institution_id = ${institutionId} and r.id = ${requester.id} and r.email is not null and r.erased_at is null`
  return [sql`${sql.ref(`letters${nth}`)} as (insert into outbox (institution_id, id, channel, purpose, requester_id, case_id, kind, detail, state, created_at, next_at)
    select ${institutionId}::uuid, ${freshId(sql`${id}::uuid`)}, 'mail', 'requester', ${requester.id}::uuid, ${caseId}::uuid, ${telling.kind}, jsonb_build_object('seq', ${telling.seq}::int), 'waiting', ${at}, ${at}${reachable})`]
}

/** Sent as text and taken apart beside each endpoint that is on: mostly there is none. */
function eventPart(institutionId: string, all: readonly Told[]): RawBuilder<unknown>[] {
  const rows = all.flatMap(({ caseId, id, at, events }) => events.map(({ kind, seq, data }) => ({ case_id: caseId, id, at, kind, seq, data })))
  if (rows.length === 0) return []
  return [sql`hooks as (insert into outbox (institution_id, id, channel, purpose, endpoint_id, case_id, kind, detail, state, created_at, next_at)
    select ${institutionId}::uuid, ${freshId(sql`e.id`)}, 'webhook', 'event', w.id, e.case_id, e.kind, e.data || jsonb_build_object('seq', e.seq), 'waiting', e.at, e.at
    from webhook_endpoints w cross join lateral jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as e(case_id uuid, id uuid, at timestamptz, kind text, seq int, data jsonb)
    where w.institution_id = ${institutionId} and w.state = 'on' and e.kind = any(w.kinds))`]
}

/** A version 7 id of the same moment as the act's, another for each row. */
function freshId(id: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(substr((${id})::text, 1, 18) || substr(gen_random_uuid()::text, 19))::uuid`
}
