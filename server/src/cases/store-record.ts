import { sql, type RawBuilder } from 'kysely'
import { dueOf } from '@daodi/domain/cases/due-of.ts'
import { unfollowedSince } from '@daodi/domain/cases/followed.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { unpromisedFrom } from '@daodi/domain/cases/unpromised.ts'
import type { Db } from '../http/route.ts'
import { newIdAt } from '../database/new-id.ts'
import { AHEAD } from '../database/send-ahead.ts'
import { insertEntries } from '../ledger/store-append.ts'
import { noticeParts } from '../notices/store-parts.ts'
import type { Recording } from './chain-facts.ts'
import type { TextRow } from './texts.ts'

export interface NewCase {
  registerDay: string
  registerSerial: number
  codeDigest: Buffer
  /** The unit and those above it, as far as registration has read them. */
  unitPath: (unitId: string) => readonly string[] | undefined
}

/** What goes with the facts: words, what the search index is to find, and at registration the number's parts. */
export interface Besides {
  texts: TextRow[]
  /** A tsvector of everything to be found; left out when nothing searchable changed. */
  search?: string
  fresh?: NewCase
  /** The writing of whoever asks; the case refers to it. */
  requester?: RawBuilder<unknown> | null
  /** At registration the person's row is written in the same statement, which cannot look there whether they left an e-mail address. */
  requesterHasMail?: boolean
  unitSeesItsCases: boolean
}

interface Written { recording: Recording; besides: Besides }

/**
 * Writes an act in one statement: ledger entries, words, obligations, rungs, viewers, search words, notices, what leaves, and the case's row.
 * One statement is one round trip, and nothing of it can be there without the rest.
 */
export async function record(trx: Db, recording: Recording, besides: Besides): Promise<void> {
  const parts = partsOf([{ recording, besides }])
  if (besides.requester) parts.push(sql`requester as (${besides.requester})`)
  const last = besides.fresh ? insertCase(recording, besides.fresh) : updateCase(recording)
  await sql`${sql.raw(AHEAD)}with ${sql.join(parts, sql`, `)} ${last}`.execute(trx)
}

/** The same for an act on each of several cases of one institution, all in one statement: planning it takes longer than writing one case. */
export async function recordTogether(trx: Db, all: readonly Written[]): Promise<void> {
  const [first, ...others] = all
  if (!first) return
  await (others.length === 0 ? record(trx, first.recording, first.besides) : sql`${sql.raw(AHEAD)}with ${sql.join(partsOf(all), sql`, `)} ${updateCases(all)}`.execute(trx))
}

function partsOf(all: readonly Written[]): RawBuilder<unknown>[] {
  return [sql`entries as (${insertEntries(institutionOf(all), all.flatMap(({ recording }) => recording.entries))})`, ...textsPart(all), ...dutiesPart(all), ...viewersPart(all), ...all.flatMap(strangersPart), ...all.flatMap(searchPart), ...toldParts(all)]
}

/** Rows for one statement; all of them belong to one institution. */
function institutionOf(all: readonly Written[]): string {
  const [first, ...others] = new Set(all.map(({ recording }) => recording.state.institutionId))
  if (first === undefined || others.length > 0) throw new RangeError('cases of one institution are written together')
  return first
}

/** The words that a fact names. Others, sent along where the act has no use for them, would be words that nobody is on record for having said. */
function recordedTexts({ recording: { entries }, besides: { texts } }: Written): TextRow[] {
  if (texts.length === 0) return texts
  const said = JSON.stringify(entries.map(({ data }) => data))
  return texts.filter(({ id }) => said.includes(id))
}

function textsPart(all: readonly Written[]): RawBuilder<unknown>[] {
  const rows = all.flatMap((one) => recordedTexts(one).map((text) => ({ ...text, case_id: one.recording.state.id })))
  if (rows.length === 0) return []
  return [sql`words as (insert into texts (institution_id, id, case_id, kind, body, salt)
    select ${institutionOf(all)}::uuid, t.id, t.case_id, t.kind, t.body, decode(t.salt, 'hex') from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t(id uuid, case_id uuid, kind text, body text, salt text))`]
}

