import { fromMs, toMs, type Instant } from './instant.ts'
import { DAY_MS, dateOfDay, dayNumber, weekdayOfDay, type LocalDate } from './local-date.ts'
import { timetableOf, type Calendar, type Span, type Timetable } from './timetable.ts'

export type { Calendar, DayOverride, Session } from './timetable.ts'
export type { LocalDate } from './local-date.ts'
export { checkCalendar } from './check-calendar.ts'

/**
 * A length of time as a regulation states it. Days are whole numbers; hours and minutes may have fractions.
 * `dayEnd` is for day units: the due day ends with its last session ('business', the default) or at 24:00 ('midnight').
 * `sessionEnd` is for working hours and minutes: what is used up exactly at the end of a session is due then ('same', the
 * default) or at the start of the next one ('next'), which is the same working moment.
 */
export interface Limit {
  amount: number
  unit: 'workingDays' | 'naturalDays' | 'workingHours' | 'naturalHours' | 'workingMinutes' | 'naturalMinutes'
  dayEnd?: 'business' | 'midnight'
  sessionEnd?: 'same' | 'next'
}

/** `estimated` (推算): a day that no published holiday notice covers was reckoned with, so the moment may still move. */
export interface Due { at: Instant; estimated: boolean }

/** What the local clock and wall calendar show. `weekday` is ISO: 1 Monday … 7 Sunday. */
export interface LocalParts {
  date: LocalDate
  year: number; month: number; day: number
  weekday: number
  hour: number; minute: number; second: number
}

const FARTHEST_DAYS = 18_300
const FARTHEST = 'fifty years'

/**
 * When something that began at `since` is due.
 *
 * - Days (民法典 art. 201, 203): the day of receipt is not counted, whatever the hour; the n-th working day counts from the
 *   next day, half days count whole. Natural days count all days, and a last day of rest moves on to the next working day.
 *   0 days means the end of the current day if it works and has not ended yet, else of the next working day.
 * - Working hours and minutes run through the sessions from the exact moment (outside them: from the next session).
 *   A limit used up exactly at the end of a session is due then, not at the start of the next one, unless `sessionEnd` says so.
 * - Natural hours and minutes are plain elapsed time and look at no calendar day, so they are never estimated.
 * - Around the clock a day is 24 hours from `since` (48 h after Monday 10:00 is Wednesday 10:00), `dayEnd` has no say, and
 *   no holiday matters, so nothing is estimated.
 *
 * Refuses (RangeError) negative and non-finite amounts, fractions of days, what lies more than fifty years on, and a
 * calendar without working time.
 */
export function dueAfter(calendar: Calendar, since: Instant, limit: Limit): Due {
  const start = toMs(since)
  const { amount, unit } = limit
  if (!Number.isFinite(amount) || amount < 0) throw new RangeError(`a limit cannot be ${amount} ${unit}`)
  const timetable = timetableOf(calendar)
  switch (unit) {
    case 'naturalHours': return elapsed(start, amount * 3_600_000)
    case 'naturalMinutes': return elapsed(start, amount * 60_000)
    case 'workingHours': return worked(timetable, start, { length: amount * 3_600_000, limit })
    case 'workingMinutes': return worked(timetable, start, { length: amount * 60_000, limit })
    case 'workingDays':
    case 'naturalDays': return daysOn(timetable, start, limit)
    default: throw new RangeError(`unknown unit of time: ${String(unit)}`)
  }
}

/**
 * Working time between two moments in minutes, with fractions for seconds; 0 when `to` is not after `from`.
 * Refuses (RangeError) moments more than fifty years apart.
 */
export function workingMinutesBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const [start, end] = [toMs(from), toMs(to)]
  if (end <= start) return 0
  const timetable = timetableOf(calendar)
  if (timetable.aroundTheClock) return (end - start) / 60_000
  const lastDay = timetable.dayOf(end)
  let total = 0
  for (let day = firstDayOfWalk(timetable, start, lastDay); day <= lastDay; day++) {
    for (const span of timetable.spansOn(day)) total += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start))
  }
  return total / 60_000
}

/**
 * Working days counted as `dueAfter` counts them: the day of `from` not, the day of `to` included if it works; around
 * the clock, full 24-hour periods. A `to` at local midnight is the 24:00 of the day before. 0 when `to` is not after
 * `from`. Refuses (RangeError) moments more than fifty years apart.
 */
export function workingDaysBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const [start, end] = [toMs(from), toMs(to)]
  if (end <= start) return 0
  const timetable = timetableOf(calendar)
  if (timetable.aroundTheClock) return Math.floor((end - start) / DAY_MS)
  const lastDay = timetable.dayOf(end - 1)
  let total = 0
  for (let day = firstDayOfWalk(timetable, start, lastDay) + 1; day <= lastDay; day++) {
    if (timetable.spansOn(day).length > 0) total++
  }
  return total
}

/** Sessions include their first moment and exclude their last. */
export function isWorkingAt(calendar: Calendar, at: Instant): boolean {
  const timetable = timetableOf(calendar)
  const ms = toMs(at)
  return timetable.spansOn(timetable.dayOf(ms)).some((span) => ms >= span.from && ms < span.to)
}

/** Whether anybody works at all on the day on which `at` falls. */
export function worksOnDayOf(calendar: Calendar, at: Instant): boolean {
  const timetable = timetableOf(calendar)
  return timetable.aroundTheClock || timetable.spansOn(timetable.dayOf(toMs(at))).length > 0
}

