import type { Instant } from '../calendar/instant.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, isOrStandsFor, takesPart, type Actor } from './actor.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, openObligation, type CaseState, type Holder, type TextRef } from './state.ts'

export interface CallAsk {
  personId: string
  channel: string
  reached: boolean
  calledAt: Instant
  note: TextRef | null
}
export type CallRefusal = 'case-ended' | 'not-participant' | 'call-in-future'

/** A try to reach the colleague whose matter it is, with the time at which it was made and what came of it. */
export function callColleague(state: CaseState, by: Actor, ask: CallAsk, rules: Rules): Outcome<CaseFact, CallRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!takesPart(by, state)) return refuse('not-participant')
  if (ask.calledAt > rules.at) return refuse('call-in-future')
  return done(callFact(ask))
}

function callFact({ personId, channel, reached, calledAt, note }: CallAsk): CaseFact {
  return { kind: 'colleague-called', personId, channel, reached, calledAt, note }
}

export function callFacts({ calls = [] }: { calls?: CallAsk[] }): CaseFact[] {
  return calls.map(callFact)
}

export interface RelayAsk {
  to: Holder
  text: TextRef | null
}
export type RelayRefusal = 'case-ended' | 'not-first-contact' | 'relay-pending' | 'same-person' | 'already-resolved'

/** 转告并帮办: the first contact promises the person to pass it on and to assist, and owes that until the colleague has read it. */
export function promiseRelay(state: CaseState, by: Actor, ask: RelayAsk, rules: Rules): Outcome<CaseFact, RelayRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!isFirstContact(by, state)) return refuse('not-first-contact')
  if (state.status === 'resolved' || state.status === 'answered') return refuse('already-resolved')
  if (state.relay) return refuse('relay-pending')
  if (ask.to.personId === state.firstContact.personId) return refuse('same-person')
  return done(relayFact(state, ask, rules))
}

export function relayFact(state: CaseState, ask: RelayAsk, rules: Rules): CaseFact {
  const relay = owe({ kind: 'relay', ...state.firstContact, limit: rules.policy.limits.relay }, rules)
  return { kind: 'relay-promised', by: state.firstContact, to: ask.to, text: ask.text, opens: [relay] }
}

export type AcknowledgeRefusal = 'no-relay' | 'relayed-elsewhere'

/** The colleague has read what was passed on (阅知). */
export function acknowledgeRelay(state: CaseState, by: Actor): Outcome<CaseFact, AcknowledgeRefusal> {
  const { relay } = state
  if (!relay) return refuse('no-relay')
  if (!isOrStandsFor(by, relay.to.personId) && !by.heads.includes(relay.to.unitId)) return refuse('relayed-elsewhere')
  const reader = by.standsInFor?.find((personId) => personId === relay.to.personId) ?? by.personId
  return done({ kind: 'relay-acknowledged', to: { personId: reader, unitId: relay.to.unitId }, closes: closing(state, 'met', 'relay') })
}

export type ContactRefusal = 'case-ended' | 'not-participant'

/** Somebody has spoken with the person. It meets the duty to contact them, which is another one than to bring a result. */
export function recordContact(state: CaseState, by: Actor, ask: { channel: string; note: TextRef | null }, rules: Rules): Outcome<CaseFact, ContactRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-participant')
  const owed = openObligation(state, 'contact')
  const late = owed !== undefined && rules.at > owed.dueAt
  return done({ kind: 'person-contacted', channel: ask.channel, note: ask.note, late, closes: closing(state, 'met', 'contact') })
}
