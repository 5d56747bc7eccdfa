import { sql, type RawBuilder } from 'kysely'
import { dueOf } from '@daodi/domain/cases/due-of.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { Db } from '../http/route.ts'
import { newIdAt } from '../database/new-id.ts'
import { insertEntries } from '../ledger/store-append.ts'
import { noticeParts } from '../notices/store-parts.ts'
import type { Recording } from './chain-facts.ts'
import type { TextRow } from './texts.ts'

export interface NewCase { registerDay: string; registerSerial: number; codeDigest: Buffer }

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

/**
 * Writes an act in one statement: ledger entries, words, obligations, rungs, viewers, search words, notices, what leaves, and the case's row.
 * One statement is one round trip, and nothing of it can be there without the rest.
 */
export async function record(trx: Db, recording: Recording, besides: Besides): Promise<void> {
  const { state } = recording
  const parts = [sql`entries as (${insertEntries(recording.state.institutionId, recording.entries)})`, ...textsPart(state, besides.texts), ...dutiesPart(recording), ...viewersPart(recording, besides), ...searchPart(recording, besides), ...toldParts(recording, besides)]
  if (besides.requester) parts.push(sql`requester as (${besides.requester})`)
  const last = besides.fresh ? insertCase(recording, besides.fresh) : updateCase(recording)
  await sql`with ${sql.join(parts, sql`, `)} ${last}`.execute(trx)
}

function textsPart(state: CaseState, texts: TextRow[]): RawBuilder<unknown>[] {
  if (texts.length === 0) return []
  return [sql`words as (insert into texts (institution_id, id, case_id, kind, body, salt)
    select ${state.institutionId}::uuid, t.id, ${state.id}::uuid, t.kind, t.body, decode(t.salt, 'hex') from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
      as t(id uuid, kind text, body text, salt text))`]
}

function dutiesPart({ state, duties, rungs }: Recording): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = []
  if (duties.length > 0) {
    // Closed ones first: the partial unique index allows one open obligation of a kind at a time.
    const rows = JSON.stringify([...duties].sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open')))
    parts.push(sql`duties as (insert into obligations as o (institution_id, case_id, id, kind, state, person_id, unit_id, opened_at, opened_seq, warn_at, due_at, estimated,
        next_at, late_at, rung, paused_at, closed_at, closed_seq)
      select ${state.institutionId}::uuid, ${state.id}::uuid, d.* from jsonb_to_recordset(${rows}::jsonb) as d(id uuid, kind text, state text, person_id uuid, unit_id uuid,
        opened_at timestamptz, opened_seq int, warn_at timestamptz, due_at timestamptz, estimated boolean, next_at timestamptz, late_at timestamptz, rung int,
        paused_at timestamptz, closed_at timestamptz, closed_seq int)
      on conflict (institution_id, id) do update set state = excluded.state, person_id = excluded.person_id, unit_id = excluded.unit_id, warn_at = excluded.warn_at,
        due_at = excluded.due_at, estimated = excluded.estimated, next_at = excluded.next_at, late_at = excluded.late_at, rung = excluded.rung,
        paused_at = excluded.paused_at, closed_at = excluded.closed_at, closed_seq = excluded.closed_seq)`)
  }
  if (rungs.length > 0) {
    parts.push(sql`rungs as (insert into obligation_rungs (institution_id, obligation_id, rung, person_id, fired_at)
      select ${state.institutionId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rungs)}::jsonb) as r(obligation_id uuid, rung int, person_id uuid, fired_at timestamptz)
      on conflict do nothing)`)
  }
  return parts
}

/**
 * New people and units of the case become viewers; nobody in it stops being one. Members of a unit that have no part in a
 * case see it only where the policy lets them and it is not confidential; else as long as it waits for any of them to sign.
 */
