import { OperatorError } from '../database/operator-error.ts'
import { FIELDS, fieldOfHead, headKey, headOf, type Field } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { columnLetter, textOf, type Table, type TableRow } from './table.ts'

/** Where the table's head stands and what its columns are. */
export interface Header {
  /** The index in `rows` of the first line under the head. */
  below: number
  columns: Map<Field, number>
  /** Heads by column, for what is told and for columns that are no field. */
  heads: string[]
}

/** Titles, forms' names and dates above the table take at most so many rows. */
const SEARCH_ROWS = 20
const LEVELS_MAX = 3
const KNOWN_LEAST = 3

/**
 * Finds the head of a register, of one to three rows, under any titles; what the mapping says of columns goes first.
 * Null when nothing in the sheet looks like one.
 */
function findHeader(table: Table, mapping: Mapping): Header | null {
  let best: Header | null = null
  const last = mapping.headerRow
  // Fewest rows first: a title above the head must not become part of it.
  for (let levels = 1; levels <= LEVELS_MAX; levels += 1) {
    for (let top = 0; top < Math.min(table.rows.length - levels + 1, last ?? SEARCH_ROWS); top += 1) {
      if (last !== undefined && table.rows[top + levels - 1]?.number !== last) continue
      const header = readHeader(table.rows.slice(top, top + levels), top + levels)
      if (header.columns.size > (best?.columns.size ?? (last === undefined ? KNOWN_LEAST - 1 : 0))) best = header
    }
  }
  return best && withMapping(best, mapping)
}

function readHeader(rows: TableRow[], below: number): Header {
  const width = Math.max(...rows.map((row) => row.cells.length))
  const columns = new Map<Field, number>()
  const heads: string[] = []
  for (let column = 0; column < width; column += 1) {
    const levels = rows.map((row) => textOf(row.cells[column])).filter((text, index, all) => text !== '' && text !== all[index - 1])
    heads.push(levels.join(' '))
    const field = fieldOfHead(levels.join('')) ?? fieldOfHead(levels.at(-1) ?? '') ?? fieldOfHead(levels[0] ?? '')
    if (field !== null && !columns.has(field)) columns.set(field, column)
    else if (field === 'date' && headKey(levels.at(-1) ?? '') === '时间') columns.set('clock', column)
  }
  return { below, columns, heads }
}

function withMapping(header: Header, { columns: named }: Mapping): Header {
  const columns = new Map(header.columns)
  for (const field of FIELDS) {
    const asked = named[field]
    if (asked === undefined) continue
    const column = columnNamed(asked, header.heads)
    if (column < 0) throw new OperatorError(`对应关系里说 ${field}（${headOf(field)}）是“${asked}”列，但没有这一列；现有的列是 ${listHeads(header.heads)}。`, `The mapping says that ${field} (${headOf(field)}) is the column "${asked}", which is not there; there are ${listHeads(header.heads)}.`)
    for (const [other, taken] of columns) if (taken === column) columns.delete(other)
    columns.set(field, column)
  }
  return { ...header, columns }
}

function columnNamed(asked: string, heads: string[]): number {
  const byHead = heads.findIndex((head) => headKey(head) === headKey(asked))
  if (byHead >= 0) return byHead
  return /^[A-Za-z]{1,2}$/.test(asked) ? heads.findIndex((_, column) => columnLetter(column) === asked.toUpperCase()) : -1
}

function listHeads(heads: string[]): string {
  return heads.map((head, column) => `${columnLetter(column)} ${head || '—'}`).join(', ')
}

/** The register's sheet: the one named, else the only one that looks like a register. Refuses (OperatorError) and lists what there is. */
export function chooseSheet(tables: Table[], mapping: Mapping, name: string | null): { table: Table; header: Header } {
  const names = tables.map((table) => `"${table.sheet}"`).join(', ')
  const named = name === null ? tables : tables.filter((table) => table.sheet === name)
  if (named.length === 0) throw new OperatorError(`没有名为“${name}”的工作表；现有的是 ${names}。`, `There is no sheet "${name}"; there are ${names}.`)
  const found = named.flatMap((table) => {
    const header = findHeader(table, mapping)
    return header ? [{ table, header }] : []
  })
  const [first, second] = found
  if (!first) {
    throw new OperatorError(`没有找到登记簿的表头（查找了 ${named.map((table) => `“${table.sheet}”`).join('、')}）。能认出的表头如 ${(['date', 'name', 'subject', 'firstContact', 'result'] as const).map(headOf).join('、')}；其他叫法请用 --map 说明。`, `No row with the heads of a register was found (looked in ${named.map((table) => `"${table.sheet}"`).join(', ')}). Heads such as ${(['date', 'name', 'subject', 'firstContact', 'result'] as const).map(headOf).join('、')} are known; name others with --map.`)
  }
  if (second) throw new OperatorError(`有几张工作表都像登记簿（${found.map(({ table }) => `“${table.sheet}”`).join('、')}）；请用 --sheet 一张一张地导入。`, `Several sheets look like registers (${found.map(({ table }) => `"${table.sheet}"`).join(', ')}); import them one by one with --sheet.`)
  return first
}
