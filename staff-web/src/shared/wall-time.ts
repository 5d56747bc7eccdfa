/** What a clock on the wall of the institution shows. Months from 1. */
export interface WallTime { year: number; month: number; day: number; hour: number; minute: number }

const readers = new Map<string, Intl.DateTimeFormat>()

/** The wall time of an instant in a time zone; the browser's own zone never matters. */
export function wallTime(at: string | number, timeZone: string): WallTime {
  let reader = readers.get(timeZone)
  if (!reader) {
    reader = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' })
    readers.set(timeZone, reader)
  }
  const parts = Object.fromEntries(reader.formatToParts(new Date(at)).map((part) => [part.type, Number(part.value)]))
  return { year: parts['year']!, month: parts['month']!, day: parts['day']!, hour: parts['hour']!, minute: parts['minute']! }
}

/** Days since 1970 of a wall time's date: for counting calendar days, not for showing. */
export function dayNumber(wall: WallTime): number {
  return Math.round(Date.UTC(wall.year, wall.month - 1, wall.day) / 86_400_000)
}

/** `2026-03-17T17:30` in the zone → the instant as ISO 8601 with the zone's offset; null when the text is no wall time. */
export function instantFromWall(text: string, timeZone: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(text)
  if (!match) return null
  const asUtc = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), Number(match[4]), Number(match[5]))
  // Two rounds settle the offset also next to a change of clocks.
  let instant = asUtc - offsetAt(asUtc, timeZone)
  instant = asUtc - offsetAt(instant, timeZone)
  const minutes = Math.round((asUtc - instant) / 60_000)
  const size = Math.abs(minutes)
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
  return `${text}:00${offset}`
}

/** The form `instantFromWall` reads, for fields that show an instant to be changed. */
export function wallText(at: string | number, timeZone: string): string {
  const wall = wallTime(at, timeZone)
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}

function offsetAt(instant: number, timeZone: string): number {
  const wall = wallTime(instant, timeZone)
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - Math.floor(instant / 60_000) * 60_000
}
