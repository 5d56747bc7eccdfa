import type { Obligation } from '../obligations/obligation.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isOrStandsFor, type Actor } from './actor.ts'
import { closingAbout } from './duties.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, Holder } from './state.ts'

export interface OfferAsk {
  custodyId: string
  to: Holder
}
export type OfferRefusal = 'case-ended' | 'no-such-custody' | 'already-returned' | 'not-custodian' | 'same-person'

/** Papers are handed to a colleague; they answer for them from the moment they confirm, until then the giver does. */
export function offerPapers(state: CaseState, by: Actor, ask: OfferAsk, rules: Rules): Outcome<CaseFact, OfferRefusal> {
  const item = state.custody.find(({ id }) => id === ask.custodyId)
  if (!item) return refuse('no-such-custody')
  if (item.returnedAt !== null) return refuse('already-returned')
  if (!isOrStandsFor(by, item.holder) && !state.units.some((unit) => by.heads.includes(unit))) return refuse('not-custodian')
  if (ask.to.personId === item.holder) return refuse('same-person')
  if (state.endedAt !== null) return refuse('case-ended')
  const confirm = owe({ kind: 'custody', about: item.id, ...ask.to, limit: rules.policy.limits.custody }, rules)
  return done({ kind: 'custody-offered', custodyId: item.id, to: ask.to, closes: closingAbout(state, 'void', item.id), opens: [confirm] })
}

export type ConfirmPapersRefusal = 'no-such-custody' | 'nothing-offered' | 'offered-elsewhere'

export function confirmPapers(state: CaseState, by: Actor, custodyId: string): Outcome<CaseFact, ConfirmPapersRefusal> {
  const item = state.custody.find(({ id }) => id === custodyId)
  if (!item) return refuse('no-such-custody')
  if (!item.offer) return refuse('nothing-offered')
  const { to } = item.offer
  if (!isOrStandsFor(by, to.personId) && !by.heads.includes(to.unitId)) return refuse('offered-elsewhere')
  const taker: Holder = { personId: by.personId, unitId: to.unitId }
  return done({ kind: 'custody-confirmed', custodyId, from: item.holder, to: taker, closes: closingAbout(state, 'met', custodyId) })
}

/** When work changes hands and the papers did not come with it: each of them is still to be confirmed by the taker; what is on its way to somebody stays on it. */
export function papersToConfirm(state: CaseState, to: Holder, rules: Rules): { offered: string[]; opens: Obligation[] } {
  const here = state.custody.filter((item) => item.returnedAt === null && item.holder === state.handler.personId && item.offer === null && to.personId !== item.holder)
  return {
    offered: here.map(({ id }) => id),
    opens: here.map(({ id }) => owe({ kind: 'custody', about: id, ...to, limit: rules.policy.limits.custody }, rules)),
  }
}
