import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { SheetName } from '@daodi/domain/directory/import-shape.ts'
import { NOTES, SHEETS, type Column } from './sheets.ts'

/** The rows of each sheet, by the names of their columns. */
export type DirectoryLines = Readonly<Record<SheetName, Iterable<Record<string, string>>>>

/** The directory as a workbook, written as it is read. */
export async function writeWorkbook(stream: Writable, lines: DirectoryLines): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  book.creator = 'Daodi'
  for (const name of Object.keys(SHEETS) as SheetName[]) {
    const { title, columns } = SHEETS[name]
    const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
    writeHead(sheet, columns)
    for (const line of lines[name]) sheet.addRow(columns.map((column) => line[column.field] ?? '')).commit()
    sheet.commit()
  }
  writeNotes(book)
  await book.commit()
}

/** Every cell is text: a phone number must not lose its zero, nor a login become a date. */
function writeHead(sheet: ExcelJS.Worksheet, columns: readonly Column[]): void {
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } } }))
  const heads = sheet.addRow(columns.map((column) => (column.needed ? `${column.head}*` : column.head)))
  heads.font = { bold: true }
  heads.commit()
}

/** What each column means, on a sheet that importing passes over. */
function writeNotes(book: ExcelJS.stream.xlsx.WorkbookWriter): void {
  const sheet = book.addWorksheet(NOTES)
  sheet.columns = [{ width: 10 }, { width: 16 }, { width: 8 }, { width: 80, style: { alignment: { wrapText: true } } }]
  sheet.addRow(['表', '列', '必填', '填法']).commit()
  for (const { title, columns } of Object.values(SHEETS)) {
    for (const { head, needed, note, list } of columns) sheet.addRow([title, head, needed ? '是' : '', [note, list?.replaceAll(',', '、')].filter(Boolean).join('；')]).commit()
  }
  sheet.addRow(['', '', '', '没有列出的行保持不变；要去掉的请在系统里撤销或停用。不要合并单元格，不要写公式。']).commit()
  sheet.commit()
}
