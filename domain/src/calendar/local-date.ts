import { fromMs } from './instant.ts'
import { quote } from './quote.ts'

/** A calendar day as people write it where they are, `YYYY-MM-DD`, without any time zone. */
export type LocalDate = string

export const DAY_MS = 86_400_000
const PATTERN = /^\d{4}-\d{2}-\d{2}$/

/** Days since 1970-01-01. Refuses (RangeError) other spellings and days that do not exist. */
export function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a date (expected YYYY-MM-DD): ${quote(date)}`)
  return Date.parse(`${date}T00:00:00.000Z`) / DAY_MS
}

/** Refuses (RangeError) days outside the years 0000 to 9999, which four digits cannot write. */
export function dateOfDay(day: number): LocalDate {
  return fromMs(day * DAY_MS).slice(0, 10)
}

export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !PATTERN.test(value)) return false
  const ms = Date.parse(`${value}T00:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value)
}

/** ISO weekday of a day number: 1 Monday to 7 Sunday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Month and day as one ordered number, e.g. 229 for 29 February. */
export function monthDayOfDay(day: number): number {
  const date = new Date(day * DAY_MS)
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}
