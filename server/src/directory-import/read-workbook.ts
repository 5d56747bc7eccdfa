import { setImmediate as pause } from 'node:timers/promises'
import { ZipFile } from './unzip.ts'

export interface CellRead { text: string; isFormula: boolean }
export interface RowRead { number: number; cells: Map<number, CellRead> }
/** `merged` are the ranges, such as `A1:B2`. */
export interface SheetRead { name: string; rows: RowRead[]; merged: string[] }
/** A sheet in which something stands and that was not read. */
export interface Unread { name: string; isHidden: boolean }
export type BookRead = { ok: true; sheets: SheetRead[]; unread: Unread[] } | { ok: false; refusal: 'workbook-unreadable' | 'workbook-too-many-rows'; sheet: string | null }

const unreadable = (sheet: string | null = null): BookRead => ({ ok: false, refusal: 'workbook-unreadable', sheet })
/** Rows between two pauses, in which other requests have their turn. */
const ROWS_AT_ONCE = 1_000

/**
 * The visible sheets of an `.xlsx` workbook whose names are wanted, as texts, and the names of the others. Read part by part, because a library that
 * builds the whole workbook in memory would keep every other request waiting for seconds, and knows a formula only by
 * its value.
 */
export async function readWorkbook(bytes: Buffer, { wanted, rowsMax }: { wanted: (name: string) => boolean; rowsMax: number }): Promise<BookRead> {
  const zip = ZipFile.open(bytes)
  const [book, relations] = [await zip?.text('xl/workbook.xml'), await zip?.text('xl/_rels/workbook.xml.rels')]
  if (!zip || !book || !relations) return unreadable()
  const strings = zip.has('xl/sharedStrings.xml') ? await zip.text('xl/sharedStrings.xml') : ''
  if (strings === null) return unreadable()
  const shared = await sharedStrings(strings)
  const sheets: SheetRead[] = []
  const unread: Unread[] = []
  let rows = 0
  for (const { name, path, isHidden } of sheetsOf(book, relations)) {
    const xml = await zip.text(path)
    if (xml === null) return unreadable(name)
    if (isHidden || !wanted(name)) {
      if (HOLDS_SOMETHING.test(xml)) unread.push({ name, isHidden })
      continue
    }
    const sheet = await readSheet(xml, { name, shared, rowsLeft: rowsMax - rows })
    if (!sheet) return { ok: false, refusal: 'workbook-too-many-rows', sheet: name }
    rows += sheet.rows.length
    sheets.push(sheet)
  }
  return { ok: true, sheets, unread }
}

/** With or without a prefix: both are written. */
const element = (name: string): RegExp => new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g')
const attribute = (attributes: string | undefined, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes ?? '')?.[1]
  return found === undefined ? null : unescaped(found)
}

/** A cell with a value or a formula. */
const HOLDS_SOMETHING = /<(?:\w+:)?(?:v|f|t)[\s>]/

function sheetsOf(book: string, relations: string): { name: string; path: string; isHidden: boolean }[] {
  const targets = new Map([...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*?)\/?>/g)].map(([, attributes]) => [attribute(attributes, 'Id'), attribute(attributes, 'Target')]))
  return [...book.matchAll(/<(?:\w+:)?sheet\s([^>]*?)\/?>/g)].flatMap(([, attributes]) => {
    const target = targets.get(attribute(attributes, '(?:\\w+:)?id'))
    const name = attribute(attributes, 'name')
    if (!target || name === null) return []
    return [{ name: name.trim(), isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible', path: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}` }]
  })
}

async function sharedStrings(xml: string): Promise<string[]> {
  const strings: string[] = []
  for (const [, , inner] of xml.matchAll(element('si'))) {
    strings.push(textIn(inner ?? ''))
    if (strings.length % 20_000 === 0) await pause()
  }
  return strings
}

/** Without the readings that stand above characters. */
function textIn(xml: string): string {
  const plain = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml
  let text = ''
  for (const [, , inner] of plain.matchAll(element('t'))) text += inner ?? ''
  return unescaped(text)
}

/** Null when it has more rows than are left. Rows in which nothing stands do not count. */
async function readSheet(xml: string, { name, shared, rowsLeft }: { name: string; shared: readonly string[]; rowsLeft: number }): Promise<SheetRead | null> {
  const rows: RowRead[] = []
  let [number, seen] = [0, 0]
  for (const [, attributes, inner] of xml.matchAll(element('row'))) {
    number = Number(attribute(attributes, 'r') ?? number + 1)
    seen += 1
    if (seen % ROWS_AT_ONCE === 0) await pause()
    const cells = cellsOf(inner ?? '', shared)
    if (cells.size === 0) continue
    rows.push({ number, cells })
    if (rows.length > rowsLeft) return null
  }
  const merged = [...xml.matchAll(/<(?:\w+:)?mergeCell\s([^>]*?)\/?>/g)].flatMap(([, attributes]) => attribute(attributes, 'ref') ?? [])
  return { name, rows, merged }
}

function cellsOf(xml: string, shared: readonly string[]): Map<number, CellRead> {
  const cells = new Map<number, CellRead>()
  let column = -1
  for (const [, attributes, inner] of xml.matchAll(element('c'))) {
    column = columnOf(attribute(attributes, 'r')) ?? column + 1
    if (inner === undefined) continue
    const isFormula = /<(?:\w+:)?f[\s>/]/.test(inner)
    const text = valueOf(inner, attribute(attributes, 't'), shared).replace(/\r\n?/g, '\n').trim()
    if (text !== '' || isFormula) cells.set(column, { text, isFormula })
  }
  return cells
}

function valueOf(xml: string, type: string | null, shared: readonly string[]): string {
  if (type === 'inlineStr') return textIn(xml)
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(xml)?.[1] ?? ''
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? '是' : '否'
  // Long numbers come as 1.3800000001E10.
  if (type === null || type === 'n') return value === '' ? '' : plainNumber(value)
  return unescaped(value)
}

function plainNumber(value: string): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return Number.isSafeInteger(number) ? number.toFixed(0) : String(number)
}

function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters === undefined ? null : [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function unescaped(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  }).replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
