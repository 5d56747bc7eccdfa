import { dueAfter } from '../calendar/calendar.ts'
import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, takesPart, type Actor } from './actor.ts'
import { closingAll, resolveDuty } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type TextRef } from './state.ts'

export type CloseRefusal = 'case-ended' | 'case-not-resolved' | 'nobody-told' | 'not-closer' | 'papers-in-custody'

/** No reply, no close: a case ends with what the person was told, or with the recorded attempts to reach them. */
export function closeCase(state: CaseState, by: Actor, rules: Rules): Outcome<CaseFact, CloseRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (state.status === 'registered' || state.status === 'handling') return refuse('case-not-resolved')
  if (!isFirstContact(by, state) && !isHandler(by, state)) return refuse('not-closer')
  const unreached = state.status === 'resolved'
  if (unreached && state.attempts < rules.policy.contactAttempts) return refuse('nobody-told')
  if (rules.policy.papers.returnBeforeClose && state.custody.some((item) => item.returnedAt === null)) return refuse('papers-in-custody')
  return done({ kind: 'case-closed', unreached, closes: closingAll(state, 'met') })
}

export type WithdrawRefusal = 'case-ended' | 'not-participant'

export function withdrawCase(state: CaseState, by: Actor, reason: TextRef): Outcome<CaseFact, WithdrawRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!takesPart(by, state)) return refuse('not-participant')
  return done({ kind: 'case-withdrawn', reason, closes: closingAll(state, 'void') })
}

export type ReopenRefusal = 'case-not-ended' | 'reopening-window-passed' | 'too-many-reopenings' | 'not-closer'

/** A new round with the same people. `by` null: the person said "not solved". Beyond the policy's number only a head may reopen. */
export function reopenCase(state: CaseState, by: Actor | null, reason: TextRef, rules: Rules): Outcome<CaseFact, ReopenRefusal> {
  if (state.status !== 'closed' && state.status !== 'answered') return refuse('case-not-ended')
  if (by && !isFirstContact(by, state) && !isHandler(by, state)) return refuse('not-closer')
  const since = state.toldAt ?? state.endedAt
  if (since && rules.at > dueAfter(rules.calendar, since, rules.policy.reopening.within).at) return refuse('reopening-window-passed')
  const byHead = by !== null && by.heads.includes(state.handler.unitId)
  if (state.reopenings >= rules.policy.reopening.max && !byHead) return refuse('too-many-reopenings')
  return done({
    kind: 'case-reopened', by: by ? 'staff' : 'public', reason, round: state.round + 1,
    closes: closingAll(state, 'void'), opens: [resolveDuty(state, state.handler, rules, rules.at)],
  })
}
