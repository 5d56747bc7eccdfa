import ExcelJS from 'exceljs'
import type { Cell, Column, Line } from './columns.ts'

export interface Sheet { path: string; name: string; title: string; mark: string; page: string; columns: Column[] }

/** A register being written to disk as it is read: only the row at hand is in memory. */
export interface RegisterWriter {
  add(line: Line): void
  /** A line of text after the last row. */
  note(text: string): void
  /** Everything is on the disk when it returns. */
  finish(): Promise<void>
}

const HEADER_ROW = 3
const BORDER: Partial<ExcelJS.Borders> = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } }
/** Texts stay text when they are typed over; `@` is the spreadsheet's own sign for it. */
const FORMATS: Readonly<Record<Column['kind'], string>> = { text: '@', time: 'yyyy-mm-dd hh:mm', number: '0' }

/** A4 across, as wide as the page, the header on every page, the page number and who took it out at the foot. */
export function openRegister(sheet: Sheet): RegisterWriter {
  const { columns } = sheet
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: sheet.path, useStyles: true, useSharedStrings: false })
  book.creator = 'Daodi'
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: HEADER_ROW }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `1:${HEADER_ROW}`, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: `&L${footerText(sheet.mark)}&R${sheet.page}` },
  })
  page.columns = columns.map(({ width, kind }) => ({ width, style: { numFmt: FORMATS[kind], alignment: { vertical: 'top', wrapText: kind === 'text' } } }))
  writeHead(page, sheet)
  return {
    add: (line) => {
      const row = page.addRow(columns.map((column) => safeCell(column.value(line))))
      row.eachCell({ includeEmpty: true }, (cell) => { cell.border = BORDER })
      row.commit()
    },
    note: (text) => page.addRow([text]).commit(),
    finish: async () => {
      page.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: HEADER_ROW, column: columns.length } }
      page.commit()
      await book.commit()
    },
  }
}

function writeHead(page: ExcelJS.Worksheet, { title, mark, columns }: Sheet): void {
  const head = page.addRow([harmless(title)])
  head.font = { bold: true, size: 16 }
  head.alignment = { horizontal: 'center' }
  page.mergeCells(1, 1, 1, columns.length)
  head.commit()
  const by = page.addRow([harmless(mark)])
  by.font = { size: 9, color: { argb: 'FF666666' } }
  by.alignment = { horizontal: 'left', wrapText: false }
  page.mergeCells(2, 1, 2, columns.length)
  by.commit()
  const names = page.addRow(columns.map(({ header }) => header))
  names.eachCell((cell) => {
    cell.border = BORDER
    cell.font = { bold: true }
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  })
  names.commit()
}

/** In a footer `&` begins a code, and 255 characters are all there is. */
function footerText(text: string): string {
  return text.replace(/&/g, '&&').slice(0, 180)
}

function safeCell(value: Cell): Cell {
  return typeof value === 'string' ? harmless(value) : value
}

/** What a spreadsheet may take for a formula when the cell is retyped, or the sheet goes through CSV, gets an apostrophe in front. */
function harmless(value: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
}