function viewersPart({ before, state }: Recording, { unitSeesItsCases }: Besides): RawBuilder<unknown>[] {
  const people = state.participants.filter((person) => !before?.participants.includes(person))
  const units = state.units.filter((unit) => !before?.units.includes(unit))
  const waiting = waitingUnit(state)
  const members = !unitSeesItsCases || state.confidential ? [waiting].filter((unit) => unit !== null && unit !== waitingUnit(before)) : units
  const gone = strangersPart({ before, state }, unitSeesItsCases)
  if (people.length === 0 && units.length === 0 && members.length === 0) return gone
  return [...gone, sql`viewers as (insert into case_viewers (institution_id, viewer, case_id)
    select ${state.institutionId}::uuid, v.viewer, ${state.id}::uuid from (
      select 'p:' || person_id as viewer from unnest(${people}::uuid[]) person_id
      union select 'h:' || above from units u, unnest(u.path) above where u.institution_id = ${state.institutionId} and u.id = any(${units}::uuid[])
      union select 'm:' || unit_id from unnest(${members}::uuid[]) unit_id) v
    on conflict do nothing)`]
}

/** The unit whose members may all sign, because the referral names none of them. */
function waitingUnit(state: CaseState | null): string | null {
  return state?.referral && state.referral.toPersonId === null ? state.referral.toUnitId : null
}

/** Mere members of a unit stop seeing a case that becomes confidential, and one that none of them has to sign for any more. */
function strangersPart({ before, state }: Pick<Recording, 'before' | 'state'>, unitSeesItsCases: boolean): RawBuilder<unknown>[] {
  if (!before || (unitSeesItsCases && !state.confidential)) return []
  const becameHidden = state.confidential && !before.confidential
  const noLongerWaiting = waitingUnit(before) !== null && waitingUnit(before) !== waitingUnit(state)
  if (!becameHidden && !noLongerWaiting) return []
  return [sql`strangers as (delete from case_viewers where institution_id = ${state.institutionId} and case_id = ${state.id}
    and viewer like 'm:%' and viewer is distinct from 'm:' || ${waitingUnit(state)}::text)`]
}

/** The words to be found by, and whether the case is among those still open. */
function searchPart({ before, state }: Recording, { search }: Besides): RawBuilder<unknown>[] {
  const open = state.endedAt === null
  if (search !== undefined) {
    return [sql`search as (insert into case_search (institution_id, case_id, words, open) values (${state.institutionId}, ${state.id}, ${search}::tsvector, ${open})
      on conflict (institution_id, case_id) do update set words = excluded.words, open = excluded.open)`]
  }
  if (before === null || open === (before.endedAt === null)) return []
  return [sql`search as (update case_search set open = ${open} where institution_id = ${state.institutionId} and case_id = ${state.id})`]
}

function toldParts({ before, state, told }: Recording, { requesterHasMail }: Besides): RawBuilder<unknown>[] {
  const { actor, at, tellings, events } = told
  const settled = [...(before?.referral && !state.referral ? ['referred'] : []), ...(before?.ruling && !state.ruling ? ['rulingAsked'] : [])]
  if (tellings.length === 0 && events.length === 0 && settled.length === 0) return []
  const requester = state.requesterId === null ? null : { id: state.requesterId, hasMail: before === null ? requesterHasMail ?? false : null }
  return noticeParts({ institutionId: state.institutionId, caseId: state.id, id: newIdAt(Date.parse(at)), actor, at, requester, tellings, events, settled })
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
    grade: state.grade, parent_id: state.parent?.id ?? null, merged_into_id: state.merged?.into.id ?? null, policy_digest: state.policy, state: JSON.stringify(state),
  }
}

function updateCase({ state, head, entries }: Recording): RawBuilder<unknown> {
  const changes = Object.entries(columns(state)).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  return sql`update cases set ${sql.join(changes, sql`, `)}, head_seq = ${head.seq}, head_hash = ${head.hash}, successions = successions + ${entries.filter(({ kind }) => kind === 'succession').length}
    where institution_id = ${state.institutionId} and id = ${state.id}`
}

function insertCase({ state, head }: Recording, fresh: NewCase): RawBuilder<unknown> {
  const values: Record<string, unknown> = {
    institution_id: state.institutionId, id: state.id, number: state.number, register_unit_id: state.registerUnitId, desk_id: state.deskId ?? null, register_day: fresh.registerDay,
    register_serial: fresh.registerSerial, registered_at: state.registeredAt, code_digest: fresh.codeDigest, head_seq: head.seq, head_hash: head.hash, ...columns(state),
  }
  return sql`insert into cases (${sql.join(Object.keys(values).map((column) => sql.ref(column)), sql`, `)}) values (${sql.join(Object.values(values).map((value) => sql`${value}`), sql`, `)})`
}
