import type { HolidayDays, NoticeFault, NoticeReading } from './holiday-notice.ts'
import { isLocalDate, type LocalDate } from './local-date.ts'

const REST = new Set(['rest', 'off', 'holiday', '休', '休息', '放假', 'true', '是'])
const WORK = new Set(['work', 'workday', '班', '上班', '补班', '调休上班', 'false', '否'])

interface Line { date: string; kind: string; name: string; line: number }

/** Whether a text is a list of days (JSON or CSV) rather than the sentences of a notice. */
export function looksLikeDayList(text: string): boolean {
  const start = text.trimStart()
  return start.startsWith('{') || start.startsWith('[') || text.split('\n').some((line) => /^\s*"?\d{4}-\d{1,2}-\d{1,2}"?\s*[,;\t]/.test(line))
}

/**
 * A year's days from a file: JSON (`{ year, rest, work }`, or `days` with `date`, `name`, `isOffDay`), or CSV with a date,
 * a kind (rest / work, 休 / 班) and perhaps a name in each line.
 */
export function readDayList(text: string, asked: number | null = null): NoticeReading {
  const faults: NoticeFault[] = []
  const lines = /^\s*[[{]/.test(text) ? jsonLines(text, faults) : csvLines(text)
  const rest = new Map<LocalDate, Line>()
  const work = new Map<LocalDate, Line>()
  for (const line of lines) {
    const place = `${line.date} ${line.kind}`.trim()
    const kind = line.kind.trim().toLowerCase()
    if (!isLocalDate(line.date)) { faults.push({ code: 'no-such-day', place, line: line.line, written: line.date }); continue }
    const [own, other] = REST.has(kind) ? [rest, work] : WORK.has(kind) ? [work, rest] : [null, null]
    if (own === null) { faults.push({ code: 'kind-unknown', place, line: line.line, written: line.kind }); continue }
    if (own.has(line.date)) faults.push({ code: 'twice', place, line: line.line, written: line.date })
    if (other.has(line.date)) faults.push({ code: 'rest-and-work', place, line: line.line, written: line.date, right: String(other.get(line.date)?.line ?? '') })
    own.set(line.date, line)
  }
  const year = asked ?? commonYear([...rest.keys(), ...work.keys()])
  if (rest.size === 0 && faults.length === 0) faults.push({ code: 'nothing-found', place: '', line: 1 })
  const far = [...rest.keys(), ...work.keys()].filter((date) => Math.abs(Number(date.slice(0, 4)) - year) > 1)
  faults.push(...far.map((date) => ({ code: 'other-year' as const, place: date, line: rest.get(date)?.line ?? work.get(date)?.line ?? 1, written: date, right: String(year) })))
  const days: HolidayDays = { year, rest: [...rest.keys()].toSorted(), work: [...work.keys()].toSorted(), names: Object.fromEntries([...rest.values()].map((line) => [line.date, line.name])) }
  return { days, faults, ignored: [] }
}

function jsonLines(text: string, faults: NoticeFault[]): Line[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    faults.push({ code: 'not-a-list', place: text.trim().slice(0, 40), line: 1 })
    return []
  }
  if (Array.isArray(value)) return value.map((one, index) => lineOf(one, index + 1))
  const parts = value as Record<string, unknown>
  if (Array.isArray(parts['days'])) return parts['days'].map((one, index) => lineOf(one, index + 1))
  const listed = (key: 'rest' | 'work'): Line[] => (Array.isArray(parts[key]) ? parts[key].map((date, index) => ({ date: String(date), kind: key, name: '', line: index + 1 })) : [])
  const lines = [...listed('rest'), ...listed('work')]
  if (lines.length === 0) faults.push({ code: 'not-a-list', place: text.trim().slice(0, 40), line: 1 })
  return lines
}

function lineOf(one: unknown, line: number): Line {
  const parts = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>
  const text = (key: string): string => (typeof parts[key] === 'string' ? parts[key] : typeof parts[key] === 'boolean' ? String(parts[key]) : '')
  return { date: text('date'), kind: text('kind') || text('type') || text('isOffDay'), name: text('name'), line }
}

function csvLines(text: string): Line[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((written, index) => {
    const cells = written.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''))
    const [first = '', kind = '', name = ''] = cells
    // A heading, or nothing.
    if (first === '' || (index === 0 && !/\d/.test(first))) return []
    const date = first.replace(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, (_, year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    return [{ date, kind, name, line: index + 1 }]
  })
}

function commonYear(dates: readonly LocalDate[]): number {
  const counts = new Map<string, number>()
  for (const date of dates) counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return Number(most?.[0] ?? 0)
}
