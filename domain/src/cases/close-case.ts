import { dueAfter } from '../calendar/calendar.ts'
import type { Closing } from '../obligations/obligation.ts'
import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { publicPages, type Policy } from '../policy/policy.ts'
import { appealTo } from './appeal.ts'
import { isFirstContact, isHandler, isOrStandsFor, type Actor } from './actor.ts'
import { closing, closingAll, endHeldUp, dutyAgain, papersHoldUp, withRest } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, openObligation, type CaseState, type TextRef } from './state.ts'

/** What stands around a case and is not part of its own state. */
export interface Family {
  /** Children that have not ended: a child closes before its parent. */
  openChildren: number
}
const NO_FAMILY: Family = { openChildren: 0 }

export type CloseRefusal = 'case-ended' | 'case-not-resolved' | 'nobody-told' | 'not-closer' | 'papers-in-custody' | 'report-owed' | 'record-incomplete' | 'forward-open' | 'child-open'

/**
 * No reply, no close: a case ends with what the person was told, or with the recorded attempts to reach them (at least one,
 * whatever the policy says). Whoever owes the call-back closes with it done; closed by anybody else it was left out, and
 * stands as void.
 */
export function closeCase(state: CaseState, by: Actor, rules: Rules, family: Family = NO_FAMILY): Outcome<CaseFact, CloseRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (state.status === 'registered' || state.status === 'handling') return refuse('case-not-resolved')
  if (!mayEnd(by, state)) return refuse('not-closer')
  const unreached = state.status === 'resolved'
  if (unreached && state.attempts < Math.max(1, rules.policy.contactAttempts)) return refuse('nobody-told')
  const heldUp = endHeldUp(state, rules.policy)
  if (heldUp) return refuse(heldUp)
  if (family.openChildren > 0) return refuse('child-open')
  return done({ kind: 'case-closed', unreached, closes: withRest(state, [...closing(state, 'met', 'reply'), ...callBackEnds(by, state)]) })
}

function mayEnd(by: Actor, state: CaseState): boolean {
  return isFirstContact(by, state) || isHandler(by, state) || callsBack(by, state)
}

function callsBack(by: Actor, state: CaseState): boolean {
  const owed = openObligation(state, 'callBack')
  return owed !== undefined && ((owed.personId !== null && isOrStandsFor(by, owed.personId)) || by.heads.includes(owed.unitId))
}

function callBackEnds(by: Actor | null, state: CaseState): Closing[] {
  return closing(state, by && callsBack(by, state) ? 'met' : 'void', 'callBack')
}

export type WithdrawRefusal = 'case-ended' | 'not-participant' | 'papers-in-custody'

/**
 * The person no longer wants it. Only as long as they have not been told: an answer that was given stands, and is closed or
 * reopened. It takes the work from everybody else in the case, so that only those who may close it may also end it like this.
 */
export function withdrawCase(state: CaseState, by: Actor, reason: TextRef, policy: Policy): Outcome<CaseFact, WithdrawRefusal> {
  if (hasEnded(state) || state.status === 'answered') return refuse('case-ended')
  if (!mayEnd(by, state)) return refuse('not-participant')
  return withdrawal(state, reason, policy)
}

function withdrawal(state: CaseState, reason: TextRef | null, policy: Policy): Outcome<CaseFact, 'papers-in-custody'> {
  return papersHoldUp(state, policy) ? refuse('papers-in-custody') : done({ kind: 'case-withdrawn', reason, closes: closingAll(state, 'void') })
}

export type WithdrawPubliclyRefusal = 'case-ended' | 'papers-in-custody' | 'withdrawal-not-offered'

/** The same by the person, who proves by number and code that it is theirs, and owes nobody a reason. */
export function withdrawPublicly(state: CaseState, reason: TextRef | null, policy: Policy): Outcome<CaseFact, WithdrawPubliclyRefusal> {
  if (hasEnded(state) || state.status === 'answered') return refuse('case-ended')
  return publicPages(policy).withdrawal ? withdrawal(state, reason, policy) : refuse('withdrawal-not-offered')
}

export type ReopenRefusal = 'case-not-ended' | 'case-archived' | 'reopening-window-passed' | 'too-many-reopenings' | 'not-closer'

/** A new round with the same people. `by` null: the person said "not solved". Beyond the policy's number only a head may reopen, or whoever is asked to decide on it, whatever the time. */
export function reopenCase(state: CaseState, by: Actor | null, reason: TextRef, rules: Rules): Outcome<CaseFact, ReopenRefusal> {
  if (state.status !== 'closed' && state.status !== 'answered') return refuse('case-not-ended')
  const decides = by !== null && appealTo(state)?.includes(by.personId) === true
  const problem = decides ? null : reopeningProblem(state, by, rules)
  if (problem) return refuse(problem)
  const { duty, date } = dutyAgain(state, rules)
  return done({
    kind: 'case-reopened', by: by ? 'staff' : 'public', reason, round: state.round + 1, date,
    closes: [...callBackEnds(by, state), ...closing(state, 'void', 'checkEffect'), ...closing(state, 'met', 'appeal')], opens: [duty],
  })
}

function reopeningProblem(state: CaseState, by: Actor | null, rules: Rules): ReopenRefusal | null {
  if (by && !mayEnd(by, state)) return 'not-closer'
  if (by && state.course.archivedAt !== null) return 'case-archived'
  const since = state.toldAt ?? state.endedAt
  if (since && rules.at > dueAfter(rules.calendar, since, rules.policy.reopening.within).at) return 'reopening-window-passed'
  const byHead = by !== null && by.heads.includes(state.handler.unitId)
  return state.reopenings >= rules.policy.reopening.max && !byHead ? 'too-many-reopenings' : null
}
