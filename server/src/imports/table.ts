/** A cell's value; text is trimmed, and an empty cell is null. */
export type Cell = string | number | Date | null

export interface TableRow {
  /** As the spreadsheet or an editor of tables counts, from 1. */
  number: number
  cells: Cell[]
}

export interface Table { sheet: string; rows: TableRow[] }

export const ROWS_MAX = 50_000
export const FILE_MAX_BYTES = 20 * 1024 * 1024
/** A register has some thirty columns; a sheet that is wider was formatted to its very edge. */
export const COLUMNS_MAX = 100

/** A, B, … Z, AA: the letter over a column, from index 0. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

export function textOf(cell: Cell | undefined): string {
  if (cell == null) return ''
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '').replace('T', ' ').slice(0, 16)
  return typeof cell === 'number' ? String(cell) : cell
}

export function isBlank(row: TableRow): boolean {
  return row.cells.every((cell) => cell === null)
}
