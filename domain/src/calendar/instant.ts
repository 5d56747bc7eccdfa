import { quote } from './quote.ts'

/**
 * A moment as ISO-8601 text in UTC with exactly three decimals, e.g. `2026-03-02T01:00:00.000Z`.
 * One spelling only, years 0000 to 9999, so that two instants compare as text exactly as they do in time.
 */
export type Instant = string

const EARLIEST_MS = Date.parse('0000-01-01T00:00:00.000Z')
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z')

/** Milliseconds since 1970-01-01T00:00Z. Refuses (RangeError) every other spelling and dates that do not exist. */
export function toMs(instant: Instant): number {
  const ms = parse(instant)
  if (ms === undefined) throw new RangeError(`not an instant (expected 2026-03-02T01:00:00.000Z): ${quote(instant)}`)
  return ms
}

/** Refuses (RangeError) anything but a whole number of milliseconds within the years 0000 to 9999. */
export function fromMs(ms: number): Instant {
  if (!Number.isInteger(ms) || ms < EARLIEST_MS || ms > LATEST_MS) throw new RangeError(`not a moment between the years 0000 and 9999: ${ms} ms`)
  return new Date(ms).toISOString()
}

export function isInstant(value: unknown): value is Instant {
  return parse(value) !== undefined
}

/** The one spelling, on a day that every month has. */
const SURE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

function parse(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length !== 24) return undefined
  const ms = Date.parse(value)
  if (SURE.test(value)) return ms
  if (Number.isNaN(ms)) return undefined
  // The parser takes other spellings (offsets, local time) and may roll 30 February over; only the round trip tells.
  return new Date(ms).toISOString() === value ? ms : undefined
}

export function laterBy(at: Instant, minutes: number): Instant {
  return fromMs(toMs(at) + minutes * 60_000)
}
