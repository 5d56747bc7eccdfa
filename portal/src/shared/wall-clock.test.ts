import { expect, test } from 'vitest'
import { en } from '../texts.en.ts'
import { zh } from '../texts.zh.ts'
import { dueClock, minutesBetween, wallClock } from './wall-clock.ts'

const zone = 'Asia/Shanghai'

test.each([
  ['2026-03-17T09:30:00Z', '3月17日（周二）下午5:30', 'Tue 17 Mar, 17:30'],
  ['2026-03-17T16:00:00Z', '3月17日（周二）24:00', 'Tue 17 Mar, 24:00'],
  ['2027-01-01T04:05:00Z', '2027年1月1日（周五）中午12:05', 'Fri 1 Jan 2027, 12:05'],
  ['2026-12-31T16:30:00Z', '2027年1月1日（周五）凌晨0:30', 'Fri 1 Jan 2027, 0:30'],
])('%s is told by the clock of the institution', (at, chinese, english) => {
  expect(zh.dates.due(dueClock(at, zone), 2026)).toBe(chinese)
  expect(en.dates.due(dueClock(at, zone), 2026)).toBe(english)
})

test('a moment that is not a due time keeps its midnight', () => {
  expect(zh.dates.moment(wallClock('2026-03-17T16:00:00Z', zone), 2026)).toBe('3月18日 凌晨0:00')
})

test.each([[0, '不到1分钟'], [59, '59分钟'], [78, '约1小时'], [1440 * 3, '约3天']])('%i minutes are %s', (minutes, words) => {
  expect(zh.dates.elapsed(minutes)).toBe(words)
})

test('a clock that runs ahead never makes a negative time', () => {
  expect(minutesBetween('2026-03-17T09:30:00Z', '2026-03-17T09:00:00Z')).toBe(0)
})
