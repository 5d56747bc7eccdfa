import { dueAfter, type Limit } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Rules } from '../obligations/owe.ts'
import { LIMITED_STEPS, type ObligationKind } from '../policy/policy.ts'
import { appliedLimit } from '../policy/resolve-limit.ts'
import { stepLimit, stepRule } from '../policy/step-limit.ts'
import { clockOf } from './duties.ts'
import type { CaseState } from './state.ts'

interface Conditions { category?: string; urgency?: string; channel?: string }

/** What gave a duty its date: the matter's promise, a rule for such cases, the limit for every case, or an agreement since. */
export type WhyDue =
  | { by: 'matter' | 'general'; limit: Limit }
  | { by: 'rule'; limit: Limit; conditions: Conditions }
  | { by: 'promise' | 'extension' | 'insideLimit' }

interface Owed { kind: ObligationKind; openedAt: Instant; dueAt: Instant }

/**
 * Why a duty is due when it is. Only what really leads to its date is named: a date that a pause, a correction or a ruling
 * moved since has no rule that would give it anew, and then nothing is said.
 */
export function whyDue(state: CaseState, owed: Owed, rules: Rules): WhyDue | null {
  return owed.kind === 'resolve' ? whyResolve(state, owed, rules) : whyStep(state, owed, rules)
}

function whyResolve(state: CaseState, { openedAt, dueAt }: Owed, rules: Rules): WhyDue | null {
  if (state.promise?.dueAt === dueAt) return { by: 'promise' }
  if (state.course.extendedTo === dueAt) return { by: 'extension' }
  for (const since of new Set([clockOf(state, rules), openedAt])) {
    const applied = appliedLimit(rules.policy, state, { calendar: rules.calendar, since })
    if (dueAfter(rules.calendar, since, applied.limit).at === dueAt) return applied.by === 'matter' ? { by: 'matter', limit: applied.limit } : byRule(applied.rule, applied.limit)
  }
  return null
}

function whyStep(state: CaseState, { kind, openedAt, dueAt }: Owed, rules: Rules): WhyDue | null {
  const { policy, calendar } = rules
  const step = LIMITED_STEPS.find((one) => one === kind)
  const limit = step ? stepLimit(policy, step, state) : generalLimit(policy.limits, kind)
  if (limit && dueAfter(calendar, openedAt, limit).at === dueAt) {
    const rule = step && stepRule(policy, step, state)
    return rule ? byRule(rule, limit) : { by: 'general', limit }
  }
  return kind === 'reply' && policy.replyInsideLimit ? { by: 'insideLimit' } : null
}

function byRule({ category, urgency, channel }: Conditions, limit: Limit): WhyDue {
  const conditions = { ...(category === undefined ? {} : { category }), ...(urgency === undefined ? {} : { urgency }), ...(channel === undefined ? {} : { channel }) }
  return Object.keys(conditions).length === 0 ? { by: 'general', limit } : { by: 'rule', limit, conditions }
}

function generalLimit(limits: Rules['policy']['limits'], kind: ObligationKind): Limit | null {
  const limit: unknown = (limits as unknown as Record<string, unknown>)[kind]
  return typeof limit === 'object' && limit !== null && 'amount' in limit ? limit as Limit : null
}
