import { workingDaysBetween, type Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { standsStill } from './course.ts'
import { openObligation, type CaseState } from './state.ts'

export interface Clock { since: Instant; workingDays: number }

/** What the unit's clock runs from. `missingPapers`: it stands, and begins once the person's papers are complete. */
export type UnitClockFrom = 'registration' | 'takeover' | 'papers' | 'reopening' | 'missingPapers'

export function unitClockFrom(state: CaseState): UnitClockFrom {
  const { registeredAt, signedAt, limitFrom, legs } = state
  if (openObligation(state, 'resolve')?.pausedAt != null && !standsStill(state.course)) return 'missingPapers'
  if (signedAt === registeredAt) return 'registration'
  if (signedAt !== limitFrom) return 'takeover'
  // Both a new round and complete papers turn the limit back; only the round begins with a new stretch of work.
  return legs.some(({ from }) => from === signedAt) ? 'reopening' : 'papers'
}

/** The person's clock runs from registration and is never turned back; the unit's from the moment it signed for the case. */
export function twoClocks(calendar: Calendar, { registeredAt, signedAt, until }: { registeredAt: Instant; signedAt: Instant; until: Instant }): { requester: Clock; unit: Clock } {
  return {
    requester: { since: registeredAt, workingDays: workingDaysBetween(calendar, registeredAt, until) },
    unit: { since: signedAt, workingDays: workingDaysBetween(calendar, signedAt, until) },
  }
}
