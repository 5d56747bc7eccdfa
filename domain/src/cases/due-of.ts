import type { Obligation } from '../obligations/obligation.ts'
import type { CaseState } from './state.ts'

/** Duties beside the way of the case: an opinion, a report to a leader, an appointment, a message to pass on. Late ones are late themselves and do not make the case late. */
const BESIDE: readonly Obligation['kind'][] = [
  'approve', 'tell', 'assist', 'reportBack', 'feedback', 'visit', 'undone', 'support', 'relay', 'contact', 'custody', 'advise', 'allow', 'inquire', 'followUp', 'confirm', 'fillIn',
  'keepInTouch', 'checkEffect', 'settle',
]

/** What the case as a whole waits for: what is late already, else its resolution, else whatever is due first; undefined when nothing is owed. */
export function dueOf(state: Pick<CaseState, 'obligations'>): Obligation | undefined {
  const owed = state.obligations.filter((obligation) => !BESIDE.includes(obligation.kind))
  const late = owed.find((obligation) => obligation.lateAt !== null)
  const resolve = owed.find((obligation) => obligation.kind === 'resolve')
  return late ?? resolve ?? [...owed].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
}
