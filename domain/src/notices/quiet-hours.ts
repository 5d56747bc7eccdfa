import { fromMs, toMs, type Instant } from '../calendar/instant.ts'
import { DAY_MS } from '../calendar/local-date.ts'
import { timeZoneNamed } from '../calendar/time-zone.ts'

/** Times of day such as `22:00` to `07:30`; they may run over midnight. */
export interface QuietHours { from: string; to: string }

/** Until when nothing is to be sent; null when the moment is not a quiet one. */
export function quietUntil(at: Instant, timeZone: string, quiet: QuietHours): Instant | null {
  const zone = timeZoneNamed(timeZone)
  const wall = toMs(at) + zone.offsetAt(toMs(at))
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS
  const [from, to] = [clockMs(quiet.from), clockMs(quiet.to)]
  const now = wall - midnight
  const isQuiet = from < to ? now >= from && now < to : now >= from || now < to
  if (!isQuiet) return null
  return fromMs(zone.momentOf(midnight + to + (now < to ? 0 : DAY_MS)))
}

function clockMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
