import type { Obligation } from '../obligations/obligation.ts'
import type { CaseState, Holder } from './state.ts'

/** Who acts. `heads`: the units, with everything below them, that this person heads or leads. */
export interface Actor {
  personId: string
  unitId: string
  heads: readonly string[]
  /** Reads everything, urges and supervises, and changes nothing else. */
  supervises?: boolean
  /** Colleagues who are away now and whose B post this is. */
  standsInFor?: readonly string[]
}

/** Acts as this holder: the person, or a head of the unit in the person's place. */
function standsIn(by: Actor, holder: Holder): boolean {
  return isOrStandsFor(by, holder.personId) || by.heads.includes(holder.unitId)
}

/** The person, or their B post while they are away. */
export function isOrStandsFor(by: Pick<Actor, 'personId' | 'standsInFor'>, personId: string): boolean {
  return by.personId === personId || by.standsInFor?.includes(personId) === true
}

export function isHandler(by: Actor, state: CaseState): boolean {
  return standsIn(by, state.handler) || tookUp(by, state, ['resolve'])
}

/** Whoever took up a duty that has climbed may do what the one who owes it may; so may their B post while they are away. */
function tookUp(by: Actor, { obligations }: CaseState, kinds: readonly Obligation['kind'][]): boolean {
  return obligations.some(({ kind, about, personId }) => kind === 'settle' && personId !== null && isOrStandsFor(by, personId) && obligations.some((duty) => duty.id === about && kinds.includes(duty.kind)))
}

export function isFirstContact(by: Actor, state: CaseState): boolean {
  return standsIn(by, state.firstContact) || by.personId === state.asked || state.pair?.some(({ personId }) => personId === by.personId) === true || tookUp(by, state, ['decide', 'reply'])
}

/** Takes part now or did before, or heads a unit that does. Whoever supervises stands outside, even after urging, unless the case is their own. */
export function takesPart(by: Actor, state: CaseState): boolean {
  if (by.standsInFor?.some((personId) => state.participants.includes(personId))) return true
  if (by.supervises && by.personId !== state.handler.personId && by.personId !== state.firstContact.personId) return false
  return state.participants.includes(by.personId) || state.units.some((unit) => by.heads.includes(unit))
}
