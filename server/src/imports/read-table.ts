import { readFile, stat } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { OperatorError } from '../database/operator-error.ts'
import { decodeText } from './decode-text.ts'
import { COLUMNS_MAX, FILE_MAX_BYTES, ROWS_MAX, type Cell, type Table, type TableRow } from './table.ts'

/**
 * The sheets of a workbook, or a CSV file as its only sheet. Formulas are read as the values the file keeps of them,
 * merged cells as if each had the value. Refuses (OperatorError) files that are too large, of another kind, broken, or
 * in an encoding other than UTF-8, UTF-16 and GB18030 (GBK, GB2312).
 */
export async function readTables(path: string): Promise<Table[]> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new OperatorError(`没有 ${path} 这个文件。`, `There is no file ${path}.`)
  if (found.size > FILE_MAX_BYTES) throw new OperatorError(`${path} 超过 ${FILE_MAX_BYTES / 1024 / 1024} MB；请拆成几个文件，一个一个导入。`, `${path} is larger than ${FILE_MAX_BYTES / 1024 / 1024} MB; split it and import the parts one after the other.`)
  const bytes = await readFile(path)
  if (bytes.length === 0) throw new OperatorError(`${path} 是空的。`, `${path} is empty.`)
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) throw new OperatorError(`${path} 是旧版 .xls，或者设有密码；请打开后另存为不带密码的 .xlsx，再导入。`, `${path} is an old .xls workbook, or locked by a password; open it, save it as .xlsx without a password, and import that.`)
  const tables = bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) ? await readWorkbook(bytes, path) : [readCsv(bytes, path)]
  const large = tables.find((table) => table.rows.length > ROWS_MAX)
  if (large) throw new OperatorError(`${path}（${large.sheet}）超过 ${ROWS_MAX} 行；请拆成几个文件，一个一个导入。`, `${path} (${large.sheet}) has more than ${ROWS_MAX} rows; split it and import the parts one after the other.`)
  return tables
}

async function readWorkbook(bytes: Buffer, path: string): Promise<Table[]> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
  } catch {
    throw new OperatorError(`${path} 不能作为工作簿读取；请打开后重新保存为 .xlsx，再导入。`, `${path} cannot be read as a workbook; open it, save it again as .xlsx, and import that.`)
  }
  return book.worksheets.filter((sheet) => sheet.state === 'visible').map((sheet) => ({ sheet: sheet.name, rows: rowsOf(sheet) }))
}

function rowsOf(sheet: ExcelJS.Worksheet): TableRow[] {
  const rows: TableRow[] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: Cell[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > COLUMNS_MAX) return
      while (cells.length < column - 1) cells.push(null)
      cells[column - 1] = valueOf(cell.value)
    })
    rows.push({ number, cells })
  })
  return rows
}

function valueOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value.trim() || null
  if (typeof value === 'number' || value instanceof Date) return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if ('richText' in value) return valueOf(value.richText.map((part) => part.text).join(''))
  if ('hyperlink' in value) return valueOf(value.text)
  if ('result' in value && value.result !== undefined) return valueOf(value.result)
  return null
}

const DELIMITERS = [',', '\t', ';', '，']

function readCsv(bytes: Buffer, path: string): Table {
  const text = decode(bytes, path)
  const start = text.slice(0, 4_000)
  const delimiter = DELIMITERS.toSorted((a, b) => start.split(b).length - start.split(a).length)[0] ?? ','
  try {
    const records: string[][] = parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: false, relaxQuotes: true, maxRecordSize: 1_000_000 })
    const rows = records.map((record, index) => ({ number: index + 1, cells: record.slice(0, COLUMNS_MAX).map((cell) => cell.trim() || null) }))
    return { sheet: 'CSV', rows: rows.filter((row) => row.cells.some((cell) => cell !== null)) }
  } catch (error) {
    throw new OperatorError(`${path} 不是能读的 CSV 文件：${error instanceof Error ? error.message : String(error)}`, `${path} is not a CSV file that can be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function decode(bytes: Buffer, path: string): string {
  const decoded = decodeText(bytes)
  if (decoded.ok) return decoded.text
  const { line } = decoded
  if (line !== null) throw new OperatorError(`${path} 是 UTF-8 文本，但第 ${line} 行有损坏的字节；请核对那一行，另存为 .xlsx 或 UTF-8 的 CSV。`, `${path} is in UTF-8, but line ${line} has bytes that are not; look at that line and save it anew as .xlsx, or as CSV in UTF-8.`)
  throw new OperatorError(`${path} 既不是工作簿，也不是 UTF-8、UTF-16 或 GB18030 的文本；请另存为 .xlsx 或 CSV。`, `${path} is neither a workbook nor text in UTF-8, UTF-16 or GB18030; save it as .xlsx or as CSV.`)
}
