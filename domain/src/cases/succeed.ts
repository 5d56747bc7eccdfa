import type { Obligation } from '../obligations/obligation.ts'
import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, Holder } from './state.ts'

export interface SucceedAsk {
  /** Whoever leaves; in whatever unit they hold something here. */
  from: Holder
  to: Holder
}
export type SucceedRefusal = 'case-ended' | 'same-person' | 'not-in-case'

/**
 * Recorded succession, when a person leaves the organisation: the only way in which a first contact changes. The
 * successor takes over everything the leaver holds in this case and owes it until the same moments: what has been warned
 * of, marked late or climbed is not done again. A closed case has a successor too, for it may be reopened, and a merged one, for it may have to stand on its own again.
 */
export function succeed(state: CaseState, ask: SucceedAsk, rules: Rules): Outcome<CaseFact, SucceedRefusal> {
  const { from, to } = ask
  if (state.status === 'withdrawn') return refuse('case-ended')
  if (from.personId === to.personId) return refuse('same-person')
  if (!holdsSomething(state, from.personId)) return refuse('not-in-case')
  const left = state.obligations.filter((obligation) => obligation.personId === from.personId)
  const confirms = state.obligations.some(({ kind, about }) => kind === 'confirm' && about === to.personId)
  const taken = left.map((obligation): Obligation => ({
    ...obligation, id: rules.newId(), personId: to.personId, unitId: to.unitId, openedAt: rules.at, ...(isOwnConfirm(obligation, from) ? { about: to.personId } : {}),
  }))
  const names = new Map(left.map(({ id }, nth) => [id, taken[nth]?.id ?? id]))
  // What somebody took up stays taken up, under the duty's new name.
  const renamed = (owed: Obligation): Obligation => (owed.kind === 'settle' && owed.about !== undefined && names.has(owed.about) ? { ...owed, about: names.get(owed.about) ?? owed.about } : owed)
  const changes = state.obligations.filter((owed) => !names.has(owed.id) && renamed(owed) !== owed).map(renamed)
  return done({ kind: 'succession', from, to, closes: left.map(({ id }) => ({ id, as: 'void' })), opens: taken.filter((_, nth) => !confirms || !isOwnConfirm(left[nth], from)).map(renamed), ...(changes.length > 0 ? { changes } : {}) })
}

/** Who is to confirm stands in what the duty is about; the successor confirms in their own name, and once. */
function isOwnConfirm(owed: Obligation | undefined, from: Holder): boolean {
  return owed?.kind === 'confirm' && owed.about === from.personId
}

export function holdsSomething(state: CaseState, personId: string): boolean {
  return state.firstContact.personId === personId || state.handler.personId === personId
    || state.referral?.from.personId === personId || state.referral?.toPersonId === personId
    || state.ruling?.arbiters.includes(personId) === true || state.relay?.to.personId === personId
    || state.custody.some((item) => item.returnedAt === null && item.holder === personId)
    || state.obligations.some((obligation) => obligation.personId === personId)
    || state.merged?.obligations.some((obligation) => obligation.personId === personId) === true
    || state.pair?.some((one) => one.personId === personId) === true
}