function dutiesPart(all: readonly Written[]): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = []
  const duties = all.flatMap(({ recording: { state, duties: changed } }) => changed.map((duty) => ({ case_id: state.id, ...duty })))
  const rungs = all.flatMap(({ recording }) => recording.rungs)
  if (duties.length > 0) {
    // Closed ones first: the partial unique index allows one open obligation of a kind at a time.
    const rows = JSON.stringify(duties.sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open')))
    parts.push(sql`duties as (insert into obligations as o (institution_id, case_id, id, kind, state, person_id, unit_id, opened_at, opened_seq, warn_at, due_at, estimated,
        next_at, late_at, rung, paused_at, closed_at, closed_seq)
      select ${institutionOf(all)}::uuid, d.* from jsonb_to_recordset(${rows}::jsonb) as d(case_id uuid, id uuid, kind text, state text, person_id uuid, unit_id uuid,
        opened_at timestamptz, opened_seq int, warn_at timestamptz, due_at timestamptz, estimated boolean, next_at timestamptz, late_at timestamptz, rung int,
        paused_at timestamptz, closed_at timestamptz, closed_seq int)
      on conflict (institution_id, id) do update set state = excluded.state, person_id = excluded.person_id, unit_id = excluded.unit_id, warn_at = excluded.warn_at,
        due_at = excluded.due_at, estimated = excluded.estimated, next_at = excluded.next_at, late_at = excluded.late_at, rung = excluded.rung,
        paused_at = excluded.paused_at, closed_at = excluded.closed_at, closed_seq = excluded.closed_seq)`)
  }
  if (rungs.length > 0) {
    parts.push(sql`rungs as (insert into obligation_rungs (institution_id, obligation_id, rung, person_id, fired_at)
      select ${institutionOf(all)}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rungs)}::jsonb) as r(obligation_id uuid, rung int, person_id uuid, fired_at timestamptz)
      on conflict do nothing)`)
  }
  return parts
}

/**
 * New people and units of the case become viewers; nobody in it stops being one. Members of a unit that have no part in a
 * case see it only where the policy lets them and it is not confidential; else as long as it waits for any of them to sign.
 */
function viewersPart(all: readonly Written[]): RawBuilder<unknown>[] {
  const fresh = all.map(newViewers)
  const rows = fresh.flatMap(({ viewers }) => viewers)
  const below = fresh.flatMap(({ unitIds }) => unitIds)
  if (rows.length === 0 && below.length === 0) return []
  const institutionId = institutionOf(all)
  const above = below.length === 0 ? sql`` : sql` union select 'h:' || above, f.case_id from jsonb_to_recordset(${JSON.stringify(below)}::jsonb) as f(unit_id uuid, case_id uuid)
        join units u on u.institution_id = ${institutionId} and u.id = f.unit_id, unnest(u.path) above`
  return [sql`viewers as (insert into case_viewers (institution_id, viewer, case_id)
      select ${institutionId}::uuid, v.viewer, v.case_id from (select f.viewer, f.case_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(viewer text, case_id uuid)${above}) v${unlessKnown(all, sql`on conflict do nothing`)})`]
}

/** By name, and the units whose leaders are yet to be looked up: at registration those above have been read already. */
function newViewers({ recording: { before, state }, besides }: Written): { viewers: { viewer: string; case_id: string }[]; unitIds: { unit_id: string; case_id: string }[] } {
  const people = state.participants.filter((person) => !before?.participants.includes(person))
  const units = state.units.filter((unit) => !before?.units.includes(unit))
  const waiting = waitingUnit(state)
  const members = !besides.unitSeesItsCases || state.confidential ? [waiting].filter((unit) => unit !== null && unit !== waitingUnit(before)) : units
  const above = new Map(units.map((unit) => [unit, besides.fresh?.unitPath(unit)]))
  const viewers = new Set([...people.map((id) => `p:${id}`), ...members.map((id) => `m:${id}`), ...[...above.values()].flatMap((path) => path ?? []).map((id) => `h:${id}`)])
  return { viewers: [...viewers].map((viewer) => ({ viewer, case_id: state.id })), unitIds: [...above].flatMap(([unit, path]) => (path ? [] : [{ unit_id: unit, case_id: state.id }])) }
}

