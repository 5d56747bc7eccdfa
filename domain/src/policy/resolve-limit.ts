import { dueAfter, type Calendar, type Limit } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Policy } from './policy.ts'

/** What the limit for resolving depends on. */
interface Request { category: string; urgency: string; channel: string; matterDays: number | null }

/**
 * The limit for resolving: the first rule that fits, or the matter's own promised limit, which takes its place. Where the
 * rule names the urgency it stands beside the promise, and of the two the one that ends first from `since` holds: what is
 * critical does not wait as long as the matter takes otherwise.
 */
export function resolveLimit(policy: Policy, request: Request, { calendar, since }: { calendar: Calendar; since: Instant }): Limit {
  const rule = policy.limits.resolve.find((candidate) => (['category', 'urgency', 'channel'] as const).every((part) => candidate[part] === undefined || candidate[part] === request[part]))
  if (!rule) throw new RangeError('policy.limits.resolve has no rule that always holds')
  if (!request.matterDays) return rule.limit
  const promised: Limit = { amount: request.matterDays, unit: 'workingDays' }
  if (rule.urgency === undefined) return promised
  return dueAfter(calendar, since, rule.limit).at < dueAfter(calendar, since, promised).at ? rule.limit : promised
}
