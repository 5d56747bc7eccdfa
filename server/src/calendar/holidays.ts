// A CommonJS package whose names Node cannot see: only the default import works there.
import chineseDays from 'chinese-days'
import type { Calendar, LocalDate } from '@daodi/domain/calendar/calendar.ts'

/** The statutory layer of a calendar: rest days and make-up work days (调休上班) of the State Council's yearly notices. */
export interface NationalDays { rest: LocalDate[]; work: LocalDate[]; knownFrom: LocalDate; knownThrough: LocalDate }

const FIRST_YEAR = 2024
const OFFICE_SESSIONS = [{ from: '08:30', to: '12:00' }, { from: '14:00', to: '17:30' }]

/**
 * Holidays from `firstYear` up to the last year whose notice the library holds. `rest` lists the days off that a notice
 * names, those on weekends too, so that they also hold for an organisation with a six-day week; ordinary weekends are not
 * in it. Refuses (RangeError) a first year whose notice the library does not hold.
 */
export function nationalDays(firstYear = FIRST_YEAR): NationalDays {
  if (!isPublished(firstYear)) throw new RangeError(`no holiday notice is known for ${firstYear}`)
  let lastYear = firstYear
  while (isPublished(lastYear + 1)) lastYear++
  const knownFrom = `${firstYear}-01-01`
  const knownThrough = `${lastYear}-12-31`
  const rest = chineseDays.getHolidaysInRange(knownFrom, knownThrough, false)
  const work = chineseDays.getWorkdaysInRange(knownFrom, knownThrough, true).filter(isWeekend)
  return { rest, work, knownFrom, knownThrough }
}

/** A county bureau's calendar: Monday to Friday, 08:30–12:00 and 14:00–17:30, statutory holidays; `changes` replace whole fields. */
export function standardCalendar(changes: Partial<Calendar> = {}): Calendar {
  return {
    timeZone: 'Asia/Shanghai', kind: 'sessions', weekdays: [1, 2, 3, 4, 5], sessions: OFFICE_SESSIONS.map((session) => ({ ...session })),
    seasons: [], overrides: [], ...nationalDays(), ...changes,
  }
}

/**
 * The library answers for years it has no notice of as if they had no holidays. National Day is in every notice and never
 * falls to a neighbouring year's, so a year is known exactly when 1 October is marked by name.
 * Days go in as text: given Date objects, the library answers by the process's own time zone.
 */
function isPublished(year: number): boolean {
  const nationalDay = `${String(year).padStart(4, '0')}-10-01`
  return chineseDays.getHolidaysInRange(nationalDay, nationalDay, false).length === 1
}

function isWeekend(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
