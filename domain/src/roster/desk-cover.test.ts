import { describe, expect, it } from 'vitest'
import { beijing, bureau } from '../calendar/testing-calendars.ts'
import { deskGaps, openOn } from './desk-cover.ts'

const week = [1, 2, 3, 4, 5]
const hours = [{ days: week, from: '08:30', to: '17:30' }]
const shift = (personId: string, from: string, to: string, day = '2026-03-02') => ({ personId, span: { from: beijing(`${day} ${from}`), to: beijing(`${day} ${to}`) } })
const gaps = (given: Partial<Parameters<typeof deskGaps>[2]>, day = '2026-03-02', open = hours) => deskGaps(open, day, { calendar: bureau, duty: [], absences: [], ...given })
const span = (from: string, to: string, day = '2026-03-02') => ({ from: beijing(`${day} ${from}`), to: beijing(`${day} ${to}`) })

describe('a desk that is open', () => {
  it('lacks somebody from where the roster ends', () => {
    expect(gaps({ duty: [shift('a', '08:00', '16:00')] })).toEqual([span('16:00', '17:30')])
    expect(gaps({ duty: [shift('a', '08:00', '12:00'), shift('b', '12:00', '17:30')] })).toEqual([])
    expect(gaps({})).toEqual([span('08:30', '17:30')])
  })

  it('lacks whoever is rostered and away, and nobody where a second one stays', () => {
    const absences = [{ personId: 'a', kind: 'out' as const, ...span('10:00', '11:00') }]
    expect(gaps({ duty: [shift('a', '08:00', '18:00')], absences })).toEqual([span('10:00', '11:00')])
    expect(gaps({ duty: [shift('a', '08:00', '18:00'), shift('b', '09:00', '12:00')], absences })).toEqual([])
    expect(gaps({ duty: [shift('a', '08:00', '18:00')], absences: [{ personId: 'a', kind: 'trip', from: beijing('2026-03-02 15:00'), to: null }] })).toEqual([span('15:00', '17:30')])
  })

  it('has its staff without a roster there in working time: not over lunch', () => {
    expect(gaps({ duty: [{ personId: 'a', span: null }] })).toEqual([span('12:00', '14:00')])
  })

  it('is closed on holidays, keeps its own hours at weekends, and opens as on a Monday on a make-up day', () => {
    const weekend = [...hours, { days: [6], from: '09:00', to: '12:00' }]
    const [rest = ''] = bureau.rest.filter((day) => bureau.weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
    expect(rest).not.toBe('')
    expect(openOn(weekend, rest, bureau)).toEqual([])
    expect(openOn(weekend, '2026-03-07', bureau)).toEqual([span('09:00', '12:00', '2026-03-07')])
    expect(openOn(hours, '2026-03-07', bureau)).toEqual([])
    const [makeUp = ''] = bureau.work
    expect(openOn(hours, makeUp, bureau)).toEqual([span('08:30', '17:30', makeUp)])
    expect(openOn([], '2026-03-02', bureau)).toEqual([span('08:30', '12:00'), span('14:00', '17:30')])
  })
})