/** What is written of a case that begins with this cannot be there yet: looking for it would take longer than writing it. */
function unlessKnown(all: readonly Written[], conflict: RawBuilder<unknown>): RawBuilder<unknown> {
  return all.every(({ recording }) => recording.before === null) ? sql`` : sql` ${conflict}`
}

/** The unit whose members may all sign, because the referral names none of them. */
function waitingUnit(state: CaseState | null): string | null {
  return state?.referral && state.referral.toPersonId === null ? state.referral.toUnitId : null
}

/** Mere members of a unit stop seeing a case that becomes confidential, and one that none of them has to sign for any more. */
function strangersPart({ recording: { before, state }, besides: { unitSeesItsCases } }: Written, nth: number): RawBuilder<unknown>[] {
  if (!before || (unitSeesItsCases && !state.confidential)) return []
  const becameHidden = state.confidential && !before.confidential
  const noLongerWaiting = waitingUnit(before) !== null && waitingUnit(before) !== waitingUnit(state)
  if (!becameHidden && !noLongerWaiting) return []
  return [sql`${sql.ref(`strangers${nth}`)} as (delete from case_viewers where institution_id = ${state.institutionId} and case_id = ${state.id}
    and viewer like 'm:%' and viewer is distinct from 'm:' || ${waitingUnit(state)}::text)`]
}

/** The words to be found by, and whether the case is among those still open. */
function searchPart(one: Written, nth: number): RawBuilder<unknown>[] {
  const { recording: { before, state }, besides: { search } } = one
  const open = state.endedAt === null
  const name = sql.ref(`search${nth}`)
  if (search !== undefined) {
    return [sql`${name} as (insert into case_search (institution_id, case_id, words, open) values (${state.institutionId}, ${state.id}, ${search}::tsvector, ${open})${unlessKnown([one], sql`on conflict (institution_id, case_id) do update set words = excluded.words, open = excluded.open`)})`]
  }
  if (before === null || open === (before.endedAt === null)) return []
  return [sql`${name} as (update case_search set open = ${open} where institution_id = ${state.institutionId} and case_id = ${state.id})`]
}

function toldParts(all: readonly Written[]): RawBuilder<unknown>[] {
  const told = all.flatMap(({ recording: { before, state, told: { actor, at, tellings, events } }, besides: { requesterHasMail } }) => {
    const settled = [...(before?.referral && !state.referral ? ['referred'] : []), ...(before?.ruling && !state.ruling ? ['rulingAsked'] : [])]
    if (tellings.length === 0 && events.length === 0 && settled.length === 0) return []
    const requester = state.requesterId === null ? null : { id: state.requesterId, hasMail: before === null ? requesterHasMail ?? false : null }
    return [{ caseId: state.id, id: newIdAt(Date.parse(at)), actor, at, requester, tellings, events, settled }]
  })
  return told.length === 0 ? [] : noticeParts(institutionOf(all), told)
}

