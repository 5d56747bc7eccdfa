import { dayNumber, two, wallTime } from './wall-time.ts'

export type DueParts =
  | { kind: 'late' | 'left'; unit: 'minute' | 'hour' | 'day' | 'workingDay'; count: number }
  | { kind: 'today' | 'tomorrow'; clock: string }

/**
 * How far a due time is, in the largest unit that still helps: minutes within the hour, the clock today and tomorrow,
 * then working days as the server counted them, or calendar days where it did not.
 */
export function dueParts(due: { dueAt: string; workingDaysLeft?: number | null | undefined }, now: number, timeZone: string): DueParts {
  const at = Date.parse(due.dueAt)
  const minutes = Math.floor(Math.abs(at - now) / 60_000)
  if (at < now) return { kind: 'late', ...sizeOf(minutes) }
  if (minutes < 60) return { kind: 'left', unit: 'minute', count: minutes }
  // Midnight is the end of a day, not the beginning of the next.
  const wall = wallTime(at - 1, timeZone)
  const days = dayNumber(wall) - dayNumber(wallTime(now, timeZone))
  const clock = clockOf(at, timeZone)
  if (days === 0) return { kind: 'today', clock }
  if (days === 1) return { kind: 'tomorrow', clock }
  if (due.workingDaysLeft != null && due.workingDaysLeft > 0) return { kind: 'left', unit: 'workingDay', count: due.workingDaysLeft }
  return { kind: 'left', unit: 'day', count: days }
}

function clockOf(at: number, timeZone: string): string {
  const wall = wallTime(at, timeZone)
  return wall.hour === 0 && wall.minute === 0 ? '24:00' : `${two(wall.hour)}:${two(wall.minute)}`
}

function sizeOf(minutes: number): { unit: 'minute' | 'hour' | 'day'; count: number } {
  if (minutes < 60) return { unit: 'minute', count: Math.max(1, minutes) }
  if (minutes < 1440) return { unit: 'hour', count: Math.floor(minutes / 60) }
  return { unit: 'day', count: Math.floor(minutes / 1440) }
}
