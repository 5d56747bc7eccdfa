import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Formats, formatsFor } from './format.ts'
import { sharedEn } from './texts.en.ts'
import { sharedZh } from './texts.zh.ts'
import { instantFromWall, wallText } from './wall-time.ts'

const ZONE = 'Asia/Shanghai'
const now = Date.parse('2026-03-02T09:00:00+08:00')
let zh: Formats
let en: Formats

beforeAll(async () => {
  const texts = i18next.createInstance()
  await texts.init({ resources: { zh: { shared: sharedZh }, en: { shared: sharedEn } }, lng: 'zh', defaultNS: 'shared', interpolation: { escapeValue: false } })
  zh = formatsFor(texts.getFixedT('zh', 'shared'), ZONE)
  en = formatsFor(texts.getFixedT('en', 'shared'), ZONE)
})

describe('when something is owed', () => {
  test.each([
    ['2026-03-02T08:20:00+08:00', '已超期 40 分钟', '40 minutes late'],
    ['2026-03-02T07:00:00+08:00', '已超期 2 小时', '2 hours late'],
    ['2026-02-27T09:00:00+08:00', '已超期 3 天', '3 days late'],
    ['2026-03-02T09:45:00+08:00', '还剩 45 分钟', '45 minutes left'],
    ['2026-03-02T17:30:00+08:00', '今天 17:30 到期', 'due today 17:30'],
    ['2026-03-03T00:00:00+08:00', '今天 24:00 到期', 'due today 24:00'],
    ['2026-03-03T09:30:00+08:00', '明天 09:30 到期', 'due tomorrow 09:30'],
    ['2026-03-11T17:30:00+08:00', '还剩 9 天', '9 days left'],
  ])('%s', (dueAt, chinese, english) => {
    expect(zh.formatDue({ dueAt, estimated: false }, now)).toBe(chinese)
    expect(en.formatDue({ dueAt, estimated: false }, now)).toBe(english)
  })

  test('working days come from the server, estimates always say so', () => {
    const due = { dueAt: '2026-03-11T17:30:00+08:00', estimated: true, workingDaysLeft: 7 }
    expect(zh.formatDue(due, now)).toBe('还剩 7 个工作日（推算）')
    expect(en.formatDue({ ...due, workingDaysLeft: 1 }, now)).toBe('1 working day left (est.)')
  })

  test('does not depend on the zone of the browser: the same instant by another offset', () => {
    expect(zh.formatDue({ dueAt: '2026-03-02T09:30:00Z', estimated: false }, now)).toBe('今天 17:30 到期')
  })
})

describe('working time', () => {
  test.each([
    [0, '0 分钟'], [12, '12 分钟'], [60, '1 小时'], [78, '1 小时 18 分'], [479, '7 小时 59 分'], [480, '1 个工作日'], [1500, '3 个工作日'],
  ])('%d minutes', (minutes, words) => {
    expect(zh.formatWorkingMinutes(minutes, 480)).toBe(words)
  })
})

test('a moment owed at midnight belongs to the day that ends', () => {
  expect(zh.formatDueInstant('2025-03-18T00:00:00+08:00', false)).toBe('2025年3月17日 24:00')
  expect(en.formatDueInstant('2025-03-17T17:30:00+08:00', true)).toBe('17 Mar 2025 17:30 (est.)')
})

describe('the wall clock of the institution', () => {
  test.each([
    ['2026-03-17T17:30', 'Asia/Shanghai', '2026-03-17T17:30:00+08:00'],
    ['2026-03-17T00:00', 'Asia/Urumqi', '2026-03-17T00:00:00+06:00'],
    ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T12:00:00+02:00'],
    ['2026-01-01T12:00', 'America/St_Johns', '2026-01-01T12:00:00-03:30'],
  ])('%s in %s', (text, zone, instant) => {
    expect(instantFromWall(text, zone)).toBe(instant)
    expect(wallText(instant, zone)).toBe(text)
  })

  test('refuses what is no wall time', () => {
    expect(instantFromWall('tomorrow', ZONE)).toBeNull()
  })
})
