import { dateOfDay, dayNumber, isLocalDate } from '../calendar/local-date.ts'
import type { Fault, FaultCode, SheetName, SheetRow } from './import-shape.ts'

const BAD = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
export const SEPARATOR = /[；;、，,\n]+/
const EXCEL_EPOCH = '1899-12-30'
const PHONE = /^\+?[0-9][0-9 ()-]{2,28}$/

/** Reads the cells of one row and notes what is wrong with them. */
export class CellReader {
  private readonly sheet: SheetName
  private readonly from: SheetRow
  private readonly faults: Fault[]

  constructor(sheet: SheetName, from: SheetRow, faults: Fault[]) {
    this.sheet = sheet
    this.from = from
    this.faults = faults
  }

  fault(field: string | null, code: FaultCode, params: Record<string, string> = {}): void {
    this.faults.push({ sheet: this.sheet, row: this.from.row, field, code, params })
  }

  has(field: string): boolean {
    return this.from.cells[field] !== undefined
  }

  /** Several lines, at most `max` characters. What the sheet has no column for is what stands there already. */
  text(field: string, max: number, known?: string | null): string {
    const text = this.from.cells[field]
    if (text === undefined) return known ?? ''
    if (text.length > max) this.fault(field, 'too-long', { max: String(max) })
    else if (BAD.test(text) || LONE_SURROGATE.test(text)) this.fault(field, 'bad-characters')
    return text
  }

  line(field: string, max: number, known?: string | null): string {
    const text = this.text(field, max, known)
    if (text.includes('\n')) this.fault(field, 'bad-characters')
    return text
  }

  needed(field: string, max: number): string {
    const text = this.line(field, max)
    if (text === '') this.fault(field, 'missing')
    return text
  }

  phone(field: string, known?: string | null): string {
    const text = this.line(field, 30, known)
    if (text !== '' && !PHONE.test(text)) this.fault(field, 'phone-format', { value: text })
    return text
  }

  /** Separated by 、，； or line ends; each once, in the order given. */
  list(field: string, { max = 40, most = 20, known, apart = SEPARATOR }: { max?: number; most?: number; known?: readonly string[] | undefined; apart?: RegExp } = {}): string[] {
    if (!this.has(field)) return [...known ?? []]
    const words = [...new Set(this.text(field, max * most).split(apart).map((word) => word.trim()).filter((word) => word !== ''))]
    const long = words.find((word) => word.length > max)
    if (long !== undefined || words.length > most) this.fault(field, 'too-long', { max: String(long === undefined ? most : max) })
    return words
  }

  phones(field: string, known: readonly string[] | undefined): string[] {
    const numbers = this.list(field, { max: 30, most: 11, known })
    const wrong = numbers.find((number) => !PHONE.test(number))
    if (wrong !== undefined) this.fault(field, 'phone-format', { value: wrong })
    return numbers
  }

  /** The code behind a word, or the code itself; the first one when the cell is empty. */
  choice(field: string, words: Readonly<Record<string, string>>, known?: string): string {
    const text = this.from.cells[field]
    const codes = Object.keys(words)
    if (text === undefined || text === '') return known ?? codes[0] ?? ''
    const code = codes.find((one) => one === text || words[one] === text)
    if (code === undefined) this.fault(field, 'not-in-list', { value: text.slice(0, 40), list: Object.values(words).join('、') })
    return code ?? ''
  }

  /** A day as 2026-03-02; Excel's own count of days is understood. */
  date(field: string, known?: string | null): string {
    const text = this.from.cells[field]
    if (text === undefined || text === '') return text ?? known ?? ''
    const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
    const date = /^\d{5}$/.test(text) ? dateOfDay(dayNumber(EXCEL_EPOCH) + Number(text)) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isLocalDate(date)) return date
    this.fault(field, 'date-format', { value: text.slice(0, 40) })
    return ''
  }

  /** A number of days, or none. */
  days(field: string, most: number, known?: number | null): number | null {
    const text = this.from.cells[field]
    if (text === undefined) return known ?? null
    return text === '' ? null : this.number(field, { from: 0, to: most })
  }

  number(field: string, { from, to, known = 0 }: { from: number; to: number; known?: number }): number {
    const text = this.from.cells[field]
    if (text === undefined) return known
    if (text === '') return from
    const number = Number(text)
    if (/^\d{1,6}$/.test(text) && number >= from && number <= to) return number
    this.fault(field, 'number-format', { from: String(from), to: String(to) })
    return from
  }
}

/** How a list stands in a cell. */
export function joined(words: readonly string[]): string {
  return words.join('；')
}
