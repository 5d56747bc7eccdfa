import type { Limit } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Closing, Obligation } from '../obligations/obligation.ts'
import { moveDue, owe, type Rules } from '../obligations/owe.ts'
import { resolveLimit, type Policy } from '../policy/policy.ts'
import { openObligation, type CaseState, type Holder } from './state.ts'

/** Closes every open obligation of these kinds. */
export function closing(state: CaseState, as: Closing['as'], ...kinds: Obligation['kind'][]): Closing[] {
  return state.obligations.filter((obligation) => kinds.includes(obligation.kind)).map(({ id }) => ({ id, as }))
}

export function closingAll(state: CaseState, as: Closing['as']): Closing[] {
  return state.obligations.map(({ id }) => ({ id, as }))
}

/** The duty to resolve, counted from `since`. */
export function resolveDuty(state: Pick<CaseState, 'category' | 'urgency' | 'matterDays'>, holder: Holder, rules: Rules, since: Instant): Obligation {
  const matterLimit: Limit | null = state.matterDays ? { amount: state.matterDays, unit: 'workingDays' } : null
  const limit = resolveLimit(rules.policy, { category: state.category, urgency: state.urgency, matterLimit })
  return owe({ kind: 'resolve', ...holder, limit, since }, rules)
}

/**
 * The duty to resolve in the hands of another handler. A unit's clock starts when it takes the case and is not turned back
 * by hand-overs inside it; a promise that can still be kept binds whoever takes over; missing papers stay missing.
 */
export function handedOnDuty(state: CaseState, holder: Holder, rules: Rules): Obligation {
  const unitSince = holder.unitId === state.handler.unitId ? state.signedAt : rules.at
  const fresh = resolveDuty(state, holder, rules, rules.policy.resolveFrom === 'registration' ? state.limitFrom : unitSince)
  const { promise } = state
  const stands = promise !== null && promise.dueAt > rules.at && promise.dueAt < fresh.dueAt
  const waiting = openObligation(state, 'resolve')?.pausedAt != null
  return { ...(stands ? moveDue(fresh, { at: promise.dueAt, estimated: promise.estimated }, rules) : fresh), pausedAt: waiting ? rules.at : null }
}

/** The policy wants papers given back before a case is closed, and some are still here. */
export function papersHoldUp(state: CaseState, policy: Policy): boolean {
  return policy.papers.returnBeforeClose && state.custody.some((item) => item.returnedAt === null)
}

/** Due after the policy's time for replying; where the reply belongs inside the limit for resolving, never after that. */
export function replyDuty(state: CaseState, rules: Rules): Obligation {
  const reply = owe({ kind: 'reply', ...replier(state, rules.policy), limit: rules.policy.limits.reply }, rules)
  const resolve = openObligation(state, 'resolve')
  if (!rules.policy.replyInsideLimit || !resolve || resolve.dueAt >= reply.dueAt || resolve.dueAt <= rules.at) return reply
  return moveDue(reply, { at: resolve.dueAt, estimated: resolve.estimated }, rules)
}

export function replier(state: CaseState, policy: Policy): Holder {
  return policy.replyBy === 'handler' ? state.handler : state.firstContact
}
