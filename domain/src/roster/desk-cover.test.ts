import { describe, expect, it } from 'vitest'
import { beijing, bureau, ward } from '../calendar/testing-calendars.ts'
import { deskGaps, openOn, staffedOn } from './desk-cover.ts'

const week = [1, 2, 3, 4, 5]
const hours = [{ days: week, from: '08:30', to: '17:30' }]
const shift = (personId: string, from: string, to: string, day = '2026-03-02') => ({ personId, span: { from: beijing(`${day} ${from}`), to: beijing(`${day} ${to}`) } })
const gaps = (given: Partial<Parameters<typeof deskGaps>[2]>, day = '2026-03-02', open = hours) => deskGaps(open, day, { calendar: bureau, duty: [], absences: [], ...given })
const span = (from: string, to: string, day = '2026-03-02') => ({ from: beijing(`${day} ${from}`), to: beijing(`${day} ${to}`) })

describe('a desk that is open', () => {
  it('lacks somebody from where the roster ends', () => {
    expect(gaps({ duty: [shift('a', '08:00', '16:00')] })).toEqual([span('16:00', '17:30')])
    expect(gaps({ duty: [shift('a', '08:00', '12:00'), shift('b', '12:00', '17:30')] })).toEqual([])
    expect(gaps({})).toEqual([span('08:30', '12:00'), span('14:00', '17:30')])
  })

  it('lacks whoever is rostered and away, and nobody where a second one stays', () => {
    const absences = [{ personId: 'a', kind: 'out' as const, ...span('10:00', '11:00') }]
    expect(gaps({ duty: [shift('a', '08:00', '18:00')], absences })).toEqual([span('10:00', '11:00')])
    expect(gaps({ duty: [shift('a', '08:00', '18:00'), shift('b', '09:00', '12:00')], absences })).toEqual([])
    expect(gaps({ duty: [shift('a', '08:00', '18:00')], absences: [{ personId: 'a', kind: 'trip', from: beijing('2026-03-02 15:00'), to: null }] })).toEqual([span('15:00', '17:30')])
  })

  it('is closed over the lunch break of the organisation, unless the week has somebody rostered in one', () => {
    expect(gaps({ duty: [{ personId: 'a', span: null }] })).toEqual([])
    expect(gaps({ duty: [shift('a', '08:30', '12:00'), shift('b', '14:00', '17:30')] })).toEqual([])
    expect(gaps({ duty: [{ personId: 'a', span: null }, shift('b', '11:30', '13:30', '2026-03-03')] })).toEqual([span('12:00', '14:00')])
    expect(staffedOn(hours, '2026-03-02', { calendar: bureau, duty: [] })).toEqual([span('08:30', '12:00'), span('14:00', '17:30')])
    expect(openOn(hours, '2026-03-02', bureau)).toEqual([span('08:30', '17:30')])
  })

  it('is open in a break that its own hours begin or end in', () => {
    const noon = [{ days: week, from: '12:00', to: '13:30' }]
    const long = [{ days: week, from: '08:30', to: '12:30' }]
    expect(gaps({ duty: [{ personId: 'a', span: null }] }, '2026-03-02', noon)).toEqual([span('12:00', '13:30')])
    expect(gaps({ duty: [{ personId: 'a', span: null }] }, '2026-03-02', long)).toEqual([span('12:00', '12:30')])
    expect(gaps({ calendar: ward, duty: [{ personId: 'a', span: null }] })).toEqual([])
  })

  it('is closed on holidays and keeps its own hours at weekends', () => {
    const weekend = [...hours, { days: [6], from: '09:00', to: '12:00' }]
    const [rest = ''] = bureau.rest.filter((day) => bureau.weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
    expect(rest).not.toBe('')
    expect(openOn(weekend, rest, bureau)).toEqual([])
    expect(openOn(weekend, '2026-03-07', bureau)).toEqual([span('09:00', '12:00', '2026-03-07')])
    expect(openOn(hours, '2026-03-07', bureau)).toEqual([])
    expect(openOn([], '2026-03-02', bureau)).toEqual([span('08:30', '12:00'), span('14:00', '17:30')])
  })

  it.each([
    ['the same hours every day', [{ days: week, from: '09:00', to: '16:00' }], [['09:00', '16:00']]],
    ['a short Monday', [{ days: [1], from: '13:00', to: '17:30' }, { days: [2, 3, 4, 5], from: '08:30', to: '17:30' }], [['08:30', '17:30']]],
    ['two stretches, a short Friday and a short Saturday', [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' }, { days: [1, 2, 3, 4], from: '14:00', to: '17:30' }, { days: [6], from: '09:00', to: '11:00' }], [['08:30', '12:00'], ['14:00', '17:30']]],
    ['Tuesdays and Thursdays only', [{ days: [2, 4], from: '08:30', to: '17:30' }], []],
    ['weekends only', [{ days: [6, 7], from: '09:00', to: '15:00' }], [['09:00', '15:00']]],
    ['none of its own', [], [['08:30', '12:00'], ['14:00', '17:30']]],
  ])('keeps the hours of an ordinary working day on a make-up day: %s', (_, own, open) => {
    for (const makeUp of ['2026-02-14', '2026-09-20']) expect(openOn(own, makeUp, bureau)).toEqual(open.map(([from = '', to = '']) => span(from, to, makeUp)))
  })
})
