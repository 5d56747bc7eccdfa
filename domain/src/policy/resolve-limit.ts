import { dueAfter, type Calendar, type Limit } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { fits } from './step-limit.ts'
import type { Policy, ResolveRule } from './policy.ts'

/** What the limit for resolving depends on. `matterLimit`: promised otherwise than in working days. */
export interface Request { category: string; urgency: string; channel: string; matterDays: number | null; matterLimit?: Limit }

/** A limit and where it comes from: the promise of the matter, or a rule of the regulation. */
export type AppliedLimit = { by: 'matter'; limit: Limit } | { by: 'rule'; limit: Limit; rule: Omit<ResolveRule, 'limit'> }

/** What the directory promised for the matter, in whatever it is counted. */
export function promisedLimit({ matterDays, matterLimit }: Pick<Request, 'matterDays' | 'matterLimit'>): Limit | null {
  return matterLimit ?? (matterDays ? { amount: matterDays, unit: 'workingDays' } : null)
}

export function resolveLimit(policy: Policy, request: Request, moment: { calendar: Calendar; since: Instant }): Limit {
  return appliedLimit(policy, request, moment).limit
}

/**
 * The limit for resolving: the first rule that fits, or the matter's own promised limit, which takes its place. Where the
 * rule names the urgency it stands beside the promise, and of the two the one that ends first from `since` holds: what is
 * critical does not wait as long as the matter takes otherwise.
 */
export function appliedLimit(policy: Policy, request: Request, { calendar, since }: { calendar: Calendar; since: Instant }): AppliedLimit {
  const rule = policy.limits.resolve.find((candidate) => fits(candidate, request))
  if (!rule) throw new RangeError('policy.limits.resolve has no rule that always holds')
  const promised = promisedLimit(request)
  const soonest = promised && (rule.urgency === undefined || dueAfter(calendar, since, rule.limit).at >= dueAfter(calendar, since, promised).at) ? promised : null
  return soonest ? { by: 'matter', limit: soonest } : { by: 'rule', limit: rule.limit, rule }
}
