import { describe, expect, it } from 'vitest'
import { checkCalendar, dueAfter, localDate, workingDaysBetween } from '@daodi/domain/calendar/calendar.ts'
import { nationalDays, standardCalendar } from './holidays.ts'

const at = (date: string, time = '10:00'): string => new Date(`${date}T${time}:00.000+08:00`).toISOString()
const from2020 = standardCalendar(nationalDays(2020))

describe('national holidays', () => {
  it('come as dates, each once, and fit into a calendar without problems', () => {
    const days = nationalDays()
    expect(days.knownFrom).toBe('2024-01-01')
    expect(days.rest.concat(days.work).every((date) => /^20\d\d-\d\d-\d\d$/.test(date))).toBe(true)
    expect(days.rest.length).toBeGreaterThan(60)
    expect(checkCalendar(standardCalendar())).toEqual([])
  })

  it('match the 2026 notice day by day', () => {
    const { rest, work } = nationalDays(2026)
    const span = (from: string, count: number): string[] =>
      Array.from({ length: count }, (_, n) => new Date(Date.parse(`${from}T00:00:00.000Z`) + n * 86_400_000).toISOString().slice(0, 10))
    expect(rest.filter((date) => date < '2027')).toEqual([
      ...span('2026-01-01', 3), ...span('2026-02-15', 9), ...span('2026-04-04', 3), ...span('2026-05-01', 5),
      ...span('2026-06-19', 3), ...span('2026-09-25', 3), ...span('2026-10-01', 7),
    ])
    expect(work.filter((date) => date < '2027')).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  })

  it.each([[2020, 249], [2021, 250], [2022, 249], [2023, 249], [2024, 251], [2025, 248], [2026, 248]])('give %i its %i working days', (year, count) => {
    const calendar = standardCalendar(nationalDays(year))
    expect(workingDaysBetween(calendar, at(`${year - 1}-12-31`), at(`${year + 1}-01-01`, '00:00'))).toBe(count)
  })

  it('refuse a first year without a notice', () => {
    expect(() => nationalDays(1999)).toThrow(RangeError)
    expect(() => nationalDays(2200)).toThrow(/no holiday notice is known for 2200/)
  })

  it('mark everything after the last notice as estimated', () => {
    const { knownThrough } = nationalDays()
    expect(knownThrough >= '2026-12-31').toBe(true)
    expect(dueAfter(from2020, at(knownThrough), { amount: 1, unit: 'workingDays' }).estimated).toBe(true)
    expect(dueAfter(from2020, at(knownThrough), { amount: 1, unit: 'naturalDays' }).estimated).toBe(true)
    expect(dueAfter(from2020, at('2026-12-30'), { amount: 1, unit: 'workingDays' })).toEqual({ at: at('2026-12-31', '17:30'), estimated: false })
  })
})

describe('n-th working day after receipt', () => {
  const vectors: [received: string, n: number, due: string][] = [
    ['2026-11-20', 1, '2026-11-23'], ['2026-11-21', 1, '2026-11-23'], ['2026-09-30', 1, '2026-10-08'], ['2026-09-30', 5, '2026-10-13'],
    ['2026-09-18', 1, '2026-09-20'], ['2026-09-18', 5, '2026-09-24'], ['2026-02-13', 1, '2026-02-14'], ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-14', 5, '2026-02-28'], ['2026-02-12', 15, '2026-03-11'], ['2026-01-01', 3, '2026-01-06'], ['2025-12-31', 1, '2026-01-04'],
    ['2026-04-30', 5, '2026-05-11'], ['2026-05-08', 1, '2026-05-09'], ['2026-06-18', 1, '2026-06-22'], ['2025-09-26', 7, '2025-10-13'],
    ['2024-02-09', 1, '2024-02-18'], ['2024-12-31', 1, '2025-01-02'], ['2020-01-23', 5, '2020-02-07'], ['2025-01-27', 5, '2025-02-10'],
  ]
  it.each(vectors)('%s + %i = %s', (received, n, due) => {
    // 00:30 and 23:30 in China are other dates in UTC; neither may matter.
    for (const time of ['00:30', '10:00', '18:00', '23:30']) {
      const business = dueAfter(from2020, at(received, time), { amount: n, unit: 'workingDays' })
      expect(business).toEqual({ at: at(due, '17:30'), estimated: false })
      const midnight = dueAfter(from2020, at(received, time), { amount: n, unit: 'workingDays', dayEnd: 'midnight' })
      expect(Date.parse(midnight.at) - Date.parse(at(due, '00:00'))).toBe(86_400_000)
      expect(localDate(from2020, business.at)).toBe(due)
      expect(workingDaysBetween(from2020, at(received, time), business.at)).toBe(n)
      expect(workingDaysBetween(from2020, at(received, time), midnight.at)).toBe(n)
    }
  })

  it('hold for an organisation with a six-day week, whose holidays on Saturdays are rest days', () => {
    const sixDays = standardCalendar({ weekdays: [1, 2, 3, 4, 5, 6] })
    expect(localDate(sixDays, dueAfter(sixDays, at('2026-09-30'), { amount: 1, unit: 'workingDays' }).at)).toBe('2026-10-08')
    expect(localDate(sixDays, dueAfter(sixDays, at('2026-11-20'), { amount: 1, unit: 'workingDays' }).at)).toBe('2026-11-21')
  })
})
