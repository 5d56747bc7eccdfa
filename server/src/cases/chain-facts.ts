import { evolve } from '@daodi/domain/cases/evolve.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { alsoTheirs } from '@daodi/domain/cases/shared-duty.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { JsonObject } from '@daodi/domain/ledger/canonical-json.ts'
import { eventOf, type CaseEvent } from '@daodi/domain/notices/events.ts'
import { lastOfEach, tellings as tellingsOf, type Telling } from '@daodi/domain/notices/tell.ts'
import { chainEntry, linkAfter, type ChainHead, type LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { nextAt, type Closing, type Obligation } from '@daodi/domain/obligations/obligation.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { digestOf } from '../ledger/digest.ts'

/** Where an act finds the case: its state and the end of its chain; both null before registration. */
export interface Standing { state: CaseState | null; head: ChainHead | null }

/** `tells`: the policy that says who is told of what; without one nobody is, as when old papers are written down. */
export interface Acting { caseId: string; institutionId: string; actor: string; at: string; algorithm: 'sha256' | 'sm3'; tells?: Pick<Policy, 'notices' | 'replyBy' | 'firstContactUntil'> }

/** What recording facts writes, worked out before anything is written. */
export interface Recording {
  before: CaseState | null
  state: CaseState
  head: ChainHead
  entries: LedgerEntry[]
  duties: DutyRow[]
  rungs: { obligation_id: string; rung: number; person_id: string; fired_at: string }[]
  told: { actor: string; at: string; tellings: (Telling & { seq: number })[]; events: (CaseEvent & { seq: number })[] }
}

export interface DutyRow {
  id: string; kind: string; state: 'open' | Closing['as']; person_id: string | null; unit_id: string; opened_at: string; opened_seq: number; warn_at: string | null
  due_at: string; estimated: boolean; next_at: string | null; late_at: string | null; rung: number; paused_at: string | null; closed_at: string | null; closed_seq: number | null
}

export const streamOf = (caseId: string): string => `case:${caseId}`

/** Chains the facts onto the stream, plays them into the state and works out what changes among the obligations. */
export function chainFacts(standing: Standing, facts: readonly CaseFact[], acting: Acting): Recording {
  let { state, head } = standing
  const entries: LedgerEntry[] = []
  const duties = new Map<string, DutyRow>()
  const rungs: Recording['rungs'] = []
  const { caseId, institutionId, actor, at, algorithm, tells } = acting
  const tellings: Recording['told']['tellings'] = []
  const events: Recording['told']['events'] = []
  for (const fact of facts) {
    const { kind, ...data } = fact
    const entry = chainEntry({ institutionId, stream: streamOf(caseId), ...linkAfter(head), at, actor, kind, data: data as unknown as JsonObject, algorithm }, digestOf)
    entries.push(entry)
    head = { seq: entry.seq, hash: entry.hash }
    const before: CaseState | null = state
    state = evolve(before, fact, { caseId, institutionId, at, actor })
    followDuties({ before, fact, seq: entry.seq, at, state }, duties)
    rungs.push(...brought(before, state, fact, at))
    if (fact.kind === 'obligation-climbed') rungs.push(...fact.people.map((person) => ({ obligation_id: fact.obligationId, rung: fact.rung, person_id: person, fired_at: at })))
    if (!tells) continue
    const happened = { before, fact, state, actor }
    const event = eventOf(happened)
    tellings.push(...tellingsOf(happened, tells).map((telling) => ({ ...telling, seq: entry.seq })))
    if (event) events.push({ ...event, seq: entry.seq })
  }
  if (!state || !head) throw new RangeError('nothing to record')
  return { before: standing.state, state, head, entries, duties: [...duties.values()], rungs, told: { actor, at, tellings: lastOfEach(tellings), events } }
}

/** Whoever may meet a duty besides the one who owes it has it in their list from the start: rung 0. */
function brought(before: CaseState | null, state: CaseState, fact: CaseFact, at: string): Recording['rungs'] {
  if (fact.kind === 'obligation-climbed') return []
  return state.obligations.flatMap((duty) => {
    const known = before?.obligations.find(({ id }) => id === duty.id)
    const had = before && known ? [...alsoTheirs(before, known), known.personId] : []
    return alsoTheirs(state, duty).filter((person) => !had.includes(person)).map((person) => ({ obligation_id: duty.id, rung: 0, person_id: person, fired_at: at }))
  })
}

function followDuties(step: { before: CaseState | null; fact: CaseFact; seq: number; at: string; state: CaseState }, duties: Map<string, DutyRow>): void {
  const { before, fact, seq, at, state } = step
  for (const closing of fact.closes ?? []) {
    const known = before?.obligations.find((obligation) => obligation.id === closing.id)
    if (known) duties.set(known.id, { ...dutyRow(known, duties.get(known.id)?.opened_seq ?? 0), state: closing.as, next_at: null, closed_at: at, closed_seq: seq })
  }
  const touched = new Set([...(fact.opens ?? []), ...(fact.changes ?? [])].map((obligation) => obligation.id))
  if ('obligationId' in fact) touched.add(fact.obligationId)
  for (const obligation of state.obligations) {
    if (!touched.has(obligation.id)) continue
    const opened = fact.opens?.some(({ id }) => id === obligation.id) ? seq : duties.get(obligation.id)?.opened_seq ?? 0
    duties.set(obligation.id, dutyRow(obligation, opened))
  }
}

/** `opened_seq` 0 means: known already, keep what the table has. */
function dutyRow(obligation: Obligation, openedSeq: number): DutyRow {
  const { id, kind, personId, unitId, openedAt, dueAt, estimated, lateAt, rung, pausedAt, steps } = obligation
  return {
    id, kind, state: 'open', person_id: personId, unit_id: unitId, opened_at: openedAt, opened_seq: openedSeq, warn_at: steps.find((step) => step.kind === 'warn')?.at ?? null,
    due_at: dueAt, estimated, next_at: nextAt(obligation), late_at: lateAt, rung, paused_at: pausedAt, closed_at: null, closed_seq: null,
  }
}
