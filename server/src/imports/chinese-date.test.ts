import { describe, expect, it } from 'vitest'
import { readClock, readWrittenTime } from './chinese-date.ts'

const day = (year: number, month: number, date: number, clock: [number, number] | null = null) =>
  ({ year, month, day: date, clock: clock && { hour: clock[0], minute: clock[1] } })

describe('a day as registers write it', () => {
  it.each([
    ['2024-03-02', day(2024, 3, 2)], ['2024/3/2', day(2024, 3, 2)], ['2024.3.2', day(2024, 3, 2)], ['24.3.2', day(2024, 3, 2)], ['2024年3月2日', day(2024, 3, 2)], ['2024年3月2号', day(2024, 3, 2)],
    ['２０２４年３月２日', day(2024, 3, 2)], ['20240302', day(2024, 3, 2)], ['二〇二四年三月二日', day(2024, 3, 2)], ['二○二四年十二月三十一日', day(2024, 12, 31)], ['二〇二四年十月二十日', day(2024, 10, 20)],
    ['2024年3月2日上午9时30分', day(2024, 3, 2, [9, 30])], ['2024年3月2日下午3点', day(2024, 3, 2, [15, 0])], ['2024-3-2 9:05', day(2024, 3, 2, [9, 5])], ['2024-03-02T14:30:00', day(2024, 3, 2, [14, 30])],
    ['2024/3/2 9:30:59', day(2024, 3, 2, [9, 30])], ['2024.3.2 下午2时半', day(2024, 3, 2, [14, 30])], ['2024年3月2日（星期六）9:30', day(2024, 3, 2, [9, 30])], ['2024年三月二日 上午九点', day(2024, 3, 2, [9, 0])],
    ['2024-3-5 电话答复', day(2024, 3, 5)], ['45353', day(2024, 3, 2)], ['45353.5', day(2024, 3, 2, [12, 0])], ['3月2日', day(2025, 3, 2)], ['3.2', day(2025, 3, 2)], ['12/31', day(2025, 12, 31)],
    ['2024-02-29', day(2024, 2, 29)], ['2024年3月2日12时', day(2024, 3, 2, [12, 0])], ['2024年3月2日凌晨12点', day(2024, 3, 2, [0, 0])],
  ])('%s', (text, expected) => {
    expect(readWrittenTime(text, 2025)).toEqual(expected)
  })

  it('takes what a spreadsheet keeps', () => {
    expect(readWrittenTime(new Date('2024-03-02T00:00:00Z'), null)).toEqual(day(2024, 3, 2))
    expect(readWrittenTime(new Date('2024-03-02T09:30:00Z'), null)).toEqual(day(2024, 3, 2, [9, 30]))
    expect(readWrittenTime(45353.396, null)).toEqual(day(2024, 3, 2, [9, 30]))
    expect(readWrittenTime(20240302, null)).toEqual(day(2024, 3, 2))
    expect(readClock(new Date('1899-12-30T15:05:00Z'))).toEqual({ hour: 15, minute: 5 })
    expect(readClock(0.5)).toEqual({ hour: 12, minute: 0 })
    expect(readClock('下午3:05')).toEqual({ hour: 15, minute: 5 })
  })

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '昨天', '', '9999-01-01', '1024', '3000000', '2024', '2024年', '3', '12345678901', '2024-00-10', '24'])('refuses %s', (text) => {
    expect(readWrittenTime(text, 2025)).toBeNull()
  })

  it('does not guess the year', () => {
    expect(readWrittenTime('3月2日', null)).toBeNull()
    expect(readWrittenTime(3, 2025)).toBeNull()
    expect(readClock('25:00')).toBeNull()
  })
})
