import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isOrStandsFor, type Actor } from './actor.ts'
import { closing, contactDuty, followingHandler, handedOnDuty } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { papersToConfirm } from './hand-papers.ts'
import type { CaseState, Holder, Referral } from './state.ts'

export interface AcceptAsk {
  /** The papers in the giver's custody came with it; else they are still to be confirmed. */
  papersReceived: boolean
}
export type AcceptRefusal = 'no-pending-referral' | 'referred-elsewhere'

/** Signing for a referral (签收): the work changes hands at this moment, and a unit that is new to the case starts its clock. */
export function acceptReferral(state: CaseState, by: Actor, ask: AcceptAsk, rules: Rules): Outcome<CaseFact, AcceptRefusal> {
  const { referral, relay } = state
  if (!referral) return refuse('no-pending-referral')
  if (!isReceiver(by, referral)) return refuse('referred-elsewhere')
  // Whoever signs for a colleague who is away lays the case into that colleague's hands: it stays theirs, and is the B post's only as long.
  const named = by.standsInFor?.find((personId) => personId === referral.toPersonId)
  const holder: Holder = { personId: named ?? by.personId, unitId: referral.toUnitId }
  const relayed = relay !== null && (relay.to.unitId === holder.unitId || relay.to.personId === holder.personId)
  const papers = ask.papersReceived ? { offered: [], opens: [] } : papersToConfirm(state, holder, rules)
  const closes = [...closing(state, 'met', 'signFor', ...(relayed ? ['relay' as const] : [])), ...closing(state, 'void', 'resolve', 'contact')]
  return done({ kind: 'referral-accepted', holder, offered: papers.offered, closes, opens: [handedOnDuty(state, holder, rules), ...contactDuty(state, holder, rules), ...papers.opens], ...followingHandler(state, holder) })
}

/** The person it was referred to; without one, anybody of the unit; in either case a head of the unit. */
export function isReceiver(by: Actor, referral: Referral): boolean {
  if (by.heads.includes(referral.toUnitId)) return true
  return referral.toPersonId === null ? by.unitId === referral.toUnitId : isOrStandsFor(by, referral.toPersonId)
}
