import type { Obligation } from '../obligations/obligation.ts'
import type { ObligationKind } from '../policy/policy.ts'
import type { CaseState } from './state.ts'

/** Duties beside the way of the case: an opinion, a report to a leader, an appointment, a message to pass on. Late ones are late themselves and do not make the case late. */
const NOT_THE_CASES_OWN: Readonly<Record<ObligationKind, boolean>> = {
  decide: false, signFor: false, rule: false, resolve: false, reply: false, callBack: false,
  round: false, handOver: false, answerBell: false, task: false, walkround: false,
  approve: true, tell: true, resume: false, assist: true, reportBack: true, feedback: true, visit: true, undone: true, support: true,
  relay: true, contact: true, custody: true, advise: true, allow: true, inquire: true, followUp: true, confirm: true, fillIn: true,
  keepInTouch: true, checkEffect: true, settle: true, appeal: true, solve: true,
}

/** What the case as a whole waits for: what is late already, else its resolution, else whatever is due first; undefined when nothing is owed. */
export function dueOf(state: Pick<CaseState, 'obligations'>): Obligation | undefined {
  const owed = state.obligations.filter((obligation) => !NOT_THE_CASES_OWN[obligation.kind])
  const late = owed.find((obligation) => obligation.lateAt !== null)
  const resolve = owed.find((obligation) => obligation.kind === 'resolve')
  return late ?? resolve ?? [...owed].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
}
