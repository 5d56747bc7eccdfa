import { describe, expect, it } from 'vitest'
import {
  dueAfter, dueOn, endOfBusiness, endOfLocalDay, isWorkingAt, localDate, localParts, nextWorkingMoment, workingDaysBetween, workingMinutesBetween,
  type Calendar, type Limit,
} from './calendar.ts'
import { beijing, bureau, ward } from './testing-calendars.ts'

const due = (calendar: Calendar, since: string, amount: number, unit: Limit['unit']): string => dueAfter(calendar, beijing(since), { amount, unit }).at
const dueAtMidnight = (calendar: Calendar, since: string, amount: number, unit: Limit['unit']): string =>
  dueAfter(calendar, beijing(since), { amount, unit, dayEnd: 'midnight' }).at

describe('limits in working days', () => {
  it.each([
    ['a Friday', '2026-11-20 10:00', 1, '2026-11-23 17:30'],
    ['a Friday after closing time', '2026-11-20 22:00', 1, '2026-11-23 17:30'],
    ['a Saturday', '2026-11-21 10:00', 1, '2026-11-23 17:30'],
    ['a Friday before a make-up Sunday', '2026-09-18 10:00', 1, '2026-09-20 17:30'],
    ['the eve of National Day', '2026-09-30 10:00', 1, '2026-10-08 17:30'],
    ['the eve of National Day, over a make-up Saturday', '2026-09-30 10:00', 5, '2026-10-13 17:30'],
  ])('received on %s', (_, since, amount, expected) => {
    expect(due(bureau, since, amount, 'workingDays')).toBe(beijing(expected))
  })

  it('end at 24:00 where the policy says so', () => {
    expect(dueAtMidnight(bureau, '2026-11-20 10:00', 1, 'workingDays')).toBe(beijing('2026-11-24 00:00'))
    expect(dueAtMidnight(bureau, '2026-11-20 10:00', 3, 'naturalDays')).toBe(beijing('2026-11-24 00:00'))
  })

  it('of 0 end with the current working day, or the next once it has ended', () => {
    expect(due(bureau, '2026-11-20 10:00', 0, 'workingDays')).toBe(beijing('2026-11-20 17:30'))
    expect(due(bureau, '2026-11-20 17:30', 0, 'workingDays')).toBe(beijing('2026-11-23 17:30'))
    expect(dueAtMidnight(bureau, '2026-11-20 22:00', 0, 'workingDays')).toBe(beijing('2026-11-21 00:00'))
    expect(due(bureau, '2026-11-21 10:00', 0, 'naturalDays')).toBe(beijing('2026-11-23 17:30'))
  })

  it('count a half day whole and end with it', () => {
    const study = { ...bureau, overrides: [{ date: '2026-11-27', sessions: [{ from: '08:30', to: '12:00' }], note: '全员学习' }] }
    expect(due(study, '2026-11-26 10:00', 1, 'workingDays')).toBe(beijing('2026-11-27 12:00'))
    expect(due(study, '2026-11-26 10:00', 2, 'workingDays')).toBe(beijing('2026-11-30 17:30'))
    expect(workingDaysBetween(study, beijing('2026-11-26 10:00'), beijing('2026-11-30 09:00'))).toBe(2)
  })

  it('obey local rest days and extra work days before anything else', () => {
    const local = { ...bureau, overrides: [{ date: '2026-11-24', sessions: [] }, { date: '2026-11-28', sessions: [{ from: '09:00', to: '11:00' }] }] }
    expect(due(local, '2026-11-23 10:00', 1, 'workingDays')).toBe(beijing('2026-11-25 17:30'))
    expect(due(local, '2026-11-27 10:00', 1, 'workingDays')).toBe(beijing('2026-11-28 11:00'))
  })

  it('pass over 29 February', () => {
    const leap = { ...bureau, knownFrom: '2028-01-01', knownThrough: '2028-12-31' }
    expect(due(leap, '2028-02-28 10:00', 1, 'workingDays')).toBe(beijing('2028-02-29 17:30'))
    expect(due(leap, '2028-02-28 10:00', 2, 'naturalDays')).toBe(beijing('2028-03-01 17:30'))
  })
})

