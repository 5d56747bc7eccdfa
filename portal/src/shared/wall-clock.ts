/** A moment as the wall clock of the institution shows it; `weekday` counts from Sunday = 0. */
export interface WallClock { year: number; month: number; day: number; weekday: number; hour: number; minute: number }

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short', hour: 'numeric', minute: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

/** Never the browser's own zone: somebody abroad asks about opening hours here. */
export function wallClock(at: string | Date, timeZone: string): WallClock {
  const parts = new Map(formatFor(timeZone).formatToParts(new Date(at)).map((part) => [part.type, part.value]))
  const number = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name))
  return {
    year: number('year'), month: number('month'), day: number('day'), weekday: weekdays.indexOf(parts.get('weekday') ?? ''),
    hour: number('hour'), minute: number('minute'),
  }
}

/** A due time at midnight belongs to the day that ends there: it reads 24:00, not 0:00 of a day people would take for one more. */
export function dueClock(at: string, timeZone: string): WallClock {
  const shown = wallClock(at, timeZone)
  if (shown.hour !== 0 || shown.minute !== 0) return shown
  return { ...wallClock(new Date(Date.parse(at) - 60_000), timeZone), hour: 24, minute: 0 }
}

/** Whole minutes from one instant to another, never negative. */
export function minutesBetween(from: string, to: string | Date): number {
  return Math.max(0, Math.floor((new Date(to).getTime() - Date.parse(from)) / 60_000))
}
