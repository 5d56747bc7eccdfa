import { dueAfter, workingMinutesBetween, type Calendar } from '../calendar/calendar.ts'

export type Light = 'green' | 'amber' | 'red' | 'grey'

interface Timed { openedAt: string; dueAt: string; warnAt: string | null; lateAt: string | null; pausedAt: string | null }

/** Traffic light: red late, amber once the warning moment has come, or with at most one working day left of a longer limit; grey while paused. */
export function lightOf(duty: Timed, calendar: Calendar, now: string): Light {
  if (duty.pausedAt !== null) return 'grey'
  if (duty.lateAt !== null || duty.dueAt <= now) return 'red'
  if (duty.warnAt !== null && duty.warnAt <= now) return 'amber'
  const day = minutesPerDay(calendar)
  const left = workingMinutesBetween(calendar, now, duty.dueAt)
  return left <= day && workingMinutesBetween(calendar, duty.openedAt, duty.dueAt) > day * 2 ? 'amber' : 'green'
}

/** How late something is, as working time tells it; null while it is not. */
export function lateBy(dueAt: string, calendar: Calendar, now: string): { workingMinutes: number; minutesPerWorkingDay: number } | null {
  return dueAt > now ? null : { workingMinutes: Math.round(workingMinutesBetween(calendar, dueAt, now)), minutesPerWorkingDay: minutesPerDay(calendar) }
}

/** The moment by which a working day from now has passed: what is due until then and was not warned of may still be amber. */
export function lastDayEnds(calendar: Calendar, now: string): string {
  return dueAfter(calendar, now, { amount: minutesPerDay(calendar), unit: 'workingMinutes' }).at
}

export function minutesPerDay(calendar: Calendar): number {
  if (calendar.kind === 'aroundTheClock') return 1440
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return calendar.sessions.reduce((sum, session) => sum + minutes(session.to) - minutes(session.from), 0) || 480
}
