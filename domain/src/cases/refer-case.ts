import { dueAfter } from '../calendar/calendar.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isHandler, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, TextRef } from './state.ts'

export interface ReferAsk {
  toUnitId: string
  toPersonId: string | null
  reason: TextRef | null
  escorted: boolean
}
export type ReferRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending' | 'ruling-pending' | 'bound-by-ruling' | 'same-person' | 'case-paused'

/** Referral (转办). The work stays with the giver until the receiver signs for it. */
export function referCase(state: CaseState, by: Actor, ask: ReferAsk, rules: Rules): Outcome<CaseFact, ReferRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state)) return refuse('not-handler')
  if (state.referral) return refuse('referral-pending')
  if (state.ruling) return refuse('ruling-pending')
  if (state.course.pause) return refuse('case-paused')
  if (state.bound && ask.toUnitId !== state.handler.unitId) return refuse('bound-by-ruling')
  const problem = referralProblem(state, ask)
  return problem ? refuse(problem) : done(referralFact(state, ask, rules))
}

export function referralProblem(state: CaseState, ask: ReferAsk): 'same-person' | null {
  const backToItself = ask.toPersonId === state.handler.personId || (ask.toPersonId === null && ask.toUnitId === state.handler.unitId)
  return backToItself ? 'same-person' : null
}

export function referralFact(state: CaseState, ask: ReferAsk, rules: Rules): CaseFact {
  const signFor = owe({ kind: 'signFor', personId: ask.toPersonId, unitId: ask.toUnitId, limit: rules.policy.limits.signFor }, rules)
  const { toUnitId, toPersonId, reason, escorted } = ask
  const returnBy = dueAfter(rules.calendar, rules.at, rules.policy.returns.within).at
  return { kind: 'referral-made', referral: { from: state.handler, toUnitId, toPersonId, at: rules.at, reason, returnBy }, escorted, opens: [signFor] }
}
