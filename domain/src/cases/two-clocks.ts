import { workingDaysBetween, type Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'

export interface Clock { since: Instant; workingDays: number }

/** The person's clock runs from registration and is never turned back; the unit's from the moment it signed for the case. */
export function twoClocks(calendar: Calendar, { registeredAt, signedAt, until }: { registeredAt: Instant; signedAt: Instant; until: Instant }): { requester: Clock; unit: Clock } {
  return {
    requester: { since: registeredAt, workingDays: workingDaysBetween(calendar, registeredAt, until) },
    unit: { since: signedAt, workingDays: workingDaysBetween(calendar, signedAt, until) },
  }
}
