import type { Instant } from '../calendar/instant.ts'
import { promisedLimit } from '../policy/resolve-limit.ts'
import { openObligation, type CaseState } from './state.ts'

/**
 * From when on the person ought to have a date and has none: the time for an answer on the spot is over, nothing was
 * promised or put off with them, and no limit of the matter tells them one. Null where they have one, where the result is
 * there, and while the limit waits for their papers.
 */
export function unpromisedFrom(state: CaseState): Instant | null {
  if (state.status !== 'registered' && state.status !== 'handling') return null
  if (state.promise !== null || promisedLimit(state) !== null || state.course.extensions > 0) return null
  if (openObligation(state, 'resolve')?.pausedAt != null) return null
  return state.spotUntil ?? state.registeredAt
}
