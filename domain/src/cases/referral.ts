import { dueAfter } from '../calendar/calendar.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { stepLimit } from '../policy/step-limit.ts'
import type { CallAsk } from './absent-colleague.ts'
import type { RulingAsk } from './ask-for-ruling.ts'
import type { FactOf } from './fact.ts'
import type { CaseState, Holder, TextRef } from './state.ts'

export interface ReferAsk {
  toUnitId: string
  toPersonId: string | null
  reason: TextRef | null
  escorted: boolean
  /** Colleagues who were spoken with or tried before it went there. */
  calls?: CallAsk[]
  /** The colleague who was meant, where their B post gets it because they are away. */
  insteadOf?: string | null
  /** Who may allow that a unit passes a case on again. */
  approvers?: Holder[]
  /** Who is asked where it would go back to somebody who had it before. */
  circle?: RulingAsk
}

export function referralProblem(state: CaseState, ask: Pick<ReferAsk, 'toUnitId' | 'toPersonId'>): 'same-person' | null {
  const backToItself = ask.toPersonId === state.handler.personId || (ask.toPersonId === null && ask.toUnitId === state.handler.unitId)
  return backToItself ? 'same-person' : null
}

export function referralFact(state: CaseState, ask: ReferAsk, rules: Rules): FactOf<'referral-made'> {
  const signFor = owe({ kind: 'signFor', personId: ask.toPersonId, unitId: ask.toUnitId, limit: stepLimit(rules.policy, 'signFor', state) }, rules)
  const { toUnitId, toPersonId, reason, escorted } = ask
  const returnBy = dueAfter(rules.calendar, rules.at, rules.policy.returns.within).at
  return {
    kind: 'referral-made', referral: { from: state.handler, toUnitId, toPersonId, at: rules.at, reason, returnBy }, escorted,
    insteadOf: ask.insteadOf ?? null, approvedBy: null, opens: [signFor],
  }
}
