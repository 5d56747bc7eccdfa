import { describe, expect, it } from 'vitest'
import { dueAfter } from '@daodi/domain/calendar/calendar.ts'
import { nationalDays } from '../calendar/holidays.ts'
import { calendarFrom, checkDefinition, type CalendarDefinition } from './calendar-definition.ts'

const office: CalendarDefinition = {
  kind: 'sessions', weekdays: [1, 2, 3, 4, 5], sessions: [{ from: '08:30', to: '12:00' }, { from: '14:00', to: '17:30' }], seasons: [],
  holidays: 'national', notices: [], overrides: [],
}
const known = nationalDays()
const nextYear = Number(known.knownThrough.slice(0, 4)) + 1

describe('the statutory days of a calendar', () => {
  it('are those of the published notices', () => {
    expect(calendarFrom(office, 'Asia/Shanghai')).toMatchObject({ ...known, timeZone: 'Asia/Shanghai' })
  })

  it('are none, and nothing is an estimate, for an organisation that keeps no holidays', () => {
    const calendar = calendarFrom({ ...office, holidays: 'none' }, 'Asia/Shanghai')
    expect(dueAfter(calendar, '2031-09-30T02:00:00.000Z', { amount: 1, unit: 'workingDays' })).toEqual({ at: '2031-10-01T09:30:00.000Z', estimated: false })
  })

  it('grow by a notice entered by hand, and what rests on that year is no estimate any more', () => {
    const notice = { year: nextYear, rest: [`${nextYear}-10-01`, `${nextYear}-10-04`], work: [`${nextYear}-10-09`] }
    const calendar = calendarFrom({ ...office, notices: [notice] }, 'Asia/Shanghai')
    expect(calendar.knownThrough).toBe(`${nextYear}-12-31`)
    expect(calendar.rest).toEqual([...known.rest, ...notice.rest])
    expect(calendar.work).toEqual([...known.work, ...notice.work])
  })

  it('replace what is known of a year, and stay an estimate after a gap', () => {
    const calendar = calendarFrom({ ...office, notices: [{ year: nextYear + 1, rest: [`${nextYear + 1}-10-01`], work: [] }, { year: nextYear - 1, rest: [], work: [] }] }, 'Asia/Shanghai')
    expect(calendar.rest.filter((date) => date.startsWith(String(nextYear - 1)))).toEqual([])
    expect(calendar.rest).toContain(`${nextYear + 1}-10-01`)
    expect(calendar.knownThrough).toBe(known.knownThrough)
  })

  it('take notices in any order', () => {
    const notices = [{ year: nextYear + 1, rest: [], work: [] }, { year: nextYear, rest: [], work: [] }]
    expect(calendarFrom({ ...office, notices }, 'Asia/Shanghai').knownThrough).toBe(`${nextYear + 1}-12-31`)
  })
})

it('a definition that cannot be reckoned with is named', () => {
  expect(checkDefinition(office, 'Asia/Shanghai')).toEqual([])
  expect(checkDefinition({ ...office, sessions: [{ from: '8:30', to: '25:00' }] }, 'Asia/Shanghai')).toHaveLength(2)
  expect(checkDefinition(office, 'Asia/Peking')).toEqual([expect.stringContaining('timeZone')])
})
