/** What a cell says of a moment on the local clock: a day, and perhaps a time of day. Months from 1. */
export interface WrittenTime { year: number; month: number; day: number; clock: { hour: number; minute: number } | null }
type Clock = NonNullable<WrittenTime['clock']>

const DAY_MS = 86_400_000
/** Day 0 of a spreadsheet that counts days; its own day 60 (29 February 1900) never was, which no register after 1900-03 notices. */
const SPREADSHEET_ZERO = Date.UTC(1899, 11, 30)
const [EARLIEST, LATEST] = [Date.UTC(1990, 0, 1), Date.UTC(2200, 0, 1)]

const CHINESE_DIGITS: Readonly<Record<string, string>> = { 〇: '0', 零: '0', '○': '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }
const DATE = /^(?:(\d{4}|\d{2})\s*[年./-])?\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?/
const CLOCK = /^(凌晨|早上|早|上午|中午|下午|晚上|晚|夜间|夜|am|pm)?\s*(\d{1,2})\s*(?:[:时点]\s*(?:(\d{1,2})\s*分?|(半|整))?)\s*(?::\d{1,2}(?:\.\d+)?|\d{1,2}秒)?\s*(am|pm)?/i

/**
 * Reads a day as registers write it: a spreadsheet's date or serial number, 2024-03-02, 2024/3/2, 2024.3.2, 24.3.2,
 * 20240302, 2024年3月2日上午9时30分, 二〇二四年三月二日, 3月2日 with `year` given. Null for everything else, days that do not
 * exist among them. Text after the day is passed over.
 */
export function readWrittenTime(cell: string | number | Date, year: number | null): WrittenTime | null {
  if (cell instanceof Date) return fromWall(cell.getTime())
  if (typeof cell === 'number') return fromNumber(cell)
  const text = plainDigits(cell)
  if (/^\d{5}(?:\.\d+)?$/.test(text) || /^\d{8}$/.test(text)) return fromNumber(Number(text))
  const iso = text.replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/i, '$1 ')
  const found = DATE.exec(iso)
  if (!found) return null
  const written = found[1] === undefined ? year : found[1].length === 2 ? 2000 + Number(found[1]) : Number(found[1])
  if (written === null) return null
  const [month, day] = [Number(found[2]), Number(found[3])]
  return exists(written, month, day) ? { year: written, month, day, clock: readClockText(weekdayOff(iso.slice(found[0].length))) } : null
}

/** A time of day in a cell of its own; null if it is none. */
export function readClock(cell: string | number | Date): Clock | null {
  if (cell instanceof Date) return { hour: cell.getUTCHours(), minute: cell.getUTCMinutes() }
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? clockOfMinutes(Math.round(cell * 1440)) : null
  return readClockText(plainDigits(cell))
}

function fromNumber(number: number): WrittenTime | null {
  if (Number.isInteger(number) && number >= 19_900_101 && number <= 22_000_101) {
    const [year, month, day] = [Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100]
    return exists(year, month, day) ? { year, month, day, clock: null } : null
  }
  return fromWall(SPREADSHEET_ZERO + Math.round(number * 1440) * 60_000)
}

function fromWall(ms: number): WrittenTime | null {
  if (!(ms >= EARLIEST && ms < LATEST)) return null
  const at = new Date(ms)
  const clock = ms % DAY_MS === 0 ? null : { hour: at.getUTCHours(), minute: at.getUTCMinutes() }
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), clock }
}

function exists(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day))
  return year >= 1990 && year < 2200 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

function readClockText(text: string): Clock | null {
  const found = CLOCK.exec(text.trim())
  if (!found) return null
  const half = `${found[1] ?? ''}${found[5] ?? ''}`.toLowerCase()
  const minute = found[4] === '半' ? 30 : Number(found[3] ?? 0)
  const hour = Number(found[2])
  const isAfternoon = /下午|晚|夜|pm/.test(half) || (half === '中午' && hour < 3)
  const full = isAfternoon && hour < 12 ? hour + 12 : /凌晨|am/.test(half) && hour === 12 ? 0 : hour
  return full < 24 && minute < 60 ? { hour: full, minute } : null
}

function clockOfMinutes(minutes: number): Clock | null {
  return minutes < 1440 ? { hour: Math.floor(minutes / 60), minute: minutes % 60 } : null
}

function weekdayOff(text: string): string {
  return text.replace(/^[\s(（,，]*(?:星期|周|礼拜)[一二三四五六日天][)）]?/, '').replace(/^[\s,，]+/, '')
}

/** Full-width becomes half-width, and Chinese numbers become digits: 二〇二四年三月二十一日 reads 2024年3月21日. */
function plainDigits(text: string): string {
  const folded = text.normalize('NFKC').trim()
  if (!/[〇零○一二三四五六七八九十]\s*[年月日号时点]/.test(folded)) return folded
  const weekdays = folded.replace(/(?:星期|周|礼拜)[一二三四五六日天]/g, ' ')
  return weekdays.replace(/[一二三四五六七八九]?十[一二三四五六七八九]?/g, tens).replace(/[〇零○一二三四五六七八九]/g, (digit) => CHINESE_DIGITS[digit] ?? digit)
}

function tens(text: string): string {
  const [before = '', after = ''] = text.split('十')
  return `${CHINESE_DIGITS[before] ?? '1'}${CHINESE_DIGITS[after] ?? '0'}`
}
