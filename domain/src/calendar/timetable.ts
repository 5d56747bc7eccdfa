import { DAY_MS, dateOfDay, dayNumber, monthDayOfDay, weekdayOfDay, type LocalDate } from './local-date.ts'
import { quote } from './quote.ts'
import { timeZoneNamed, type TimeZone } from './time-zone.ts'

/** Local times 'HH:MM' with from < to; `to` may be '24:00'. A night shift is written as two sessions, split at 24:00. */
export interface Session { from: string; to: string }

/** A summer or winter timetable. 'MM-DD', both ends included; with from later than to it runs over New Year. The first that fits a day wins. */
export interface Season { from: string; to: string; sessions: Session[] }

/** What an organisation decided for one day (local holiday, extra work day, half-day closure). No sessions = rest day. */
export interface DayOverride { date: LocalDate; sessions: Session[]; note?: string }

/**
 * When an organisation works. For one day the first of these that speaks decides: override, `work`, `rest`, `weekdays`.
 * Never change a calendar object once it has been used: what was worked out from it is kept with the object.
 */
export interface Calendar {
  /** IANA name, e.g. 'Asia/Shanghai'. */
  timeZone: string
  /** 'aroundTheClock': every minute of every day works; everything below but the time zone is then without effect. */
  kind: 'sessions' | 'aroundTheClock'
  /** ISO weekdays (1 Monday … 7 Sunday) that work, usually [1, 2, 3, 4, 5]. */
  weekdays: number[]
  sessions: Session[]
  seasons: Season[]
  /** Statutory holidays. */
  rest: LocalDate[]
  /** Make-up work days (调休上班). */
  work: LocalDate[]
  overrides: DayOverride[]
  /** The first and last day that the published holiday notices cover; what rests on other days is marked 推算. */
  knownFrom: LocalDate
  knownThrough: LocalDate
}

/** A stretch of working time in ms since 1970, from < to. */
export interface Span { from: number; to: number }

/** A calendar made ready for reckoning. Days are numbers since 1970-01-01. */
export interface Timetable {
  zone: TimeZone
  aroundTheClock: boolean
  hasWorkingTime: boolean
  isKnown(day: number): boolean
  /** Working time of a local day in order, without overlaps; empty on a rest day and on a day the zone skipped. */
  spansOn(day: number): readonly Span[]
  /** The local day a moment falls in. Days follow one another without overlap, even where the clock is put back over midnight. */
  dayOf(ms: number): number
  startOf(day: number): number
}

interface Minutes { from: number; to: number }

const SPANS_KEPT = 20_000
const timetables = new WeakMap<Calendar, Timetable>()

/** Refuses (RangeError) times and zones that cannot be read; `checkCalendar` names every fault beforehand. */
export function timetableOf(calendar: Calendar): Timetable {
  const known = timetables.get(calendar)
  if (known) return known
  const timetable = buildTimetable(calendar)
  timetables.set(calendar, timetable)
  return timetable
}

function buildTimetable(calendar: Calendar): Timetable {
  const zone = timeZoneNamed(calendar.timeZone)
  const aroundTheClock = calendar.kind === 'aroundTheClock'
  const minutesOn = aroundTheClock ? () => WHOLE_DAY : dayReader(calendar)
  const knownFrom = dayNumber(calendar.knownFrom)
  const knownThrough = dayNumber(calendar.knownThrough)
  const kept = new Map<number, readonly Span[]>()

  const startOf = (day: number): number => zone.momentOf(day * DAY_MS)

  function spansOn(day: number): readonly Span[] {
    const known = kept.get(day)
    if (known) return known
    if (kept.size >= SPANS_KEPT) kept.clear()
    const wall = (minute: number): number => zone.momentOf(day * DAY_MS + minute * 60_000)
    const spans = minutesOn(day).map(({ from, to }) => ({ from: wall(from), to: wall(to) })).filter((span) => span.from < span.to)
    kept.set(day, spans)
    return spans
  }

  function dayOf(ms: number): number {
    const shown = Math.floor((ms + zone.offsetAt(ms)) / DAY_MS)
    return ms < startOf(shown + 1) ? shown : shown + 1
  }

  return {
    zone, aroundTheClock, startOf, spansOn, dayOf,
    hasWorkingTime: aroundTheClock || hasWorkingTime(calendar),
    isKnown: (day) => day >= knownFrom && day <= knownThrough,
  }
}

const WHOLE_DAY: readonly Minutes[] = [{ from: 0, to: 1440 }]
const NO_TIME: readonly Minutes[] = []

function dayReader(calendar: Calendar): (day: number) => readonly Minutes[] {
  const weekdays = new Set(calendar.weekdays)
  const rest = new Set(calendar.rest)
  const work = new Set(calendar.work)
  const overrides = new Map(calendar.overrides.map((override) => [override.date, minutesOf(override.sessions)]))
  const usual = minutesOf(calendar.sessions)
  const seasons = calendar.seasons.map((season) => ({
    from: monthDayNumber(season.from), to: monthDayNumber(season.to), minutes: minutesOf(season.sessions),
  }))

  function timesOn(day: number): readonly Minutes[] {
    if (seasons.length === 0) return usual
    const on = monthDayOfDay(day)
    const season = seasons.find((candidate) => isInSeason(on, candidate))
    return season ? season.minutes : usual
  }

  return (day) => {
    const date = dateOfDay(day)
    const override = overrides.get(date)
    if (override) return override
    const works = work.has(date) || (!rest.has(date) && weekdays.has(weekdayOfDay(day)))
    return works ? timesOn(day) : NO_TIME
  }
}

/** All three are month-day numbers; the season includes both its ends and wraps when from is later than to. */
export function isInSeason(on: number, season: { from: number; to: number }): boolean {
  const { from, to } = season
  return from <= to ? on >= from && on <= to : on >= from || on <= to
}

/** In order; where sessions overlap, the later one starts when the earlier one ends, so that no minute counts twice. */
function minutesOf(sessions: readonly Session[]): readonly Minutes[] {
  const sorted = sessions.map((session) => ({ from: minuteOfDay(session.from), to: minuteOfDay(session.to) }))
    .toSorted((a, b) => a.from - b.from)
  let busyUntil = 0
  const minutes: Minutes[] = []
  for (const { from, to } of sorted) {
    const start = Math.max(from, busyUntil)
    if (start >= to) continue
    minutes.push({ from: start, to })
    busyUntil = to
  }
  return minutes
}

function hasWorkingTime(calendar: Calendar): boolean {
  const regular = [calendar.sessions, ...calendar.seasons.map((season) => season.sessions)]
  const works = calendar.weekdays.length > 0 || calendar.work.length > 0
  const someTime = (sessions: readonly Session[]): boolean => minutesOf(sessions).length > 0
  return (works && regular.some(someTime)) || calendar.overrides.some((override) => someTime(override.sessions))
}

/** Minutes since local midnight of 'HH:MM', 0 to 1440. Refuses (RangeError) anything else. */
export function minuteOfDay(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (match) return Number(match[1]) * 60 + Number(match[2])
  if (time === '24:00') return 1440
  throw new RangeError(`not a time of day (expected HH:MM, at most 24:00): ${quote(time)}`)
}

/** 'MM-DD' as one ordered number, e.g. 229 for 29 February, which is allowed. Refuses (RangeError) anything else. */
export function monthDayNumber(monthDay: string): number {
  // 2024 is a leap year, so every month-day that ever exists exists in it.
  return monthDayOfDay(dayNumber(`2024-${monthDay}`))
}
