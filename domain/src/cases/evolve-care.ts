import type { Instant } from '../calendar/instant.ts'
import type { Care } from './care.ts'
import type { CareAct } from './care-fact.ts'
import type { Duties } from './fact.ts'
import { withParticipants, withUnits } from './involve.ts'
import type { CaseState, Holder } from './state.ts'

interface Doing { at: Instant; actor: string }

/** Sheets, flags and the look at the effect, played into the state. */
export function applyCare(state: CaseState, fact: CareAct & Duties, { at, actor }: Doing): CaseState {
  const { sheet, flags = [] } = state
  switch (fact.kind) {
    case 'duty-taken-up': return state
    case 'leader-asked': return withUnits(withParticipants({ ...state, leader: { ...fact.leader, at, solution: null, solvedAt: null } }, [fact.leader.personId]), [fact.leader.unitId])
    case 'solution-given': return state.leader ? { ...state, leader: { ...state.leader, solution: fact.text, solvedAt: at } } : state
    case 'sheet-filled': {
      if (!sheet) return state
      const fresh = fact.parts.map(({ part, text }) => ({ step: fact.step, part, text, by: actor, at }))
      const kept = sheet.filled.filter((one) => one.step !== fact.step || !fresh.some(({ part }) => part === one.part))
      return { ...state, sheet: { ...sheet, filled: [...kept, ...fresh] } }
    }
    case 'step-completed': return sheet ? { ...state, sheet: { ...sheet, done: [...sheet.done, { step: fact.step, by: actor, at }] } } : state
    case 'case-flagged': {
      const told = fact.told.map((personId) => ({ personId, at, confirmedAt: null }))
      return withParticipants({ ...state, flags: [...flags, { name: fact.flag, by: actor, at, note: fact.note, told }] }, fact.told)
    }
    case 'flag-removed': return { ...state, flags: flags.filter(({ name }) => name !== fact.flag) }
    case 'effect-planned': return { ...state, effect: { dueAt: fact.dueAt, result: null, text: null, by: null, at: null } }
    case 'effect-checked': return state.effect ? { ...state, effect: { ...state.effect, result: fact.result, text: fact.text, by: actor, at } } : state
  }
}

/** Whoever was told of a flag has confirmed it. */
export function careConfirmed(state: CaseState, { at, actor }: Doing): CaseState {
  if (!state.flags) return state
  const flags = state.flags.map((flag) => ({ ...flag, told: flag.told.map((one) => (one.personId === actor && one.confirmedAt === null ? { ...one, confirmedAt: at } : one)) }))
  return { ...state, flags }
}

/** The agreed visit took place. */
export function careVisited(state: CaseState): CaseState {
  return state.sheet ? { ...state, sheet: { ...state.sheet, visited: true } } : state
}

/** A look at the effect that has not been taken falls away with the end it was for. */
export function careAgain(state: CaseState): CaseState {
  if (state.effect?.result !== null) return state
  const { effect: _, ...rest } = state
  return rest
}

/** The successor is asked to confirm what the leaver was. */
export function careInherited(state: CaseState, from: string, to: Holder): Care {
  const { leader } = state
  const heir = leader && leader.personId === from && leader.solvedAt === null ? { leader: { ...leader, ...to } } : {}
  if (!state.flags) return heir
  return { ...heir, flags: state.flags.map((flag) => ({ ...flag, told: flag.told.map((one) => (one.personId === from && one.confirmedAt === null ? { ...one, personId: to.personId } : one)) })) }
}
