import type { Calendar, LocalDate, Session } from './calendar.ts'
import { dateOfDay, dayNumber, weekdayOfDay } from './local-date.ts'
import { timetableOf, type Timetable } from './timetable.ts'

/**
 * Why a day works or rests. `makeUp` 调休上班, `holiday` a statutory day off, `localWork` `localRest` `localHours` `halfDay`
 * the organisation's own decision for that day; `localHours` changes its hours, `halfDay` leaves little of them.
 */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'makeUp' | 'localRest' | 'localWork' | 'localHours' | 'halfDay'

export interface CalendarDay {
  date: LocalDate
  /** 1 Monday … 7 Sunday. */
  weekday: number
  kind: DayKind
  works: boolean
  /** Working minutes of the day. */
  minutes: number
  /** No published notice covers it and no decision of the organisation's own names it (推算). */
  estimated: boolean
  note: string | null
}

/** Every day from one date to another, both included, as the calendar sees it. */
export function daysOf(calendar: Calendar, from: LocalDate, through: LocalDate): CalendarDay[] {
  const read = dayTeller(calendar)
  const days: CalendarDay[] = []
  for (let day = dayNumber(from); day <= dayNumber(through); day++) days.push(read(day))
  return days
}

export function dayTeller(calendar: Calendar): (day: number) => CalendarDay {
  const timetable = timetableOf(calendar)
  const rest = new Set(calendar.rest)
  const work = new Set(calendar.work)
  const weekdays = new Set(calendar.weekdays)
  const overrides = new Map(calendar.overrides.map((override) => [override.date, override]))
  const usual = usualMinutes(calendar)
  return (day) => {
    const date = dateOfDay(day)
    const override = overrides.get(date)
    const minutes = minutesOn(timetable, day)
    const ordinary = work.has(date) ? 'makeUp' : rest.has(date) ? 'holiday' : weekdays.has(weekdayOfDay(day)) ? 'work' : 'weekend'
    const kind = calendar.kind === 'aroundTheClock' ? 'work' : override ? localKind(override.sessions, ordinary, minutes < usual * HALF) : ordinary
    return {
      date, weekday: weekdayOfDay(day), kind, works: minutes > 0, minutes, note: override?.note ?? null,
      estimated: calendar.kind !== 'aroundTheClock' && !override && !timetable.isKnown(day),
    }
  }
}

/** A day with less than two thirds of the usual time is called half a day. */
const HALF = 2 / 3

function localKind(sessions: readonly Session[], ordinary: DayKind, short: boolean): DayKind {
  if (sessions.length === 0) return 'localRest'
  if (ordinary === 'weekend' || ordinary === 'holiday') return 'localWork'
  return short ? 'halfDay' : 'localHours'
}

function minutesOn(timetable: Timetable, day: number): number {
  return timetable.spansOn(day).reduce((sum, span) => sum + (span.to - span.from) / 60_000, 0)
}

function usualMinutes(calendar: Calendar): number {
  const minute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return calendar.sessions.reduce((sum, session) => sum + minute(session.to) - minute(session.from), 0)
}
