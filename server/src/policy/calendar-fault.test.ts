import { describe, expect, it } from 'vitest'
import { checkCalendar, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { calendarFault } from './calendar-fault.ts'

const fine: Calendar = {
  timeZone: 'Asia/Shanghai', kind: 'sessions', weekdays: [1, 2, 3, 4, 5], sessions: [{ from: '08:30', to: '12:00' }], seasons: [], rest: [], work: [], overrides: [], knownFrom: '2026-01-01', knownThrough: '2026-12-31',
}

const WRONG: [string, Partial<Calendar>, string][] = [
  ['a zone', { timeZone: 'Asia/Peking' }, '时区：没有时区 “Asia/Peking”。请写标准时区名，例如 Asia/Shanghai。'],
  ['a kind', { kind: 'never' as 'sessions' }, '作息种类：作息种类 “never” 无法识别。请选择按时段（sessions）或全天候（aroundTheClock）。'],
  ['a weekday', { weekdays: [1, 9] }, '第 2 个工作日：9 不是星期几。请写 1 至 7，1 为星期一，7 为星期日。'],
  ['a weekday twice', { weekdays: [1, 1] }, '第 2 个工作日：1 写了两次。请删除重复的一条。'],
  ['a time', { sessions: [{ from: '8.30', to: '12:00' }] }, '第 1 段作息的开始：“8.30” 不是时刻。请写成 HH:MM，最晚 24:00。'],
  ['a session backwards', { sessions: [{ from: '12:00', to: '08:30' }] }, '第 1 段作息：结束时刻 08:30 不晚于开始时刻 12:00。请改正；跨夜的班次在 24:00 处分成两段。'],
  ['two sessions at once', { sessions: [{ from: '08:30', to: '12:00' }, { from: '11:00', to: '13:00' }] }, '第 2 段作息：与第 1 段作息时间重叠。请让前一段先结束。'],
  ['a season', { seasons: [{ from: '5月1日', to: '09-30', sessions: fine.sessions }] }, '第 1 个季节作息的开始：“5月1日” 不是一年中的日子。请写成 MM-DD（月-日）。'],
  ['two seasons at once', { seasons: [{ from: '05-01', to: '09-30', sessions: fine.sessions }, { from: '09-01', to: '10-01', sessions: fine.sessions }] }, '第 2 个季节作息：与第 1 个季节作息有重叠的日子。请让一年中的每一天最多属于一个季节。'],
  ['a date', { rest: ['2026-02-30'] }, '第 1 个放假日：“2026-02-30” 不是日期。请写成 YYYY-MM-DD。'],
  ['a date twice', { overrides: [{ date: '2026-03-02', sessions: [] }, { date: '2026-03-02', sessions: [] }] }, '第 2 个单日安排的日期：“2026-03-02” 写了两次。请删除重复的一条。'],
  ['rest and work', { rest: ['2026-05-01'], work: ['2026-05-01'] }, '补班日：“2026-05-01” 既是休息日又是补班日。请只保留在其中一处。'],
  ['years backwards', { knownFrom: '2027-01-01' }, '放假通知截止日：放假通知覆盖的最后一天早于第一天。请改正起止日期。'],
  ['no working time', { weekdays: [] }, '作息：没有固定的工作时间，期限将无法推算。请至少填写一个工作日和一段作息。'],
]

describe('what is wrong with a calendar', () => {
  it.each(WRONG)('%s is said whole in Chinese and in English', (_what, change, words) => {
    const [sentence = ''] = checkCalendar({ ...fine, ...change })
    const { message, remedy, path } = calendarFault(sentence)
    expect(`${message.zh}${remedy.zh}`).toBe(words)
    expect(`${message.en} ${remedy.en}`).not.toMatch(/[\u4e00-\u9fa5。，]/u.test(JSON.stringify(change)) ? /[。，]/u : /[\u4e00-\u9fa5。，]/u)
    expect(path.length).toBeGreaterThan(0)
  })
})
