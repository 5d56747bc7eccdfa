import { localDate, type Calendar, type LocalDate } from '../calendar/calendar.ts'
import { momentOfLocal, weekdayOf, workingSpansOn } from '../calendar/local-moment.ts'
import type { Opening } from '../directory/opening-hours.ts'
import { overlap, type Absence } from './away.ts'
import { uncovered, type Span } from './plan-problems.ts'

/** Somebody at a desk; without times there whenever the organisation works. */
export interface AtDesk { personId: string; span: Span | null }

/**
 * When a desk is open on a date. Without hours of its own it is open as the organisation works. It is closed on a day off
 * that would have been a working day (a holiday); on a working day that would have been free (a make-up day) it keeps the
 * hours of an ordinary working day, for no notice says which weekday is made up for.
 */
export function openOn(hours: readonly Opening[], day: LocalDate, calendar: Calendar): Span[] {
  const working = workingSpansOn(calendar, day)
  if (hours.length === 0) return working
  const weekday = weekdayOf(day)
  const usual = calendar.weekdays.includes(weekday) || calendar.kind === 'aroundTheClock'
  if (usual && working.length === 0) return []
  const own = hoursOf(hours, weekday)
  const ordinary = usual || working.length === 0 ? [] : ordinaryHours(hours, calendar)
  return (ordinary.length > 0 ? ordinary : own).map(({ from, to }) => ({ from: momentOfLocal(calendar, day, from), to: momentOfLocal(calendar, day, to) }))
}

type Stretch = Pick<Opening, 'from' | 'to'>

function hoursOf(hours: readonly Opening[], weekday: number): Stretch[] {
  return hours.filter(({ days }) => days.includes(weekday)).map(({ from, to }) => ({ from, to })).toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** What a desk keeps on most of the organisation's working weekdays; where two are as frequent, the earlier in the week. */
function ordinaryHours(hours: readonly Opening[], calendar: Calendar): Stretch[] {
  const kept = calendar.weekdays.toSorted((a, b) => a - b).map((weekday) => hoursOf(hours, weekday))
  const like = (one: Stretch[]): number => kept.filter((other) => JSON.stringify(other) === JSON.stringify(one)).length
  return kept.toSorted((a, b) => like(b) - like(a))[0] ?? []
}

interface Staffed { calendar: Calendar; duty: readonly AtDesk[] }

/**
 * The hours in which somebody has to be at the desk. Hours that run through the organisation's break at noon are interrupted
 * by it: the desk is closed then, unless the roster (`duty` of the whole week) has somebody there in a break.
 */
export function staffedOn(hours: readonly Opening[], day: LocalDate, { calendar, duty }: Staffed): Span[] {
  const open = openOn(hours, day, calendar)
  const pauses = breaksOn(calendar, day)
  if (pauses.length === 0 || duty.some(({ span }) => span !== null && breaksOn(calendar, localDate(calendar, span.from)).some((pause) => overlap(span, pause)))) return open
  return open.flatMap((span) => uncovered([span], pauses.filter(({ from, to }) => span.from < from && to < span.to)))
}

function breaksOn(calendar: Calendar, day: LocalDate): Span[] {
  const working = workingSpansOn(calendar, day)
  return working.slice(1).flatMap(({ from }, index) => { const before = working[index]; return before && before.to < from ? [{ from: before.to, to: from }] : [] })
}

/** The hours of a date in which somebody has to be at the desk and nobody is: on no shift, or away. */
export function deskGaps(hours: readonly Opening[], day: LocalDate, { calendar, duty, absences }: Staffed & { absences: readonly Absence[] }): Span[] {
  const there = duty.flatMap(({ personId, span }) => {
    const away = absences.filter((absence) => absence.personId === personId).map(({ from, to }) => ({ from, to: to ?? FOREVER }))
    return uncovered(span === null ? workingSpansOn(calendar, day) : [span], away)
  })
  return uncovered(staffedOn(hours, day, { calendar, duty }), there)
}

const FOREVER = '9999-12-31T00:00:00.000Z'