/** The columns that lists and constraints read; all of them follow from the state. */
export function columns(state: CaseState): Record<string, unknown> {
  const owed = dueOf(state)
  return {
    status: state.status, round: state.round, channel: state.channel, category: state.category, urgency: state.urgency, confidential: state.confidential,
    requester_id: state.requesterId, matter_id: state.matterId, matter_edition: state.matterEdition, subject_id: state.subject.id, first_contact_id: state.firstContact.personId,
    first_contact_unit_id: state.firstContact.unitId, handler_id: state.handler.personId, handler_unit_id: state.handler.unitId,
    pending_unit_id: state.referral?.toUnitId ?? null, pending_person_id: state.referral?.toPersonId ?? null,
    due_at: owed?.dueAt ?? null, due_estimated: owed?.estimated ?? false, late: owed !== undefined && owed.lateAt !== null,
    outcome: state.outcome, explanation_id: state.resolution?.text.id ?? null, told: state.toldAt !== null, attempts: state.attempts, ended_at: state.endedAt,
    grade: state.grade, parent_id: state.parent?.id ?? null, merged_into_id: state.merged?.into.id ?? null, unpromised_from: unpromisedFrom(state), unfollowed_since: unfollowedSince(state), policy_digest: state.policy, state: JSON.stringify(state),
  }
}

const TALLIES: readonly string[] = ['successions', 'referred', 'returned']

/** What the state does not keep through every round is counted as it is written down. Leave that was refused counts as an attempt to pass it on. */
function tallied(entries: Recording['entries']): { successions: number; referred: number; returned: number } {
  const among = (counts: (fact: CaseFact) => boolean): number => entries.filter(({ kind, data }) => counts({ kind, ...data } as unknown as CaseFact)).length
  return {
    successions: among(({ kind }) => kind === 'succession'), returned: among(({ kind }) => kind === 'referral-returned'),
    referred: among((fact) => fact.kind === 'transfer-refused' || (fact.kind === 'referral-made' && fact.referral.toUnitId !== fact.referral.from.unitId)),
  }
}

function updateCase({ state, head, entries }: Recording): RawBuilder<unknown> {
  const { names, values } = namesAndValues({ ...columns(state), head_seq: head.seq, head_hash: head.hash })
  const tallies = Object.entries(tallied(entries)).map(([column, n]) => sql`${sql.ref(column)} = ${sql.ref(column)} + ${n}`)
  return sql`update cases set (${names}) = row(${values}), ${sql.join(tallies, sql`, `)}
    where institution_id = ${state.institutionId} and id = ${state.id}`
}

/** Names once and together, not each by itself: forty of them take longer to put together than all the rest of an act. */
function namesAndValues(row: Record<string, unknown>): { names: RawBuilder<unknown>; values: RawBuilder<unknown> } {
  return { names: sql.raw(Object.keys(row).join(', ')), values: sql.join(Object.values(row)) }
}

function updateCases(all: readonly Written[]): RawBuilder<unknown> {
  const institutionId = institutionOf(all)
  const rows = all.map(({ recording: { state, head, entries } }) => ({
    ...columns(state), state, id: state.id, institution_id: institutionId, head_seq: head.seq, head_hash: head.hash, ...tallied(entries),
  }))
  const [first] = rows
  const changed = Object.keys(first ?? {}).filter((column) => column !== 'id' && column !== 'institution_id' && !TALLIES.includes(column))
  return sql`update cases c set ${sql.join(changed.map((column) => sql`${sql.ref(column)} = n.${sql.ref(column)}`), sql`, `)}, ${sql.join(TALLIES.map((column) => sql`${sql.ref(column)} = c.${sql.ref(column)} + n.${sql.ref(column)}`), sql`, `)}
    from jsonb_populate_recordset(null::cases, ${JSON.stringify(rows)}::jsonb) n where c.institution_id = ${institutionId} and c.id = n.id`
}

function insertCase({ state, head, entries }: Recording, fresh: NewCase): RawBuilder<unknown> {
  const { names, values } = namesAndValues({
    institution_id: state.institutionId, id: state.id, number: state.number, register_unit_id: state.registerUnitId, desk_id: state.deskId ?? null, register_day: fresh.registerDay,
    register_serial: fresh.registerSerial, registered_at: state.registeredAt, code_digest: fresh.codeDigest, head_seq: head.seq, head_hash: head.hash, ...tallied(entries), ...columns(state),
  })
  return sql`insert into cases (${names}) values (${values})`
}
