import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import { lightOf } from '@daodi/domain/obligations/light.ts'
import type { LastDayDuty } from './store.ts'

/** How many of them are amber although nobody was warned yet: the last working day of a longer limit. */
export function lastDayAmber(duties: readonly LastDayDuty[] | null, calendar: Calendar, at: string): number {
  return (duties ?? []).filter((duty) => lightOf({ ...duty, lateAt: null, pausedAt: null }, calendar, at) === 'amber').length
}
