import { describe, expect, it } from 'vitest'
import { fromMs, isInstant, toMs } from './instant.ts'
import { dateOfDay, dayNumber, isLocalDate, weekdayOfDay } from './local-date.ts'

describe('instants', () => {
  it('go to milliseconds and back', () => {
    expect(toMs('1970-01-01T00:00:00.001Z')).toBe(1)
    for (const text of ['0000-01-01T00:00:00.000Z', '2028-02-29T23:59:59.999Z', '9999-12-31T23:59:59.999Z']) expect(fromMs(toMs(text))).toBe(text)
  })
  it.each([
    '2026-03-02T01:00:00Z', '2026-03-02T01:00:00.0000Z', '2026-03-02T09:00:00.000+08:00', '2026-02-30T00:00:00.000Z', '2026-03-02T24:00:00.000Z',
    '2026-13-02T00:00:00.000Z', '+010000-01-01T00:00:00Z', 'Mon, 02 Mar 2026 01:00Z', '', 5, null, undefined,
  ])('refuse %s', (value) => {
    expect(isInstant(value)).toBe(false)
    expect(() => toMs(value as string)).toThrow(RangeError)
  })
  it('refuse milliseconds that no instant has', () => {
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, 0.5, 253_402_300_800_000, -62_167_219_200_001]) expect(() => fromMs(ms)).toThrow(RangeError)
  })
})

describe('local dates', () => {
  it('go to day numbers and back', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dateOfDay(dayNumber('2028-02-29') + 1)).toBe('2028-03-01')
    expect([dayNumber('2026-03-02'), dayNumber('1969-12-28')].map(weekdayOfDay)).toEqual([1, 7])
  })
  it.each(['2026-02-29', '2026-3-2', '2026-03-02T00:00', '20260302', '+02026-01-01', 20260302, null])('refuse %s', (value) => {
    expect(isLocalDate(value)).toBe(false)
    expect(() => dayNumber(value as string)).toThrow(/not a date/)
  })
  it('refuse days that four digits cannot write', () => {
    expect(() => dateOfDay(dayNumber('9999-12-31') + 1)).toThrow(RangeError)
  })
})
