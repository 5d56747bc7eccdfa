import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { Actor } from './actor.ts'
import { closing, followingHandler, handedOnDuty } from './duties.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, Holder, Referral } from './state.ts'

export type AcceptRefusal = 'no-pending-referral' | 'referred-elsewhere'

/** Signing for a referral (签收): the work changes hands at this moment, and a unit that is new to the case starts its clock. */
export function acceptReferral(state: CaseState, by: Actor, rules: Rules): Outcome<CaseFact, AcceptRefusal> {
  if (!state.referral) return refuse('no-pending-referral')
  if (!isReceiver(by, state.referral)) return refuse('referred-elsewhere')
  const holder: Holder = { personId: by.personId, unitId: state.referral.toUnitId }
  const closes = [...closing(state, 'met', 'signFor'), ...closing(state, 'void', 'resolve')]
  return done({ kind: 'referral-accepted', holder, closes, opens: [handedOnDuty(state, holder, rules)], ...followingHandler(state, holder) })
}

/** The person it was referred to; without one, anybody of the unit; in either case a head of the unit. */
export function isReceiver(by: Actor, referral: Referral): boolean {
  if (by.heads.includes(referral.toUnitId)) return true
  return referral.toPersonId === null ? by.unitId === referral.toUnitId : by.personId === referral.toPersonId
}