/** `at` itself when it is working time, else the start of the next session. Refuses like `dueAfter`. */
export function nextWorkingMoment(calendar: Calendar, at: Instant): Instant {
  return dueAfter(calendar, at, { amount: 0, unit: 'workingMinutes' }).at
}

/**
 * A moment that somebody chose or agreed, as something owed. It is estimated when the day it belongs to (midnight ends a day)
 * lies outside the published notices: until one is out, nobody knows whether that day works. Around the clock every day does.
 */
export function dueOn(calendar: Calendar, at: Instant): Due {
  const timetable = timetableOf(calendar)
  return { at, estimated: !timetable.aroundTheClock && !timetable.isKnown(timetable.dayOf(toMs(at) - 1)) }
}

/** The date on the wall where the calendar's organisation is. */
export function localDate(calendar: Calendar, at: Instant): LocalDate {
  return localParts(calendar, at).date
}

export function localParts(calendar: Calendar, at: Instant): LocalParts {
  const ms = toMs(at)
  const wall = ms + timetableOf(calendar).zone.offsetAt(ms)
  const shown = new Date(wall)
  const dayShown = Math.floor(wall / DAY_MS)
  return {
    date: dateOfDay(dayShown),
    year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate(),
    weekday: weekdayOfDay(dayShown),
    hour: shown.getUTCHours(), minute: shown.getUTCMinutes(), second: shown.getUTCSeconds(),
  }
}

/** 24:00 of the date, which is 00:00 of the next. */
export function endOfLocalDay(calendar: Calendar, date: LocalDate): Instant {
  return fromMs(timetableOf(calendar).startOf(dayNumber(date) + 1))
}

/** End of the last session of the date; a rest day moves on to the next working day (民法典 art. 203). Refuses like `dueAfter`. */
export function endOfBusiness(calendar: Calendar, date: LocalDate): Instant {
  const timetable = timetableOf(calendar)
  const asked = dayNumber(date)
  return fromMs(endOfWork(timetable, workingDayFrom(timetable, asked, asked + FARTHEST_DAYS)))
}

function elapsed(start: number, length: number): Due {
  if (length > FARTHEST_DAYS * DAY_MS) throw tooFar()
  return { at: fromMs(start + Math.round(length)), estimated: false }
}

function worked(timetable: Timetable, start: number, { length, limit }: { length: number; limit: Limit }): Due {
  if (timetable.aroundTheClock) return elapsed(start, length)
  requireWorkingTime(timetable)
  const firstDay = timetable.dayOf(start)
  let left = Math.round(length)
  const intoNext = limit.sessionEnd === 'next'
  let estimated = false
  for (let day = firstDay; day <= firstDay + FARTHEST_DAYS; day++) {
    estimated ||= !timetable.isKnown(day)
    for (const span of timetable.spansOn(day)) {
      if (span.to <= start) continue
      const from = Math.max(span.from, start)
      if (left < span.to - from || (left === span.to - from && !intoNext)) return { at: fromMs(from + left), estimated }
      left -= span.to - from
    }
  }
  throw tooFar()
}

function daysOn(timetable: Timetable, start: number, limit: Limit): Due {
  const { amount, unit } = limit
  if (!Number.isInteger(amount)) throw new RangeError(`a limit in days must be a whole number, not ${amount}; state parts of a day in hours`)
  if (timetable.aroundTheClock) return elapsed(start, amount * DAY_MS)
  requireWorkingTime(timetable)
  const endOf = limit.dayEnd === 'midnight' ? (day: number) => timetable.startOf(day + 1) : (day: number) => endOfWork(timetable, day)
  const received = timetable.dayOf(start)
  const farthest = received + FARTHEST_DAYS
  if (unit === 'workingDays' && amount > 0) {
    let due = received
    for (let n = 0; n < amount; n++) due = workingDayFrom(timetable, due + 1, farthest)
    return { at: fromMs(endOf(due)), estimated: !knowsAll(timetable, received + 1, due) }
  }
  // Natural days pass over days whose kind does not matter: only the last one and what it moves on to are reckoned with.
  const lastDay = received + amount
  let due = workingDayFrom(timetable, lastDay, farthest)
  if (endOf(due) <= start) due = workingDayFrom(timetable, due + 1, farthest)
  return { at: fromMs(endOf(due)), estimated: !knowsAll(timetable, lastDay, due) }
}

/** The known days are one unbroken stretch, so both ends vouch for everything between. */
function knowsAll(timetable: Timetable, from: number, through: number): boolean {
  return timetable.isKnown(from) && timetable.isKnown(through)
}

function workingDayFrom(timetable: Timetable, earliest: number, farthest: number): number {
  requireWorkingTime(timetable)
  for (let day = earliest; day <= farthest; day++) {
    if (timetable.spansOn(day).length > 0) return day
  }
  throw tooFar()
}

function endOfWork(timetable: Timetable, day: number): number {
  const last: Span | undefined = timetable.spansOn(day).at(-1)
  if (!last) throw new RangeError(`${dateOfDay(day)} is not a working day`)
  return last.to
}

function firstDayOfWalk(timetable: Timetable, start: number, lastDay: number): number {
  const firstDay = timetable.dayOf(start)
  if (lastDay - firstDay > FARTHEST_DAYS) throw new RangeError(`working time is reckoned over at most ${FARTHEST}`)
  return firstDay
}

function requireWorkingTime(timetable: Timetable): void {
  if (!timetable.hasWorkingTime) throw new RangeError('the calendar has no working time, so nothing can fall due by it')
}

function tooFar(): RangeError {
  return new RangeError(`due more than ${FARTHEST} on, or the calendar runs out of working time`)
}
