import type { Limit } from '../calendar/calendar.ts'
import type { LimitedStep, Policy, StepRule } from './policy.ts'

interface Conditions { category?: string; urgency?: string; channel?: string }
interface Kind { category: string; urgency: string; channel: string }

/** A condition that is left out holds for every case. */
export function fits(rule: Conditions, kind: Kind): boolean {
  return (['category', 'urgency', 'channel'] as const).every((part) => rule[part] === undefined || rule[part] === kind[part])
}

/** The rule for one step of such a case, where the regulation has one besides the step's general limit. */
export function stepRule({ limits }: Pick<Policy, 'limits'>, step: LimitedStep, kind: Kind): StepRule | undefined {
  return limits.steps?.find((rule) => rule.step === step && fits(rule, kind))
}

/** How long one step of such a case may take; null where the regulation sets no limit. */
export function stepLimit<Step extends LimitedStep>(policy: Pick<Policy, 'limits'>, step: Step, kind: Kind): Limit | Policy['limits'][Step] {
  return stepRule(policy, step, kind)?.limit ?? policy.limits[step]
}
