import type { Obligation } from '../obligations/obligation.ts'
import type { CaseState } from './state.ts'

/** What the case as a whole waits for: what is late already, else its resolution, else whatever is due first; undefined when nothing is owed. */
export function dueOf(state: Pick<CaseState, 'obligations'>): Obligation | undefined {
  const late = state.obligations.find((obligation) => obligation.lateAt !== null)
  const resolve = state.obligations.find((obligation) => obligation.kind === 'resolve')
  return late ?? resolve ?? [...state.obligations].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
}
