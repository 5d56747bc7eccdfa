import type { Instant } from '../calendar/instant.ts'
import { SETTLED } from './cooperation.ts'
import type { CaseState, Custody, Leg } from './state.ts'

export function endLeg(state: CaseState, at: Instant): CaseState {
  return { ...state, legs: state.legs.map((leg) => (leg.to === null ? { ...leg, to: at } : leg)) }
}

export function nextLeg(state: CaseState, leg: Leg): CaseState {
  const ended = endLeg(state, leg.from)
  return { ...ended, legs: [...ended.legs, leg] }
}

/** Papers that somebody else has from now on, confirmed. */
export function takenOver(item: Custody, taker: string, at: Instant): Custody {
  return { ...item, holder: taker, offer: null, chain: [...item.chain, { personId: taker, at }] }
}

/** With the end of a case nobody waits for anybody any more. */
export function settledCooperation(state: CaseState): CaseState {
  return { ...state, ...SETTLED, custody: state.custody.map((item) => ({ ...item, offer: null })) }
}
