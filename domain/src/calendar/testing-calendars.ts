import * as fc from 'fast-check'
import type { Calendar, Limit, Session } from './calendar.ts'
import type { Instant } from './instant.ts'

/** A bureau with a lunch break and a few holidays of 2026; the holiday notices are known for that year alone. */
export const bureau: Calendar = {
  timeZone: 'Asia/Shanghai', kind: 'sessions', weekdays: [1, 2, 3, 4, 5],
  sessions: [{ from: '08:30', to: '12:00' }, { from: '14:00', to: '17:30' }],
  seasons: [], overrides: [],
  rest: ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23', '2026-04-06',
    '2026-05-01', '2026-05-04', '2026-05-05', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  knownFrom: '2026-01-01', knownThrough: '2026-12-31',
}

export const ward: Calendar = { ...bureau, kind: 'aroundTheClock' }

/** The instant at which clocks in China show this, e.g. beijing('2026-03-02 10:00'). */
export function beijing(text: string): Instant {
  return new Date(`${text.replace(' ', 'T')}:00.000+08:00`).toISOString()
}

const time = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const sessions = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }).map((minutes) => {
  const ordered = minutes.toSorted((a, b) => a - b)
  return Array.from({ length: Math.floor(ordered.length / 2) }, (_, n) => ({ from: time(ordered[n * 2] ?? 0), to: time(ordered[n * 2 + 1] ?? 0) }))
})

const date = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
const monthDay = date.map((day) => day.slice(5))

/** With a minute of work a week, a limit in hours lies beyond the fifty years that the engine reckons, and is refused. */
const LEAST_A_WEEK = 30

const clockMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const minutesOf = (day: Session[]): number => day.reduce((sum, session) => sum + clockMinutes(session.to) - clockMinutes(session.from), 0)

/** Any working calendar: odd sessions, seasons that wrap, closures, make-up days, zones with and without clock changes. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Havana', 'UTC'),
  kind: fc.constantFrom<Calendar['kind']>('sessions', 'sessions', 'sessions', 'aroundTheClock'),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  sessions,
  seasons: fc.array(fc.record({ from: monthDay, to: monthDay, sessions }), { maxLength: 2 }),
  rest: fc.uniqueArray(date, { maxLength: 20 }),
  work: fc.uniqueArray(date, { maxLength: 20 }),
  overrides: fc.array(fc.record({ date, sessions: fc.oneof(fc.constant<Session[]>([]), sessions) }), { maxLength: 10 }),
  knownFrom: fc.constant('2026-01-01'), knownThrough: fc.constant('2026-12-31'),
}).filter((calendar) => [calendar.sessions, ...calendar.seasons.map((season) => season.sessions)].every((day) => minutesOf(day) * calendar.weekdays.length >= LEAST_A_WEEK))

export const anyInstant: fc.Arbitrary<Instant> =
  fc.date({ min: new Date('2025-12-20T00:00:00.000Z'), max: new Date('2027-01-10T00:00:00.000Z'), noInvalidDate: true }).map((moment) => moment.toISOString())

const anyDayEnd = fc.constantFrom<Limit['dayEnd']>('business', 'midnight', undefined)

export const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 0, max: 40 }), unit: fc.constantFrom<Limit['unit']>('workingDays', 'naturalDays'), dayEnd: anyDayEnd }),
  fc.record({ amount: fc.integer({ min: 0, max: 100 }), unit: fc.constantFrom<Limit['unit']>('workingHours', 'naturalHours') }),
  fc.record({ amount: fc.integer({ min: 0, max: 6000 }), unit: fc.constantFrom<Limit['unit']>('workingMinutes', 'naturalMinutes') }),
)
