import { isLocalDate, type LocalDate } from './local-date.ts'
import { quote } from './quote.ts'
import { timeZoneNamed } from './time-zone.ts'
import { isInSeason, minuteOfDay, monthDayNumber, type Calendar, type Season, type Session } from './timetable.ts'

/** Everything that is wrong with a calendar, each as "path: what and how to put it right"; empty when nothing is. */
export function checkCalendar(calendar: Calendar): string[] {
  return [
    ...checkFrame(calendar),
    ...checkSessions('sessions', calendar.sessions),
    ...checkSeasons(calendar.seasons),
    ...checkDays(calendar),
    ...checkOverrides(calendar),
    ...checkWorkingTime(calendar),
  ]
}

function checkFrame(calendar: Calendar): string[] {
  const problems: string[] = []
  if (fails(() => timeZoneNamed(calendar.timeZone))) problems.push(`timeZone: ${quote(calendar.timeZone)} is unknown; use an IANA name such as Asia/Shanghai`)
  if (calendar.kind !== 'sessions' && calendar.kind !== 'aroundTheClock') problems.push(`kind: ${quote(calendar.kind)} is neither sessions nor aroundTheClock`)
  calendar.weekdays.forEach((weekday, index) => {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) problems.push(`weekdays[${index}]: ${quote(weekday)} is not a weekday; 1 is Monday, 7 is Sunday`)
    else if (calendar.weekdays.indexOf(weekday) < index) problems.push(`weekdays[${index}]: ${weekday} is listed twice`)
  })
  const ends = [...checkDate('knownFrom', calendar.knownFrom), ...checkDate('knownThrough', calendar.knownThrough)]
  if (ends.length === 0 && calendar.knownFrom > calendar.knownThrough) ends.push('knownThrough: lies before knownFrom; name the first and last day the holiday notices cover')
  return [...problems, ...ends]
}

function checkSessions(path: string, sessions: readonly Session[]): string[] {
  const problems: string[] = []
  const placed: { at: string; from: number; to: number }[] = []
  sessions.forEach((session, index) => {
    const at = `${path}[${index}]`
    const wrong = (['from', 'to'] as const).filter((end) => fails(() => minuteOfDay(session[end])))
    problems.push(...wrong.map((end) => `${at}.${end}: ${quote(session[end])} is not a time; write HH:MM, at most 24:00`))
    if (wrong.length > 0) return
    const [from, to] = [minuteOfDay(session.from), minuteOfDay(session.to)]
    if (from >= to) {
      problems.push(`${at}: ends at ${session.to}, not after its start at ${session.from}; split a night shift at 24:00`)
      return
    }
    const other = placed.find((earlier) => from < earlier.to && earlier.from < to)
    if (other) problems.push(`${at}: overlaps ${other.at}; let one end before the other starts`)
    placed.push({ at, from, to })
  })
  return problems
}

function checkSeasons(seasons: readonly Season[]): string[] {
  const problems: string[] = []
  const taken: { at: string; from: number; to: number }[] = []
  seasons.forEach((season, index) => {
    const at = `seasons[${index}]`
    const wrong = (['from', 'to'] as const).filter((end) => fails(() => monthDayNumber(season[end])))
    problems.push(...wrong.map((end) => `${at}.${end}: ${quote(season[end])} is not a day of the year; write MM-DD`))
    problems.push(...checkSessions(`${at}.sessions`, season.sessions))
    if (wrong.length > 0) return
    const days = { from: monthDayNumber(season.from), to: monthDayNumber(season.to) }
    const other = taken.find((earlier) => isInSeason(days.from, earlier) || isInSeason(earlier.from, days))
    if (other) problems.push(`${at}: shares days with ${other.at}; let every day of the year belong to one season at most`)
    taken.push({ at, ...days })
  })
  return problems
}

function checkDays(calendar: Calendar): string[] {
  const rest = new Set(calendar.rest)
  const both = [...new Set(calendar.work)].filter((date) => rest.has(date))
  return [
    ...checkDates('rest', calendar.rest),
    ...checkDates('work', calendar.work),
    ...both.map((date) => `work: ${quote(date)} is listed as a rest day too; keep it in one of the two lists`),
  ]
}

function checkOverrides(calendar: Calendar): string[] {
  const dates = checkDates('overrides', calendar.overrides.map((override) => override.date), '.date')
  return [...dates, ...calendar.overrides.flatMap((override, index) => checkSessions(`overrides[${index}].sessions`, override.sessions))]
}

function checkDates(path: string, dates: readonly LocalDate[], field = ''): string[] {
  const seen = new Set<LocalDate>()
  return dates.flatMap((date, index) => {
    const at = `${path}[${index}]${field}`
    const problems = checkDate(at, date)
    if (seen.has(date)) problems.push(`${at}: ${quote(date)} is listed twice`)
    seen.add(date)
    return problems
  })
}

function checkDate(at: string, date: LocalDate): string[] {
  return isLocalDate(date) ? [] : [`${at}: ${quote(date)} is not a date; write YYYY-MM-DD`]
}

/** Single days in `work` or `overrides` run out one day; only weekdays with sessions keep every limit computable. */
function checkWorkingTime(calendar: Calendar): string[] {
  if (calendar.kind === 'aroundTheClock') return []
  const regular = calendar.sessions.length > 0 || calendar.seasons.some((season) => season.sessions.length > 0)
  if (calendar.weekdays.length > 0 && regular) return []
  return ['sessions: the calendar has no regular working time; name at least one weekday and one session']
}

function fails(read: () => unknown): boolean {
  try {
    read()
    return false
  } catch {
    return true
  }
}
