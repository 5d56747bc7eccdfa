import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAfter } from './calendar.ts'
import { explainDue } from './explain-due.ts'
import { anyCalendar, anyInstant, anyLimit, beijing, bureau } from './testing-calendars.ts'
import { daysOf } from './year-of-days.ts'

describe('the way to a due moment', () => {
  it('does not count the day of receipt, passes the weekend over and counts a make-up Sunday', () => {
    const { at, days } = explainDue(bureau, beijing('2026-09-18 10:00'), { amount: 2, unit: 'workingDays' })
    expect(at).toBe(beijing('2026-09-21 17:30'))
    expect(days.map((day) => [day.date, day.kind, day.why, day.nth])).toEqual([
      ['2026-09-18', 'work', 'received', null], ['2026-09-19', 'weekend', 'passed', null], ['2026-09-20', 'makeUp', 'counted', 1], ['2026-09-21', 'work', 'counted', 2],
    ])
  })

  it('says that a last natural day at rest moves on', () => {
    const { days } = explainDue(bureau, beijing('2026-09-29 10:00'), { amount: 2, unit: 'naturalDays' })
    expect(days[1]).toMatchObject({ date: '2026-09-30', why: 'counted', nth: 1 })
    expect(days[2]).toMatchObject({ date: '2026-10-01', why: 'moved', nth: 2 })
    expect(days.at(-1)).toMatchObject({ date: '2026-10-08', why: 'counted', nth: null })
  })

  it('shows how many minutes of each day an hour limit uses up', () => {
    const { days } = explainDue(bureau, beijing('2026-03-02 16:30'), { amount: 4, unit: 'workingHours' })
    expect(days.map((day) => [day.date, day.used])).toEqual([['2026-03-02', 60], ['2026-03-03', 180]])
  })

  it('marks days beyond the notices', () => {
    const { estimated, days } = explainDue(bureau, beijing('2026-12-31 10:00'), { amount: 1, unit: 'workingDays' })
    expect(estimated).toBe(true)
    expect(days.map((day) => day.estimated)).toEqual([false, true])
  })

  it('ends where the reckoning ends, and its days add up to the limit', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, anyLimit, (calendar, since, limit) => {
      let due
      try { due = dueAfter(calendar, since, limit) } catch { return }
      const { at, estimated, days, cut } = explainDue(calendar, since, limit)
      expect({ at, estimated }).toEqual(due)
      if (cut || calendar.kind === 'aroundTheClock') return
      const counted = limit.unit === 'workingDays' && limit.amount > 0 ? days.filter((day) => day.why === 'counted').length
        : limit.unit === 'workingMinutes' ? Math.round(days.reduce((sum, day) => sum + (day.used ?? 0), 0)) : limit.amount
      expect(counted).toBe(limit.amount)
    }), { numRuns: 200 })
  })
})

describe('the days of a year', () => {
  it('tell why each works or rests', () => {
    const calendar = { ...bureau, overrides: [
      { date: '2026-03-04', sessions: [{ from: '08:30', to: '12:00' }], note: '全员学习' }, { date: '2026-03-05', sessions: [] }, { date: '2026-03-07', sessions: bureau.sessions },
      { date: '2026-03-06', sessions: [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '17:00' }] },
    ] }
    const kinds = Object.fromEntries(daysOf(calendar, '2026-01-01', '2026-12-31').map((day) => [day.date, day.kind]))
    expect(kinds).toMatchObject({
      '2026-01-01': 'holiday', '2026-01-04': 'makeUp', '2026-03-02': 'work', '2026-03-04': 'halfDay', '2026-03-05': 'localRest', '2026-03-06': 'localHours', '2026-03-07': 'localWork', '2026-03-08': 'weekend',
    })
    expect(daysOf(calendar, '2026-12-31', '2027-01-01').map((day) => day.estimated)).toEqual([false, true])
  })
})
