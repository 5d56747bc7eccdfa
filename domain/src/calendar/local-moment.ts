import type { Calendar } from './calendar.ts'
import { fromMs, type Instant } from './instant.ts'
import { DAY_MS, dateOfDay, dayNumber, weekdayOfDay, type LocalDate } from './local-date.ts'
import { minuteOfDay, timetableOf } from './timetable.ts'

/** The moment at which the clock on the wall shows `HH:MM` of the date, or of so many days after it. */
export function momentOfLocal(calendar: Calendar, date: LocalDate, time: string, daysLater = 0): Instant {
  return fromMs(timetableOf(calendar).zone.momentOf((dayNumber(date) + daysLater) * DAY_MS + minuteOfDay(time) * 60_000))
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDay(dayNumber(date))
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days)
}

/** The Monday of the date's week. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** The working time of a date, as instants. */
export function workingSpansOn(calendar: Calendar, date: LocalDate): { from: Instant; to: Instant }[] {
  return timetableOf(calendar).spansOn(dayNumber(date)).map(({ from, to }) => ({ from: fromMs(from), to: fromMs(to) }))
}

export function minutesBefore(at: Instant, minutes: number): Instant {
  return fromMs(Date.parse(at) - minutes * 60_000)
}

export function secondsAfter(at: Instant, seconds: number): Instant {
  return fromMs(Date.parse(at) + seconds * 1000)
}
