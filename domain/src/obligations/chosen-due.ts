import { laterBy, type Instant } from '../calendar/instant.ts'

export type ChosenDueRefusal = 'due-in-past' | 'due-too-far'

/** Ten years, as the longest limit a regulation may lay down: further off is a slip of the hand, and working time is not reckoned that far. */
const MOST_MINUTES = 3_653 * 24 * 60

/** What is wrong with a moment that somebody chose for something to be owed at; null if nothing. */
export function wrongDue(at: Instant, now: Instant): ChosenDueRefusal | null {
  if (at <= now) return 'due-in-past'
  return at > laterBy(now, MOST_MINUTES) ? 'due-too-far' : null
}
