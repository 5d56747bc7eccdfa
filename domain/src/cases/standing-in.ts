import type { ObligationKind } from '../policy/policy.ts'
import type { Actor } from './actor.ts'
import type { CaseState } from './state.ts'
import { holdsSomething } from './succeed.ts'

/**
 * What the holder of the B post sees to for a colleague who is away (代办). What takes the colleague's own authority or
 * opinion, to approve, to rule, to allow, to advise, stays with them and climbs as ever.
 */
export const STOOD_IN_FOR: readonly ObligationKind[] = ['decide', 'signFor', 'resolve', 'reply', 'callBack', 'tell', 'resume', 'assist', 'reportBack', 'feedback', 'visit',
  'relay', 'contact', 'custody', 'inquire', 'followUp', 'fillIn', 'keepInTouch', 'checkEffect', 'settle']

/** In whose place somebody acts; null: in none but their own. */
export interface Capacity {
  by: Actor
  inPlaceOf: string | null
}

/** In what capacities somebody may try an act on this case: first as themselves, then in the place of each colleague who is away and holds something here. */
export function capacities(by: Actor, state: CaseState): Capacity[] {
  const own: Actor = { ...by, standsInFor: [] }
  const colleagues = (by.standsInFor ?? []).filter((personId) => holdsSomething(state, personId))
  return [{ by: own, inPlaceOf: null }, ...colleagues.map((personId) => ({ by: { ...by, standsInFor: [personId] }, inPlaceOf: personId }))]
}
