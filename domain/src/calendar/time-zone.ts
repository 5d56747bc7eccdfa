import { DAY_MS } from './local-date.ts'

/** Wall-clock arithmetic of one IANA time zone. A "wall" number is the local date and time read as if it were UTC, in ms. */
export interface TimeZone {
  /** Local time minus UTC at a moment, in ms. */
  offsetAt(ms: number): number
  /**
   * The first moment at which the local clock shows `wall` or later. A wall time skipped in spring therefore gives the
   * moment of the change, one that happens twice in autumn its first passing; later walls never give earlier moments.
   */
  momentOf(wall: number): number
}

// Zones change their offset by whole-year rules; the closest changes in use (around Ramadan) lie four weeks apart,
// so between two probes eight days apart there is at most one.
const PROBE_MS = 8 * DAY_MS
const PROBES_KEPT = 20_000
// Beyond every offset ever used, local mean times before 1900 included.
const WIDEST_OFFSET_MS = 16 * 3_600_000

const zones = new Map<string, TimeZone>()

/** Refuses (RangeError) a name the runtime's time-zone data does not know. */
export function timeZoneNamed(name: string): TimeZone {
  const known = zones.get(name)
  if (known) return known
  const zone = buildZone(offsetReader(name))
  zones.set(name, zone)
  return zone
}

function offsetReader(name: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  return (ms) => {
    const text = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? ''
    const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text)
    if (!match) throw new RangeError(`time zone ${name} has no readable offset: ${text}`)
    const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0)
    return (match[1] === '-' ? -seconds : seconds) * 1000
  }
}

function buildZone(readOffset: (ms: number) => number): TimeZone {
  const probes = new Map<number, number>()
  const changes = new Map<number, number>()

  function probe(index: number): number {
    const known = probes.get(index)
    if (known !== undefined) return known
    if (probes.size >= PROBES_KEPT) probes.clear()
    const offset = readOffset(index * PROBE_MS)
    probes.set(index, offset)
    return offset
  }

  function changeAfterProbe(index: number): number {
    const known = changes.get(index)
    if (known !== undefined) return known
    if (changes.size >= PROBES_KEPT) changes.clear()
    const before = probe(index)
    const change = firstMoment(index * PROBE_MS, (index + 1) * PROBE_MS, (ms) => readOffset(ms) !== before)
    changes.set(index, change)
    return change
  }

  function offsetAt(ms: number): number {
    const index = Math.floor(ms / PROBE_MS)
    const before = probe(index)
    const after = probe(index + 1)
    return before === after || ms < changeAfterProbe(index) ? before : after
  }

  function momentOf(wall: number): number {
    const early = wall - WIDEST_OFFSET_MS
    const late = wall + WIDEST_OFFSET_MS
    const before = offsetAt(early)
    const after = offsetAt(late)
    if (before === after) return wall - before
    const change = firstMoment(early, late, (ms) => offsetAt(ms) !== before)
    return wall - before < change ? wall - before : Math.max(change, wall - after)
  }

  return { offsetAt, momentOf }
}

/** Bisection: the first whole millisecond in (from, to] for which `holds` is true; it is false at `from`, true at `to`. */
function firstMoment(from: number, to: number, holds: (ms: number) => boolean): number {
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
