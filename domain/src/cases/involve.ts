import type { CaseState } from './state.ts'

export function withParticipants(state: CaseState, people: readonly string[]): CaseState {
  const fresh = people.filter((person) => !state.participants.includes(person))
  return fresh.length === 0 ? state : { ...state, participants: [...state.participants, ...new Set(fresh)] }
}

export function withUnits(state: CaseState, units: readonly string[]): CaseState {
  const fresh = units.filter((unit) => !state.units.includes(unit))
  return fresh.length === 0 ? state : { ...state, units: [...state.units, ...new Set(fresh)] }
}