describe('limits in natural days', () => {
  it('count rest days, and move on from a last day of rest', () => {
    expect(due(bureau, '2026-11-16 10:00', 3, 'naturalDays')).toBe(beijing('2026-11-19 17:30'))
    expect(due(bureau, '2026-11-19 10:00', 2, 'naturalDays')).toBe(beijing('2026-11-23 17:30'))
    expect(due(bureau, '2026-09-28 10:00', 5, 'naturalDays')).toBe(beijing('2026-10-08 17:30'))
  })
})

describe('limits in hours and minutes', () => {
  it.each<[string, string, Limit, string]>([
    ['received in the lunch break, started after it', '2026-03-02 13:30', { amount: 4, unit: 'workingHours' }, '2026-03-03 09:00'],
    ['started at 14:00', '2026-03-02 14:00', { amount: 4, unit: 'workingHours' }, '2026-03-03 09:00'],
    ['running over the night', '2026-03-04 17:00', { amount: 4, unit: 'workingHours' }, '2026-03-05 12:00'],
    ['used up exactly at the end of a session', '2026-03-02 11:00', { amount: 1, unit: 'workingHours' }, '2026-03-02 12:00'],
    ['used up as a session ends, due when the next begins', '2026-03-02 14:00', { amount: 14, unit: 'workingHours', sessionEnd: 'next' }, '2026-03-04 14:00'],
    ['used up as the day ends, due the next morning', '2026-03-02 16:30', { amount: 60, unit: 'workingMinutes', sessionEnd: 'next' }, '2026-03-03 08:30'],
    ['used up inside a session, wherever sessions end', '2026-03-02 14:00', { amount: 2, unit: 'workingHours', sessionEnd: 'next' }, '2026-03-02 16:00'],
    ['begun at the end of a session', '2026-03-02 12:00', { amount: 1, unit: 'workingHours' }, '2026-03-02 15:00'],
    ['with half an hour', '2026-03-02 11:45', { amount: 0.5, unit: 'workingHours' }, '2026-03-02 14:15'],
    ['over the weekend', '2026-03-06 17:00', { amount: 45, unit: 'workingMinutes' }, '2026-03-09 08:45'],
    ['of elapsed time over the weekend', '2026-03-06 17:00', { amount: 24, unit: 'naturalHours' }, '2026-03-07 17:00'],
    ['of elapsed minutes', '2026-03-06 23:50', { amount: 20, unit: 'naturalMinutes' }, '2026-03-07 00:10'],
  ])('%s', (_, since, limit, expected) => {
    expect(dueAfter(bureau, beijing(since), limit)).toEqual({ at: beijing(expected), estimated: false })
  })

  it('run through 24:00 without a seam', () => {
    const late = { ...bureau, weekdays: [1, 2, 3, 4, 5, 6, 7], sessions: [{ from: '00:00', to: '02:00' }, { from: '20:00', to: '24:00' }] }
    expect(due(late, '2026-03-02 23:00', 2, 'workingHours')).toBe(beijing('2026-03-03 01:00'))
    expect(due(late, '2026-03-02 23:00', 1, 'workingHours')).toBe(beijing('2026-03-03 00:00'))
    expect(due(late, '2026-03-02 23:00', 1, 'workingDays')).toBe(beijing('2026-03-04 00:00'))
    expect(isWorkingAt(late, beijing('2026-03-03 00:00'))).toBe(true)
  })
})

