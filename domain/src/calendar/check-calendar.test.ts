import { describe, expect, it } from 'vitest'
import { checkCalendar, type Calendar } from './calendar.ts'
import { bureau, ward } from './testing-calendars.ts'

describe('checkCalendar', () => {
  it('finds nothing wrong with sound calendars', () => {
    expect(checkCalendar(bureau)).toEqual([])
    expect(checkCalendar({ ...ward, weekdays: [], sessions: [] })).toEqual([])
    expect(checkCalendar({ ...bureau, sessions: [{ from: '00:00', to: '12:00' }, { from: '12:00', to: '24:00' }] })).toEqual([])
    expect(checkCalendar({ ...bureau, seasons: [{ from: '11-01', to: '02-29', sessions: bureau.sessions }, { from: '03-01', to: '10-31', sessions: bureau.sessions }], sessions: [] })).toEqual([])
  })

  it.each<[string, Partial<Calendar>, string]>([
    ['an unknown zone', { timeZone: 'Asia/Beijing2' }, 'timeZone: "Asia/Beijing2" is unknown; use an IANA name such as Asia/Shanghai'],
    ['an unknown kind', { kind: 'always' as Calendar['kind'] }, 'kind: "always" is neither sessions nor aroundTheClock'],
    ['weekday 0', { weekdays: [0, 1] }, 'weekdays[0]: 0 is not a weekday; 1 is Monday, 7 is Sunday'],
    ['a weekday twice', { weekdays: [1, 2, 1] }, 'weekdays[2]: 1 is listed twice'],
    ['a bad time', { sessions: [{ from: '8:30', to: '12:00' }] }, 'sessions[0].from: "8:30" is not a time; write HH:MM, at most 24:00'],
    ['a time after 24:00', { sessions: [{ from: '08:30', to: '24:01' }] }, 'sessions[0].to: "24:01" is not a time; write HH:MM, at most 24:00'],
    ['a night shift', { sessions: [{ from: '22:00', to: '06:00' }] }, 'sessions[0]: ends at 06:00, not after its start at 22:00; split a night shift at 24:00'],
    ['overlapping sessions', { sessions: [{ from: '13:00', to: '17:00' }, { from: '08:00', to: '13:01' }] }, 'sessions[1]: overlaps sessions[0]; let one end before the other starts'],
    ['a bad season', { seasons: [{ from: '02-30', to: '05-01', sessions: [] }] }, 'seasons[0].from: "02-30" is not a day of the year; write MM-DD'],
    ['sessions of a season', { seasons: [{ from: '05-01', to: '05-31', sessions: [{ from: 'x', to: '12:00' }] }] }, 'seasons[0].sessions[0].from: "x" is not a time; write HH:MM, at most 24:00'],
    ['seasons that share days', { seasons: [{ from: '10-01', to: '03-01', sessions: [] }, { from: '02-01', to: '06-01', sessions: [] }] }, 'seasons[1]: shares days with seasons[0]; let every day of the year belong to one season at most'],
    ['a bad rest day', { rest: ['2026-02-29'] }, 'rest[0]: "2026-02-29" is not a date; write YYYY-MM-DD'],
    ['a rest day twice', { rest: ['2026-05-01', '2026-05-01'] }, 'rest[1]: "2026-05-01" is listed twice'],
    ['a day that both rests and works', { work: ['2026-10-01'] }, 'work: "2026-10-01" is listed as a rest day too; keep it in one of the two lists'],
    ['two overrides of a day', { overrides: [{ date: '2026-05-06', sessions: [] }, { date: '2026-05-06', sessions: [] }] }, 'overrides[1].date: "2026-05-06" is listed twice'],
    ['sessions of an override', { overrides: [{ date: '2026-05-06', sessions: [{ from: '12:00', to: '08:00' }] }] }, 'overrides[0].sessions[0]: ends at 08:00, not after its start at 12:00; split a night shift at 24:00'],
    ['a known stretch the wrong way round', { knownFrom: '2027-01-01' }, 'knownThrough: lies before knownFrom; name the first and last day the holiday notices cover'],
    ['no weekday', { weekdays: [] }, 'sessions: the calendar has no regular working time; name at least one weekday and one session'],
    ['no session', { sessions: [] }, 'sessions: the calendar has no regular working time; name at least one weekday and one session'],
  ])('finds %s', (_, change, problem) => {
    expect(checkCalendar({ ...bureau, ...change })).toEqual([problem])
  })
})
