import type { SheetName, SheetRow, Workbook } from '@daodi/domain/directory/import-shape.ts'
import type { SheetRead } from './read-workbook.ts'
import { columnLetter, SHEETS, sheetNamed, type Column } from './sheets.ts'

export interface Place { sheet: string; row: number | null; column: string | null; head: string | null; code: string; params: Record<string, string> }
/** The rows by field, where each field stands, and what of the sheets themselves cannot be taken. */
export interface BookRows { book: Workbook; columns: Map<string, number>; places: Place[]; isReadable: boolean }

/** Takes the sheets as tables with one row of heads. Merged cells and formulas have no value of their own, so they are refused. */
export function rowsOfBook(sheets: readonly SheetRead[]): BookRows {
  const places: Place[] = []
  const columns = new Map<string, number>()
  const book: Partial<Record<SheetName, SheetRow[]>> = {}
  let isReadable = true
  for (const sheet of sheets) {
    const name = sheetNamed(sheet.name)
    if (!name) continue
    const at = (more: Partial<Place> & { code: string }): void => { places.push({ sheet: sheet.name, row: null, column: null, head: null, params: {}, ...more }) }
    if (book[name]) { at({ code: 'sheet-twice' }); isReadable = false; continue }
    const fields = fieldsOf(sheet, SHEETS[name].columns, at)
    if (!fields) { isReadable = false; continue }
    for (const [column, field] of fields) columns.set(`${name}/${field}`, column)
    for (const range of sheet.merged) at({ row: Number(/\d+/.exec(range)?.[0] ?? 0), column: /^[A-Z]+/.exec(range)?.[0] ?? null, code: 'merged', params: { value: range } })
    book[name] = sheet.rows.slice(1).map((row) => ({ row: row.number, cells: cellsByField(row.cells, fields, (column, field) =>
      at({ row: row.number, column: columnLetter(column), head: headOf(name, field), code: 'formula' })) }))
  }
  return { book, columns, places, isReadable }
}

export function headOf(sheet: SheetName, field: string): string {
  return SHEETS[sheet].columns.find((column) => column.field === field)?.head ?? field
}

type At = (more: Partial<Place> & { code: string }) => void

/** Which field stands in which column; null when one that is needed is missing. */
function fieldsOf(sheet: SheetRead, columns: readonly Column[], at: At): Map<number, string> | null {
  const heads = sheet.rows[0]
  const fields = new Map<number, string>()
  let isWhole = true
  for (const [index, { text }] of heads?.cells ?? []) {
    const plain = text.replace(/[\s*＊]/g, '').toLowerCase()
    const column = columns.find((one) => one.head === plain || one.en.replace(/\s/g, '') === plain)
    const place = { row: heads?.number ?? null, column: columnLetter(index), head: text.slice(0, 40) }
    if (!column) { at({ ...place, code: 'column-unknown', params: { value: text.slice(0, 40) } }); isWhole = false }
    else if ([...fields.values()].includes(column.field)) { at({ ...place, code: 'column-twice' }); isWhole = false }
    else fields.set(index, column.field)
  }
  for (const column of columns.filter((one) => one.needed && ![...fields.values()].includes(one.field))) {
    at({ row: heads?.number ?? 1, head: column.head, code: 'column-missing', params: { value: column.head } })
    isWhole = false
  }
  return isWhole ? fields : null
}

/** An empty cell of a column that is there is empty; a column that is not there says nothing. */
function cellsByField(cells: ReadonlyMap<number, { text: string; isFormula: boolean }>, fields: ReadonlyMap<number, string>, formula: (column: number, field: string) => void): SheetRow['cells'] {
  return Object.fromEntries([...fields].map(([column, field]) => {
    const cell = cells.get(column)
    if (cell?.isFormula) formula(column, field)
    return [field, cell?.text ?? '']
  }))
}
