import { z } from 'zod'
import { checkCalendar, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { nationalDays } from '../calendar/holidays.ts'

/** What `calendar` in a policy may name: the institution's own working time, or every hour of every day beside it. */
export const CALENDAR_NAMES = ['institution', 'aroundTheClock'] as const

const Day = z.iso.date()
const Session = z.strictObject({ from: z.string(), to: z.string() })

/**
 * When an institution works, as it is published. The statutory days are not written out but taken from the notices this
 * release knows (`holidays: national`), so that an upgrade brings next year's days; `notices` adds, by hand, the days of
 * a year whose notice came out later, and replaces what is known of that year. The time zone is the institution's.
 */
const parts = {
  kind: z.enum(['sessions', 'aroundTheClock']),
  weekdays: z.array(z.int()),
  sessions: z.array(Session),
  seasons: z.array(z.strictObject({ from: z.string(), to: z.string(), sessions: z.array(Session) })),
  holidays: z.enum(['national', 'none']),
  notices: z.array(z.strictObject({ year: z.int().min(2000).max(2199), rest: z.array(Day), work: z.array(Day) })),
  overrides: z.array(z.strictObject({ date: Day, sessions: z.array(Session), note: z.string().optional() })),
}
export const CalendarDefinition = z.strictObject({ ...parts, seasons: parts.seasons.default([]), notices: parts.notices.default([]), overrides: parts.overrides.default([]) })
export type CalendarDefinition = z.infer<typeof CalendarDefinition>

/** What a unit below the root says of its own working time; the rest is inherited. */
export const CalendarOverlay = z.strictObject(parts).partial()
export type CalendarOverlay = z.infer<typeof CalendarOverlay>

/** What the unit says replaces what it inherits, but single days and single years stand beside those inherited. */
export function inheritCalendar(parent: CalendarDefinition, own: CalendarOverlay): CalendarDefinition {
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as Partial<CalendarDefinition>
  const [days, years] = [own.overrides ?? [], own.notices ?? []]
  return {
    ...parent, ...said,
    overrides: [...parent.overrides.filter(({ date }) => !days.some((day) => day.date === date)), ...days],
    notices: [...parent.notices.filter(({ year }) => !years.some((one) => one.year === year)), ...years],
  }
}

type Statutory = Pick<Calendar, 'rest' | 'work' | 'knownFrom' | 'knownThrough'>

/** The calendar that limits are reckoned with. Call once per definition and keep the object: what is reckoned is kept with it. */
export function calendarFrom(definition: CalendarDefinition, timeZone: string): Calendar {
  const { kind, weekdays, sessions, seasons, overrides } = definition
  return { timeZone, kind, weekdays, sessions, seasons, overrides, ...statutoryDays(definition) }
}

/** Everything wrong with a definition beyond its shape, as "path: what and how to put it right". */
export function checkDefinition(definition: CalendarDefinition, timeZone: string): string[] {
  return checkCalendar(calendarFrom(definition, timeZone))
}

function statutoryDays(definition: CalendarDefinition): Statutory {
  // An organisation that keeps no statutory holidays waits for no notice: nothing it reckons is an estimate.
  if (definition.holidays === 'none') return { rest: [], work: [], knownFrom: '2000-01-01', knownThrough: '2199-12-31' }
  return definition.notices.toSorted((a, b) => a.year - b.year).reduce<Statutory>(withNotice, nationalDays())
}

function withNotice(known: Statutory, notice: CalendarDefinition['notices'][number]): Statutory {
  const year = String(notice.year)
  const kept = (dates: string[]): string[] => dates.filter((date) => !date.startsWith(year))
  const merged = (dates: string[], added: string[]): string[] => [...new Set([...kept(dates), ...added])].toSorted()
  const follows = Number(known.knownThrough.slice(0, 4)) + 1 === notice.year
  return {
    rest: merged(known.rest, notice.rest), work: merged(known.work, notice.work), knownFrom: known.knownFrom,
    // A year after a gap stays an estimate: the days between are not known.
    knownThrough: follows ? `${year}-12-31` : known.knownThrough,
  }
}
