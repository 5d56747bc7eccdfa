import type { Calendar, LocalDate } from '../calendar/calendar.ts'
import { momentOfLocal, weekdayOf, workingSpansOn } from '../calendar/local-moment.ts'
import type { Opening } from '../directory/opening-hours.ts'
import type { Absence } from './away.ts'
import { uncovered, type Span } from './plan-problems.ts'

/** Somebody at a desk; without times there whenever the organisation works. */
export interface AtDesk { personId: string; span: Span | null }

/**
 * When a desk is open on a date. Without hours of its own it is open as the organisation works. It is closed on a day off
 * that would have been a working day (a holiday), and open on a working day that would have been free (a make-up day) as on
 * a Monday, unless it has hours of its own for that weekday.
 */
export function openOn(hours: readonly Opening[], day: LocalDate, calendar: Calendar): Span[] {
  const working = workingSpansOn(calendar, day)
  if (hours.length === 0) return working
  const weekday = weekdayOf(day)
  const usual = calendar.weekdays.includes(weekday) || calendar.kind === 'aroundTheClock'
  if (usual && working.length === 0) return []
  const own = hours.filter(({ days }) => days.includes(weekday))
  const shown = own.length > 0 || usual || working.length === 0 ? own : hours.filter(({ days }) => days.includes(1))
  return shown.map(({ from, to }) => ({ from: momentOfLocal(calendar, day, from), to: momentOfLocal(calendar, day, to) })).toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** The opening hours of a date during which nobody is at the desk: on no shift, or away. */
export function deskGaps(hours: readonly Opening[], day: LocalDate, { calendar, duty, absences }: { calendar: Calendar; duty: readonly AtDesk[]; absences: readonly Absence[] }): Span[] {
  const there = duty.flatMap(({ personId, span }) => {
    const away = absences.filter((absence) => absence.personId === personId).map(({ from, to }) => ({ from, to: to ?? FOREVER }))
    return uncovered(span === null ? workingSpansOn(calendar, day) : [span], away)
  })
  return uncovered(openOn(hours, day, calendar), there)
}

const FOREVER = '9999-12-31T00:00:00.000Z'
