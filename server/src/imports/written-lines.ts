import { fieldOfHead, headKey, type Field } from './fields.ts'
import type { Header } from './find-header.ts'
import { columnLetter, isBlank, textOf, type Cell, type Table, type TableRow } from './table.ts'

/** One line of the register by its fields; what stands under heads that are no field is kept too. */
export interface WrittenLine {
  row: number
  cell(field: Field): Cell
  text(field: Field): string
  /** `C 事由`, for telling where something is wrong. */
  column(field: Field): string
  others: { head: string; text: string }[]
  /** All of it, for telling whether it is the same line again. */
  whole: string
}

const TOTALS = /^(?:合计|总计|小计|累计|填表人|制表|审核|负责人|单位负责人|注|备注|说明)[:：]?/
const DITTO = /^(?:同上|〃|″|"|,,|″″)$/

/** The register's lines, without blank ones, the head printed again on every page, and what stands under the table; 同上 is filled in. */
export function writtenLines(table: Table, header: Header): WrittenLine[] {
  const lines: WrittenLine[] = []
  let above: Cell[] = []
  for (const row of table.rows.slice(header.below)) {
    if (isBlank(row) || isHeadAgain(row, header) || isUnderTable(row, header)) continue
    const cells = row.cells.map((cell, index) => (typeof cell === 'string' && DITTO.test(cell) ? above[index] ?? null : cell))
    above = cells
    lines.push(writtenLine({ number: row.number, cells }, header))
  }
  return lines
}

function writtenLine({ number, cells }: TableRow, { columns, heads }: Header): WrittenLine {
  const known = new Set(columns.values())
  const cell = (field: Field): Cell => cells[columns.get(field) ?? -1] ?? null
  return {
    row: number, cell, text: (field) => textOf(cell(field)).trim(),
    column: (field) => { const index = columns.get(field); return index === undefined ? '' : `${columnLetter(index)} ${heads[index] ?? ''}`.trim() },
    others: cells.flatMap((value, index) => (known.has(index) || value === null || fieldOfHead(heads[index] ?? '') === 'serial' ? [] : [{ head: heads[index] || columnLetter(index), text: textOf(value) }])),
    whole: JSON.stringify(cells.map((value, index) => (index === columns.get('serial') ? '' : textOf(value)))),
  }
}

function isHeadAgain(row: TableRow, { heads, columns }: Header): boolean {
  const same = [...columns.values()].filter((column) => {
    const text = headKey(textOf(row.cells[column]))
    return text !== '' && headKey(heads[column] ?? '').endsWith(text)
  })
  return same.length >= Math.max(2, columns.size / 2)
}

/** Totals and signatures: a line that begins like one and has no subject. */
function isUnderTable(row: TableRow, { columns }: Header): boolean {
  const first = row.cells.find((cell) => cell !== null)
  const subject = row.cells[columns.get('subject') ?? -1]
  return typeof first === 'string' && TOTALS.test(first) && (subject == null || subject === first)
}
