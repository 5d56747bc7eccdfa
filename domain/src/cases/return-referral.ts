import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isReceiver } from './accept-referral.ts'
import { isOrStandsFor, type Actor } from './actor.ts'
import { rulingFact } from './ask-for-ruling.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, TextRef } from './state.ts'

export interface ReturnAsk {
  reason: TextRef
  suggestedUnitId: string | null
  /** The rule it rests on (职责条款). */
  basis?: TextRef | null
  /** Who would have to rule if this is one return too many. */
  arbiters: string[]
  /** The unit the arbiters belong to, which owes the ruling with them. */
  arbiterUnitId: string
  level?: number
}
export type ReturnRefusal = 'no-pending-referral' | 'referred-elsewhere' | 'return-window-passed' | 'basis-needed' | 'suggestion-needed'

/**
 * Returning a referral (退单): it goes back to the giver. When the policy's number of returns is reached the question
 * goes to an arbiter at once, whose ruling binds: a case is not passed round in circles.
 */
export function returnReferral(state: CaseState, by: Actor, ask: ReturnAsk, rules: Rules): Outcome<CaseFact, ReturnRefusal> {
  const { referral } = state
  if (!referral) return refuse('no-pending-referral')
  if (!isReceiver(by, referral)) return refuse('referred-elsewhere')
  if (rules.at > referral.returnBy) return refuse('return-window-passed')
  const { basis = null } = ask
  if (rules.policy.returns.basis && basis === null) return refuse('basis-needed')
  if (rules.policy.returns.suggestion && ask.suggestedUnitId === null) return refuse('suggestion-needed')
  const count = state.returns + 1
  const returned: CaseFact = {
    kind: 'referral-returned', fromUnitId: referral.toUnitId, suggestedUnitId: ask.suggestedUnitId, reason: ask.reason, basis, count,
    closes: closing(state, 'met', 'signFor'),
  }
  if (count < rules.policy.returns.max || ask.arbiters.length === 0) return done(returned)
  return done(returned, rulingFact(state, { reason: ask.reason, arbiters: ask.arbiters, arbiterUnitId: ask.arbiterUnitId, level: ask.level ?? 0, cause: 'dispute' }, rules))
}

export type WithdrawReferralRefusal = 'no-pending-referral' | 'not-giver'

/** The giver takes back a referral that nobody has signed for. */
export function withdrawReferral(state: CaseState, by: Actor, reason: TextRef | null): Outcome<CaseFact, WithdrawReferralRefusal> {
  const { referral } = state
  if (!referral) return refuse('no-pending-referral')
  if (!isOrStandsFor(by, referral.from.personId) && !by.heads.includes(referral.from.unitId)) return refuse('not-giver')
  return done({ kind: 'referral-withdrawn', toUnitId: referral.toUnitId, reason, closes: closing(state, 'void', 'signFor') })
}