describe('seasons', () => {
  const seasonal: Calendar = {
    ...bureau,
    seasons: [
      { from: '06-01', to: '09-30', sessions: [{ from: '08:30', to: '12:00' }, { from: '15:00', to: '18:00' }] },
      { from: '11-15', to: '02-29', sessions: [{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:00' }] },
    ],
  }
  it('change the timetable on their days, over New Year too', () => {
    expect(due(seasonal, '2026-05-28 10:00', 1, 'workingDays')).toBe(beijing('2026-05-29 17:30'))
    expect(due(seasonal, '2026-05-29 10:00', 1, 'workingDays')).toBe(beijing('2026-06-01 18:00'))
    expect(due(seasonal, '2026-12-30 10:00', 1, 'workingDays')).toBe(beijing('2026-12-31 17:00'))
    expect(due(seasonal, '2026-01-05 10:00', 1, 'workingDays')).toBe(beijing('2026-01-06 17:00'))
    expect(due(seasonal, '2026-02-26 10:00', 1, 'workingDays')).toBe(beijing('2026-02-27 17:00'))
    expect(due(seasonal, '2026-03-02 10:00', 0, 'workingDays')).toBe(beijing('2026-03-02 17:30'))
    expect(workingMinutesBetween(seasonal, beijing('2026-09-30 00:00'), beijing('2026-10-09 00:00'))).toBe(390 + 420)
  })
  it('apply to make-up days as well', () => {
    expect(due(seasonal, '2026-09-18 10:00', 1, 'workingDays')).toBe(beijing('2026-09-20 18:00'))
  })
})

describe('around the clock', () => {
  it('reckons days as 24 hours from the moment itself, holidays or not', () => {
    expect(due(ward, '2026-03-02 10:00', 48, 'workingHours')).toBe(beijing('2026-03-04 10:00'))
    expect(due(ward, '2026-03-02 10:00', 2, 'workingDays')).toBe(beijing('2026-03-04 10:00'))
    expect(dueAtMidnight(ward, '2026-09-30 10:00', 2, 'naturalDays')).toBe(beijing('2026-10-02 10:00'))
    expect(dueAfter(ward, beijing('2030-01-01 10:00'), { amount: 2, unit: 'workingDays' }).estimated).toBe(false)
    expect(workingDaysBetween(ward, beijing('2026-03-02 10:00'), beijing('2026-03-04 09:59'))).toBe(1)
    expect(workingMinutesBetween(ward, beijing('2026-10-01 00:00'), beijing('2026-10-02 00:00'))).toBe(1440)
    expect(isWorkingAt(ward, beijing('2026-10-01 03:00'))).toBe(true)
    expect(endOfBusiness(ward, '2026-10-01')).toBe(beijing('2026-10-02 00:00'))
  })
})

describe('estimated', () => {
  const flag = (since: string, amount: number, unit: Limit['unit']): boolean => dueAfter(bureau, beijing(since), { amount, unit }).estimated
  it('marks what rests on a day without a published notice, and nothing else', () => {
    expect(flag('2026-12-31 10:00', 1, 'workingDays')).toBe(true)
    expect(flag('2026-12-30 10:00', 1, 'workingDays')).toBe(false)
    expect(flag('2025-12-31 10:00', 1, 'workingDays')).toBe(false)
    expect(flag('2025-12-30 10:00', 1, 'workingDays')).toBe(true)
    expect(flag('2025-12-30 10:00', 9, 'naturalDays')).toBe(false)
    expect(flag('2026-12-30 10:00', 2, 'naturalDays')).toBe(true)
    expect(flag('2026-12-31 10:00', 4, 'workingHours')).toBe(false)
    expect(flag('2026-12-31 17:00', 1, 'workingHours')).toBe(true)
    expect(flag('2026-12-31 17:00', 48, 'naturalHours')).toBe(false)
    expect(flag('2026-12-31 10:00', 0, 'workingDays')).toBe(false)
  })
})

describe('a moment that somebody chose', () => {
  it.each([
    ['2026-12-31 17:30', false], ['2027-01-01 00:00', false], ['2027-01-01 00:01', true], ['2027-01-05 17:30', true], ['2026-01-01 00:01', false], ['2025-12-31 17:30', true],
  ])('%s: estimated %s, midnight being the end of a day', (at, estimated) => {
    expect(dueOn(bureau, beijing(at))).toEqual({ at: beijing(at), estimated })
  })
  it('is none where every day works', () => {
    expect(dueOn(ward, beijing('2027-01-05 17:30')).estimated).toBe(false)
  })
  it('is marked as the limit that ends there', () => {
    for (const days of [1, 3, 10]) {
      for (const dayEnd of ['business', 'midnight'] as const) {
        const due = dueAfter(bureau, beijing('2026-12-28 10:00'), { amount: days, unit: 'workingDays', dayEnd })
        expect(dueOn(bureau, due.at)).toEqual(due)
      }
    }
  })
})

describe('questions about a moment', () => {
  it('tell working time, the next of it, and the local date', () => {
    expect(isWorkingAt(bureau, beijing('2026-03-02 08:30'))).toBe(true)
    expect(isWorkingAt(bureau, beijing('2026-03-02 12:00'))).toBe(false)
    expect(isWorkingAt(bureau, beijing('2026-10-01 09:00'))).toBe(false)
    expect(nextWorkingMoment(bureau, beijing('2026-03-02 09:10'))).toBe(beijing('2026-03-02 09:10'))
    expect(nextWorkingMoment(bureau, beijing('2026-03-02 12:00'))).toBe(beijing('2026-03-02 14:00'))
    expect(nextWorkingMoment(bureau, beijing('2026-09-30 17:30'))).toBe(beijing('2026-10-08 08:30'))
    expect(localDate(bureau, '2026-03-01T16:00:00.000Z')).toBe('2026-03-02')
    expect(localParts(bureau, '2026-03-01T16:05:09.000Z')).toEqual({ date: '2026-03-02', year: 2026, month: 3, day: 2, weekday: 1, hour: 0, minute: 5, second: 9 })
  })
  it('tell when a day and its business end', () => {
    expect(endOfLocalDay(bureau, '2026-12-31')).toBe(beijing('2027-01-01 00:00'))
    expect(endOfBusiness(bureau, '2026-03-02')).toBe(beijing('2026-03-02 17:30'))
    expect(endOfBusiness(bureau, '2026-10-01')).toBe(beijing('2026-10-08 17:30'))
  })
  it('count from and to midnight as the day that ends there', () => {
    expect(workingDaysBetween(bureau, beijing('2026-03-02 10:00'), beijing('2026-03-04 00:00'))).toBe(1)
    expect(workingDaysBetween(bureau, beijing('2026-03-02 10:00'), beijing('2026-03-04 00:01'))).toBe(2)
    expect(workingDaysBetween(bureau, beijing('2026-03-02 10:00'), beijing('2026-03-02 10:00'))).toBe(0)
    expect(workingMinutesBetween(bureau, beijing('2026-03-03 10:00'), beijing('2026-03-02 10:00'))).toBe(0)
  })
})

describe('refusals', () => {
  const since = beijing('2026-03-02 10:00')
  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('an amount of %s', (amount) => {
    for (const unit of ['workingDays', 'naturalDays', 'workingHours', 'naturalMinutes'] as const) {
      expect(() => dueAfter(bureau, since, { amount, unit })).toThrow(RangeError)
    }
  })
  it('fractions of days, with the way out', () => {
    expect(() => dueAfter(bureau, since, { amount: 0.5, unit: 'workingDays' })).toThrow(/whole number.*state parts of a day in hours/)
    expect(() => dueAfter(ward, since, { amount: 1.5, unit: 'naturalDays' })).toThrow(RangeError)
  })
  it('a calendar without working time, and one that runs out of it', () => {
    const idle = { ...bureau, weekdays: [], work: [] }
    for (const unit of ['workingDays', 'naturalDays', 'workingHours'] as const) {
      expect(() => dueAfter(idle, since, { amount: 1, unit })).toThrow(/no working time/)
      expect(() => dueAfter({ ...bureau, weekdays: [] }, since, { amount: 300, unit })).toThrow(RangeError)
    }
    expect(() => endOfBusiness(idle, '2026-03-02')).toThrow(/no working time/)
    expect(isWorkingAt(idle, since)).toBe(false)
    expect(workingMinutesBetween(idle, since, beijing('2026-04-02 10:00'))).toBe(0)
  })
  it('what lies more than fifty years on', () => {
    expect(() => dueAfter(bureau, since, { amount: 1e15, unit: 'workingDays' })).toThrow(/fifty years/)
    expect(() => dueAfter(bureau, since, { amount: 1e9, unit: 'naturalHours' })).toThrow(/fifty years/)
    expect(() => workingMinutesBetween(bureau, since, '9999-12-31T00:00:00.000Z')).toThrow(/fifty years/)
    expect(() => dueAfter(bureau, '9999-12-31T15:00:00.000Z', { amount: 5, unit: 'workingDays' })).toThrow(RangeError)
  })
  it('moments and times in another spelling', () => {
    expect(() => dueAfter(bureau, '2026-03-02', { amount: 1, unit: 'workingDays' })).toThrow(/not an instant/)
    expect(() => isWorkingAt({ ...bureau, sessions: [{ from: '8:30', to: '12:00' }] }, since)).toThrow(/not a time of day/)
    expect(() => endOfBusiness(bureau, '2026-02-30')).toThrow(/not a date/)
  })
})
