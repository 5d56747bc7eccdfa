import type { Limit } from '../calendar/calendar.ts'
import type { Closing, Obligation } from '../obligations/obligation.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { resolveLimit } from '../policy/policy.ts'
import type { CaseState, Holder } from './state.ts'

/** Closes every open obligation of these kinds. */
export function closing(state: CaseState, as: Closing['as'], ...kinds: Obligation['kind'][]): Closing[] {
  return state.obligations.filter((obligation) => kinds.includes(obligation.kind)).map(({ id }) => ({ id, as }))
}

export function closingAll(state: CaseState, as: Closing['as']): Closing[] {
  return state.obligations.map(({ id }) => ({ id, as }))
}

export function resolveDuty(state: Pick<CaseState, 'category' | 'urgency' | 'matterDays' | 'registeredAt'>, holder: Holder, rules: Rules, since?: string): Obligation {
  const matterLimit: Limit | null = state.matterDays ? { amount: state.matterDays, unit: 'workingDays' } : null
  const start = since ?? (rules.policy.resolveFrom === 'registration' ? state.registeredAt : rules.at)
  const limit = resolveLimit(rules.policy, { category: state.category, urgency: state.urgency, matterLimit })
  return owe({ kind: 'resolve', ...holder, limit, since: start }, rules)
}

export function replyDuty(state: CaseState, rules: Rules): Obligation {
  const replier = rules.policy.replyBy === 'handler' ? state.handler : state.firstContact
  return owe({ kind: 'reply', ...replier, limit: rules.policy.limits.reply }, rules)
}

export function replier(state: CaseState, policy: Rules['policy']): Holder {
  return policy.replyBy === 'handler' ? state.handler : state.firstContact
}
