import { sql, type RawBuilder } from 'kysely'
import type { JsonObject } from '@daodi/domain/ledger/canonical-json.ts'
import { nextAt, type Closing, type Obligation } from '@daodi/domain/obligations/obligation.ts'
import { runParts, writeParts, type Writes } from '../database/write-together.ts'
import type { Db } from '../http/route.ts'
import { chainOnto, insertEntries, streamHeads, type Acting, type Heads, type StreamFact } from '../ledger/store-append.ts'
import { tellingParts, type ToldOutsideCases } from '../notices/store-parts.ts'

/** An open obligation on a stream that is held. */
export interface HeldDuty { id: string; stream: string; kind: Obligation['kind']; about: string | null }
export interface HeldStreams { heads: Heads; duties: readonly HeldDuty[] }

/** For an act whose streams all begin with it. */
export const NEW_STREAMS: HeldStreams = { heads: new Map(), duties: [] }

interface Held {
  institutionId: string
  streams: readonly string[]
  /** What the act may end. */
  kinds?: readonly Obligation['kind'][]
  /** Of what is about one of several things, only what is about these. */
  abouts?: readonly string[]
}

/**
 * Holds streams, and what is owed on them, until the transaction ends: two statements however many they are. The obligations
 * come first, for the engine too holds what it advances before it waits for the stream.
 */
export async function holdStreams(trx: Db, { institutionId, streams, kinds = [], abouts }: Held): Promise<HeldStreams> {
  if (streams.length === 0) return NEW_STREAMS
  const about = abouts === undefined ? sql`` : sql`and (o.plan->>'about' is null or o.plan->>'about' = any(${[...abouts]}))`
  const { rows } = await sql<HeldDuty | { id: null }>`
    with duties as materialized (select o.id, o.stream, o.kind, o.plan->>'about' as about from obligations o where o.institution_id = ${institutionId} and o.stream = any(${[...streams]})
        and o.kind = any(${[...kinds]}) and o.state = 'open' ${about} order by o.id for update),
      held as materialized (select count(pg_advisory_xact_lock(hashtextextended(s.stream, 0))::text) from (select count(*) from duties) first
        cross join (select unnest(${[...streams]}::text[]) as stream order by 1) s)
    select d.id, d.stream, d.kind, d.about from held left join duties d on true`.execute(trx)
  return { heads: await streamHeads(trx, institutionId, streams), duties: rows.filter((row) => row.id !== null) }
}

export interface ActFact extends StreamFact {
  closes?: { duties: readonly HeldDuty[]; as: Closing['as'] }
  opens?: { duties: readonly Obligation[]; policyDigest: string }
}

/** Somebody to whom an obligation was brought by one of its rungs. */
export interface RungTold { obligationId: string; rung: number; personId: string }

export interface Act {
  facts: readonly ActFact[]
  rungs?: readonly RungTold[]
  told?: readonly ToldOutsideCases[]
  /** What else changes. */
  rows?: Writes
}

/**
 * Writes an act on what is no case in one statement: ledger entries, obligations that end and that begin, whom they were
 * brought to, notices, and the rows of its subject. An act on a case: cases/store-record.ts.
 */
export async function recordAct(trx: Db, by: Acting, held: HeldStreams, { facts, rungs = [], told = [], rows = {} }: Act): Promise<void> {
  const entries = chainOnto(held.heads, by, facts.map(({ stream, kind, data, closes, opens }) => ({ stream, kind, data: { ...data, ...closing(closes), ...opening(opens) } })))
  const parts = [
    ...(entries.length === 0 ? [] : [sql`entries as (${insertEntries(by.institutionId, entries)})`]),
    ...closedPart(by, facts.map((fact, index) => ({ closes: fact.closes, seq: entries[index]?.seq ?? 0 }))),
    ...openedPart(by, facts.map((fact, index) => ({ ...fact, seq: entries[index]?.seq ?? 0 }))),
    ...(rungs.length === 0 ? [] : [sql`rungs as (${insertRungs(by.institutionId, rungs, by.at)})`]),
    ...tellingParts(by, told),
    ...writeParts(rows),
  ]
  await runParts(trx, parts)
}

const closing = (closes: ActFact['closes']): JsonObject => (closes ? { closes: closes.duties.map(({ id }) => ({ id, as: closes.as })) } : {})
const opening = (opens: ActFact['opens']): JsonObject => (opens ? { opens: opens.duties.map((duty) => ({ ...duty, steps: duty.steps.map((step) => ({ ...step })) })) } : {})

function closedPart({ institutionId, at }: Acting, facts: readonly { closes: ActFact['closes']; seq: number }[]): RawBuilder<unknown>[] {
  const rows = facts.flatMap(({ closes, seq }) => (closes?.duties ?? []).map(({ id }) => ({ id, state: closes?.as, seq })))
  if (rows.length === 0) return []
  return [sql`closed as (update obligations o set state = d.state, next_at = null, closed_at = ${at}, closed_seq = d.seq
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, state text, seq int) where o.institution_id = ${institutionId} and o.id = d.id returning o.id)`]
}

function openedPart({ institutionId }: Acting, facts: readonly (ActFact & { seq: number })[]): RawBuilder<unknown>[] {
  const rows = facts.flatMap(({ stream, opens, seq }) => (opens?.duties ?? []).map((duty) => ({
    ...dutyColumns(duty), id: duty.id, stream, kind: duty.kind, person_id: duty.personId, unit_id: duty.unitId, opened_at: duty.openedAt, opened_seq: seq, policy_digest: opens?.policyDigest,
  })))
  if (rows.length === 0) return []
  // Only when the former ones have ended: a stream has one of a kind, but for tasks.
  const after = facts.some(({ closes }) => (closes?.duties.length ?? 0) > 0) ? sql`where (select count(*) from closed) >= 0` : sql``
  return [sql`opened as (insert into obligations (institution_id, id, stream, kind, state, person_id, unit_id, opened_at, opened_seq, warn_at, due_at, estimated, next_at, late_at, rung, paused_at, plan, policy_digest)
    select ${institutionId}::uuid, d.id, d.stream, d.kind, 'open', d.person_id, d.unit_id, d.opened_at, d.opened_seq, d.warn_at, d.due_at, d.estimated, d.next_at, d.late_at, d.rung, d.paused_at, d.plan, d.policy_digest
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, stream text, kind text, person_id uuid, unit_id uuid, opened_at timestamptz, opened_seq int, warn_at timestamptz,
      due_at timestamptz, estimated boolean, next_at timestamptz, late_at timestamptz, rung int, paused_at timestamptz, plan jsonb, policy_digest text) ${after})`]
}

/** The columns that follow from the plan. */
export function dutyColumns(obligation: Obligation) {
  return {
    warn_at: obligation.steps.find((step) => step.kind === 'warn')?.at ?? null, due_at: obligation.dueAt, estimated: obligation.estimated, next_at: nextAt(obligation),
    late_at: obligation.lateAt, rung: obligation.rung, paused_at: obligation.pausedAt, plan: obligation,
  }
}

function insertRungs(institutionId: string, told: readonly RungTold[], at: string): RawBuilder<unknown> {
  const rows = JSON.stringify(told.map(({ obligationId, rung, personId }) => ({ id: obligationId, rung, person_id: personId })))
  return sql`insert into obligation_rungs (institution_id, obligation_id, rung, person_id, fired_at)
    select ${institutionId}::uuid, r.id, r.rung, r.person_id, ${at}::timestamptz from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, rung int, person_id uuid) on conflict do nothing`
}
