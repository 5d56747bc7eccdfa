import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { callFacts } from './absent-colleague.ts'
import { isHandler, type Actor } from './actor.ts'
import { rulingFact } from './ask-for-ruling.ts'
import type { CaseFact } from './fact.ts'
import { referralFact, referralProblem, type ReferAsk } from './referral.ts'
import type { CaseState } from './state.ts'
import { goesRound, needsLeave, transferFact } from './transfer.ts'

export type ReferRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending' | 'ruling-pending' | 'bound-by-ruling' | 'same-person'
  | 'transfer-pending' | 'case-paused' | 'nobody-to-allow'

/**
 * Referral (转办). The work stays with the giver until the receiver signs for it. What would go round in circles is put to
 * an arbiter instead, and what a unit would pass on again waits for a superior's leave, where the policy wants that.
 */
export function referCase(state: CaseState, by: Actor, ask: ReferAsk, rules: Rules): Outcome<CaseFact, ReferRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state)) return refuse('not-handler')
  if (state.referral) return refuse('referral-pending')
  if (state.ruling) return refuse('ruling-pending')
  if (state.course.pause) return refuse('case-paused')
  if (state.transfer) return refuse('transfer-pending')
  if (state.bound && ask.toUnitId !== state.handler.unitId) return refuse('bound-by-ruling')
  const problem = referralProblem(state, ask)
  if (problem) return refuse(problem)
  const calls = callFacts(ask)
  if (ask.circle && ask.circle.arbiters.length > 0 && goesRound(state, ask, rules)) return done(...calls, rulingFact(state, { ...ask.circle, cause: 'circle' }, rules))
  if (!needsLeave(state, by, ask, rules)) return done(...calls, referralFact(state, ask, rules))
  return ask.approvers && ask.approvers.length > 0 ? done(...calls, transferFact(state, by, ask, rules)) : refuse('nobody-to-allow')
}
