import { dateOfDay, dayNumber, isLocalDate, weekdayOfDay, type LocalDate } from './local-date.ts'

/** The days of a year as the State Council's notice lays them down. Rest days are listed with the weekends among them. */
export interface HolidayDays { year: number; rest: LocalDate[]; work: LocalDate[]; names: Record<LocalDate, string> }

export type NoticeFaultCode =
  | 'no-year' | 'no-such-day' | 'backwards' | 'too-long' | 'weekday-wrong' | 'count-wrong' | 'rest-and-work' | 'twice' | 'work-day-anyway' | 'nothing-found' | 'other-year'
  | 'not-a-list' | 'kind-unknown'

export interface NoticeFault {
  code: NoticeFaultCode
  /** The words in which it stands, cut short; empty for the text as a whole. */
  place: string
  /** Line of the text, from 1. */
  line: number
  /** What is written and what would be right, for the sentence about it. */
  written?: string
  right?: string
}

export interface NoticeReading { days: HolidayDays; faults: NoticeFault[]; ignored: string[] }

const LONGEST = 12
const WEEKDAYS = '一二三四五六日'
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?/g
const BETWEEN = /^\s*(?:至|到|—+|–|-|~|～)\s*$/

interface Found { from: LocalDate; through: LocalDate; line: number; place: string }
interface Reading { year: number | null; faults: NoticeFault[]; ignored: string[]; rest: (Found & { name: string })[]; work: Found[] }

/**
 * Reads the sentences of a holiday notice (一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。).
 * Everything that contradicts itself is told with its place: the number of days, the weekday, a day of both kinds.
 * Sentences that lay nothing down are left out; those with a day in them are listed in `ignored`.
 */
export function readHolidayNotice(text: string, asked: number | null = null): NoticeReading {
  const clean = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/\r\n?/g, '\n')
  const reading: Reading = { year: asked ?? yearOf(clean), faults: [], ignored: [], rest: [], work: [] }
  clean.split('\n').forEach((written, index) => {
    for (const sentence of written.split(/[。；;]/)) readSentence(sentence.trim(), index + 1, reading)
  })
  return settle(reading)
}

/** The year of the title or the first date with one: 关于2026年部分节假日安排的通知. */
function yearOf(text: string): number | null {
  const match = /(\d{4})年(?:部分)?节假日/.exec(text) ?? /(\d{4})年/.exec(text)
  return match ? Number(match[1]) : null
}

function readSentence(sentence: string, line: number, reading: Reading): void {
  if (sentence === '') return
  const name = /^(?:[（(]?[一二三四五六七八九十]+[）)]?[、.．]?|\d+[、.．])?\s*([^：:，,0-9]{1,20})[：:]/.exec(sentence)?.[1]?.trim() ?? ''
  // A clause of its own only where a comma stands outside brackets; dates without a verb wait for the next clause.
  let waiting: Found[] = []
  let lastRest: Found[] = []
  for (const clause of clausesOf(sentence)) {
    const found = [...waiting, ...datesIn(clause, { line, name }, reading)]
    waiting = []
    const advice = /鼓励|结合|带薪|建议/.test(clause)
    if (!advice && /放假/.test(clause)) {
      reading.rest.push(...found.map((one) => ({ ...one, name })))
      lastRest = found
    } else if (!advice && /上班|补班/.test(clause) && !/起[^，。]*上班|正常上班/.test(clause)) reading.work.push(...found)
    else if (/放假|上班|休息/.test(clause) || advice) { if (found.length > 0) reading.ignored.push(short(clause)) } else waiting = found
    checkCount(clause, lastRest, { line, reading })
  }
  if (waiting.length > 0 && !/^\d{4}年\d{1,2}月\d{1,2}日$/.test(sentence)) reading.ignored.push(short(sentence))
}

function clausesOf(sentence: string): string[] {
  const clauses: string[] = ['']
  let depth = 0
  for (const sign of sentence) {
    if (sign === '（' || sign === '(') depth++
    if (sign === '）' || sign === ')') depth = Math.max(0, depth - 1)
    if ((sign === '，' || sign === ',') && depth === 0) clauses.push('')
    else clauses[clauses.length - 1] += sign
  }
  return clauses
}

interface Where { line: number; name: string }

