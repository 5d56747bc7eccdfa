import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import { timetableOf, type Span } from '@daodi/domain/calendar/timetable.ts'

const MINUTE = 60_000

/** A working day on the axis, in working minutes from its beginning. */
export interface AxisDay { from: number; to: number }

/**
 * The working time before a moment, joined end to end: minute 0 is the start of the first of `workingDays` days, and
 * `length` is that moment, or the end of the last session before it. So "40 working minutes ago" is a subtraction.
 */
export interface Axis {
  length: number
  /** Days that have begun, the last of them today if today works. */
  days: readonly AxisDay[]
  /** The clock's moment, in ms, of a minute on the axis. */
  ms(minute: number): number
  /** The minute on the axis that a moment belongs to; outside working time, the end of the session before. */
  minuteAt(ms: number): number
}

export function axisBefore(calendar: Calendar, now: number, workingDays: number): Axis {
  const timetable = timetableOf(calendar)
  const found: Span[][] = []
  for (let day = timetable.dayOf(now); found.length < workingDays; day -= 1) {
    const begun = timetable.spansOn(day).filter((span) => span.from < now).map(({ from, to }) => ({ from, to: Math.min(to, now) }))
    if (begun.length > 0) found.unshift(begun)
  }
  const spans = found.flat()
  let length = 0
  const starts = spans.map((span) => { const start = length; length += (span.to - span.from) / MINUTE; return start })
  const minuteOf = (ms: number): number => {
    const last = spans.findLastIndex((span) => span.from <= ms)
    const span = spans[last]
    return span ? (starts[last] ?? 0) + (Math.min(ms, span.to) - span.from) / MINUTE : 0
  }
  const days = found.map((sessions) => ({ from: minuteOf(sessions[0]?.from ?? 0), to: minuteOf((sessions.at(-1)?.to ?? 1) - 1) }))
  const ms = (minute: number): number => {
    const bounded = Math.max(0, Math.min(length, minute))
    const last = starts.findLastIndex((start) => start <= bounded)
    return Math.round((spans[last]?.from ?? now) + (bounded - (starts[last] ?? 0)) * MINUTE)
  }
  return { length, days, ms, minuteAt: minuteOf }
}
