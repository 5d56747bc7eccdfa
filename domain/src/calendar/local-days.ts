import { endOfLocalDay, type Calendar } from './calendar.ts'
import type { Instant } from './instant.ts'
import { dateOfDay, dayNumber, type LocalDate } from './local-date.ts'

/** Local days, both included, as the instants between which they lie; `to` is the first moment after them. */
export function daysAsInstants(calendar: Calendar, days: { from?: LocalDate | undefined; to?: LocalDate | undefined }): { from?: Instant; to?: Instant } {
  const { from, to } = days
  return { ...(from ? { from: endOfLocalDay(calendar, dateOfDay(dayNumber(from) - 1)) } : {}), ...(to ? { to: endOfLocalDay(calendar, to) } : {}) }
}