function datesIn(clause: string, where: Where, reading: Reading): Found[] {
  const found: Found[] = []
  let before = null as { year: number; month: number; end: number } | null
  let open = false
  for (const match of clause.matchAll(DATE)) {
    const place = short(clause)
    const joined: boolean = before !== null && BETWEEN.test(clause.slice(before.end, match.index))
    const month: number | null = match[2] === undefined ? before?.month ?? null : Number(match[2])
    if (month === null) continue
    const year: number | null = match[1] === undefined ? impliedYear(month, { where, joined, before, year: reading.year }) : Number(match[1])
    if (year === null) { reading.faults.push({ code: 'no-year', place, line: where.line }); return [] }
    before = { year, month, end: match.index + match[0].length }
    const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(Number(match[3]))}`
    if (!isLocalDate(date)) { reading.faults.push({ code: 'no-such-day', place, line: where.line, written: match[0] }); open = false; continue }
    checkWeekday(date, match, { place, line: where.line, reading })
    const last = found.at(-1)
    if (joined && open && last) { last.through = date; open = false } else { found.push({ from: date, through: date, line: where.line, place }); open = true }
  }
  return found.filter((one) => isSound(one, reading))
}

/** A range over New Year is written without years in some notices: December then belongs to the year before. */
function impliedYear(month: number, { where, joined, before, year }: { where: Where; joined: boolean; before: { year: number; month: number } | null; year: number | null }): number | null {
  if (joined && before) return month < before.month ? before.year + 1 : before.year
  if (year === null) return null
  return where.name.includes('元旦') && month === 12 ? year - 1 : year
}

function checkWeekday(date: LocalDate, match: RegExpExecArray, { place, line, reading }: { place: string; line: number; reading: Reading }): void {
  const written = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(match[4] ?? '')?.[1]?.replace('天', '日')
  if (written === undefined) return
  const right = WEEKDAYS[weekdayOfDay(dayNumber(date)) - 1] ?? ''
  if (written !== right) reading.faults.push({ code: 'weekday-wrong', place, line, written: `${date} 周${written}`, right: `周${right}` })
}

function isSound(found: Found, reading: Reading): boolean {
  const length = dayNumber(found.through) - dayNumber(found.from) + 1
  const code = length < 1 ? 'backwards' : length > LONGEST ? 'too-long' : null
  if (code) reading.faults.push({ code, place: found.place, line: found.line, written: `${found.from} – ${found.through}`, right: String(LONGEST) })
  return code === null
}

/** 共3天, 放假1天. Only what stands in the same sentence as its days can be held against them. */
function checkCount(clause: string, rest: readonly Found[], { line, reading }: { line: number; reading: Reading }): void {
  const written = /(?:共|放假)\s*(\d{1,2})\s*天/.exec(clause)?.[1]
  if (written === undefined || rest.length === 0) return
  const days = rest.reduce((sum, found) => sum + dayNumber(found.through) - dayNumber(found.from) + 1, 0)
  if (days !== Number(written)) reading.faults.push({ code: 'count-wrong', place: rest[0]?.place ?? short(clause), line, written, right: String(days) })
}

function settle(reading: Reading): NoticeReading {
  const { faults, ignored } = reading
  const rest = new Map<LocalDate, string>()
  const places = new Map<LocalDate, string>()
  for (const found of reading.rest) {
    for (const date of daysFrom(found)) {
      if (rest.has(date)) faults.push({ code: 'twice', place: found.place, line: found.line, written: date })
      rest.set(date, found.name)
      places.set(date, found.place)
    }
  }
  const work = new Set<LocalDate>()
  for (const found of reading.work) {
    for (const date of daysFrom(found)) {
      const at = { place: found.place, line: found.line, written: date }
      if (rest.has(date)) faults.push({ code: 'rest-and-work', ...at, right: places.get(date) ?? '' })
      else if (work.has(date)) faults.push({ code: 'twice', ...at })
      else if (weekdayOfDay(dayNumber(date)) <= 5) faults.push({ code: 'work-day-anyway', ...at })
      work.add(date)
    }
  }
  const year = reading.year ?? 0
  if (rest.size === 0 && faults.length === 0) faults.push({ code: 'nothing-found', place: '', line: 1 })
  for (const date of [...rest.keys(), ...work]) {
    if (Math.abs(Number(date.slice(0, 4)) - year) > 1 && reading.year !== null) faults.push({ code: 'other-year', place: '', line: 1, written: date, right: String(year) })
  }
  return { days: { year, rest: [...rest.keys()].toSorted(), work: [...work].toSorted(), names: Object.fromEntries(rest) }, faults, ignored }
}

function daysFrom({ from, through }: Found): LocalDate[] {
  const first = dayNumber(from)
  return Array.from({ length: dayNumber(through) - first + 1 }, (_, index) => dateOfDay(first + index))
}

function short(text: string): string {
  const words = text.trim()
  return words.length > 40 ? `${words.slice(0, 40)}…` : words
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
