import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, takesPart, type Actor } from './actor.ts'
import { closing, resolveDuty } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type Holder, type TextRef } from './state.ts'

/**
 * 先处置后补记: the case is in hand at once, whatever of it is still unknown. Whoever is notified confirms, and the record
 * is filled in afterwards.
 */
export function raiseEmergency(state: CaseState, ask: { notified: Holder[]; note: TextRef | null }, rules: Rules): CaseFact[] {
  const { firstContact } = state
  const { limits } = rules.policy
  const notified = ask.notified.filter(({ personId }) => personId !== firstContact.personId)
  const confirms = notified.map((holder) => owe({ kind: 'confirm', about: holder.personId, ...holder, limit: limits.confirm }, rules))
  const fillIn = owe({ kind: 'fillIn', ...firstContact, limit: limits.fillIn }, rules)
  return [
    { kind: 'case-decided', branch: 'mine', closes: closing(state, 'met', 'decide'), opens: [resolveDuty(state, firstContact, rules, state.registeredAt)] },
    { kind: 'emergency-raised', notified: notified.map(({ personId }) => personId), note: ask.note, opens: [...confirms, fillIn] },
  ]
}

export type AssignRefusal = 'case-ended' | 'not-participant' | 'no-emergency' | 'nobody-available'

/** Neither the dispatcher nor whoever has been told and has yet to confirm. */
export function assignable(state: CaseState, by: Actor, people: readonly Holder[]): Holder[] {
  const waiting = new Set(state.obligations.filter(({ kind }) => kind === 'confirm').map(({ about }) => about))
  return people.filter(({ personId }) => personId !== by.personId && !waiting.has(personId))
}

/** One dispatcher assigns everybody who is available; each of them confirms, by the second. */
export function assignStaff(state: CaseState, by: Actor, ask: { people: Holder[]; note: TextRef | null }, rules: Rules): Outcome<CaseFact, AssignRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!state.emergency) return refuse('no-emergency')
  if (!takesPart(by, state)) return refuse('not-participant')
  const people = assignable(state, by, ask.people)
  if (people.length === 0) return refuse('nobody-available')
  const opens = people.map((holder) => owe({ kind: 'confirm', about: holder.personId, ...holder, limit: rules.policy.limits.confirm }, rules))
  return done({ kind: 'staff-assigned', people, note: ask.note, opens })
}

export type ConfirmRefusal = 'not-assigned'

export function confirmAssignment(state: CaseState, by: Actor): Outcome<CaseFact, ConfirmRefusal> {
  const owed = state.obligations.filter(({ kind, about }) => kind === 'confirm' && about === by.personId)
  if (owed.length === 0) return refuse('not-assigned')
  return done({ kind: 'assignment-confirmed', closes: owed.map(({ id }) => ({ id, as: 'met' })) })
}

export interface CompleteAsk {
  subject: TextRef | null
  content: TextRef | null
  category: string | null
  place: TextRef | null
  requesterId: string | null
  requesterGiven: boolean
}
export type CompleteRefusal = 'case-ended' | 'no-emergency' | 'record-complete' | 'not-participant' | 'category-not-used' | 'requester-missing'

/** What could wait is written down afterwards; now the regulation's required fields are required. */
export function completeRecord(state: CaseState, by: Actor, ask: CompleteAsk, rules: Rules): Outcome<CaseFact, CompleteRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!state.emergency) return refuse('no-emergency')
  if (state.emergency.filledAt !== null) return refuse('record-complete')
  if (!isFirstContact(by, state) && !isHandler(by, state)) return refuse('not-participant')
  if (ask.category !== null && !rules.policy.categories.includes(ask.category)) return refuse('category-not-used')
  if (rules.policy.required.requester && !ask.requesterGiven && state.requesterId === null) return refuse('requester-missing')
  const { subject, content, category, place, requesterId } = ask
  return done({ kind: 'record-completed', subject, content, category, place, requesterId, closes: closing(state, 'met', 'fillIn') })
}
