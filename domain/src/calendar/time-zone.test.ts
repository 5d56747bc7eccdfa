import { describe, expect, it } from 'vitest'
import { dueAfter, endOfLocalDay, localDate, workingMinutesBetween, type Calendar } from './calendar.ts'
import { bureau } from './testing-calendars.ts'
import { timeZoneNamed } from './time-zone.ts'

const wall = (text: string): number => Date.parse(`${text}Z`)
const utc = (ms: number): string => new Date(ms).toISOString()
const hour = 3_600_000

describe('time zones', () => {
  it('know fixed and odd offsets', () => {
    const noon = Date.parse('2026-07-01T12:00:00Z')
    expect(timeZoneNamed('Asia/Shanghai').offsetAt(noon)).toBe(8 * hour)
    expect(timeZoneNamed('Asia/Kathmandu').offsetAt(noon)).toBe(5.75 * hour)
    expect(timeZoneNamed('America/New_York').offsetAt(noon)).toBe(-4 * hour)
    expect(timeZoneNamed('UTC').offsetAt(noon)).toBe(0)
    // China had summer time in 1986–1991 and local mean time before 1901.
    expect(timeZoneNamed('Asia/Shanghai').offsetAt(Date.parse('1988-07-01T00:00:00Z'))).toBe(9 * hour)
    expect(timeZoneNamed('Asia/Shanghai').offsetAt(Date.parse('1900-01-01T00:00:00Z'))).toBe((8 * 3600 + 5 * 60 + 43) * 1000)
    expect(() => timeZoneNamed('Asia/Nowhere')).toThrow(RangeError)
  })

  it('find the change to the millisecond', () => {
    const zone = timeZoneNamed('America/New_York')
    const change = Date.parse('2026-03-08T07:00:00.000Z')
    expect(zone.offsetAt(change - 1)).toBe(-5 * hour)
    expect(zone.offsetAt(change)).toBe(-4 * hour)
  })

  it('give the moment of the change for a skipped time and the first passing of a doubled one', () => {
    const zone = timeZoneNamed('America/New_York')
    expect(utc(zone.momentOf(wall('2026-03-08T02:30:00')))).toBe('2026-03-08T07:00:00.000Z')
    expect(utc(zone.momentOf(wall('2026-03-08T03:30:00')))).toBe('2026-03-08T07:30:00.000Z')
    expect(utc(zone.momentOf(wall('2026-11-01T01:30:00')))).toBe('2026-11-01T05:30:00.000Z')
    expect(utc(zone.momentOf(wall('2026-11-01T02:00:00')))).toBe('2026-11-01T07:00:00.000Z')
  })
})

describe('working time where the clock changes', () => {
  const everyNight: Calendar = { ...bureau, timeZone: 'America/New_York', weekdays: [1, 2, 3, 4, 5, 6, 7], rest: [], work: [], sessions: [{ from: '01:00', to: '04:00' }] }

  it('counts the time that really passes', () => {
    expect(workingMinutesBetween(everyNight, '2026-03-08T04:00:00.000Z', '2026-03-08T16:00:00.000Z')).toBe(120)
    expect(workingMinutesBetween(everyNight, '2026-11-01T04:00:00.000Z', '2026-11-01T16:00:00.000Z')).toBe(240)
    expect(dueAfter(everyNight, '2026-03-08T06:00:00.000Z', { amount: 90, unit: 'workingMinutes' }).at).toBe('2026-03-08T07:30:00.000Z')
  })

  it('has no working time in a session that the clock skips', () => {
    const skipped = { ...everyNight, sessions: [{ from: '02:00', to: '03:00' }] }
    expect(workingMinutesBetween(skipped, '2026-03-08T04:00:00.000Z', '2026-03-08T16:00:00.000Z')).toBe(0)
    expect(dueAfter(skipped, '2026-03-07T12:00:00.000Z', { amount: 1, unit: 'workingMinutes' }).at).toBe('2026-03-09T06:01:00.000Z')
  })

  it('passes over a day that a zone left out', () => {
    const samoa: Calendar = { ...everyNight, timeZone: 'Pacific/Apia', sessions: [{ from: '09:00', to: '17:00' }] }
    const due = dueAfter(samoa, '2011-12-29T20:00:00.000Z', { amount: 1, unit: 'workingDays' })
    expect(localDate(samoa, due.at)).toBe('2011-12-31')
  })

  it('ends days that begin at 01:00 or are put back over midnight', () => {
    // Havana skips 00:00–01:00; Newfoundland once put 00:01 back to 23:01 of the day before.
    expect(endOfLocalDay({ ...everyNight, timeZone: 'America/Havana' }, '2026-03-07')).toBe('2026-03-08T05:00:00.000Z')
    const newfoundland: Calendar = { ...everyNight, timeZone: 'America/St_Johns', sessions: [{ from: '00:00', to: '24:00' }] }
    expect(workingMinutesBetween(newfoundland, '2010-11-06T00:00:00.000Z', '2010-11-09T00:00:00.000Z')).toBe(3 * 1440)
    expect(workingMinutesBetween(newfoundland, '2010-11-07T03:00:00.000Z', '2010-11-07T03:30:00.000Z')).toBe(30)
  })
})
