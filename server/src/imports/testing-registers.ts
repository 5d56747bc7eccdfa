import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TextDecoder } from 'node:util'
import ExcelJS from 'exceljs'

type Cells = (string | number | Date | { formula: string; result: string } | null)[]

/** A register as an office keeps it: a merged title, a subtitle, a head of two rows, and under the lines who filled it in. */
export async function officeRegister(folder: string, lines: Cells[], more: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined): Promise<string> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('2024年')
  sheet.addRow(['青山县建设局首问负责制登记台账'])
  sheet.mergeCells('A1:P1')
  sheet.addRow(['单位：规划科', null, null, '2024 年'])
  sheet.addRow(['序号', '登记编号', '日期', '来访方式', '服务对象', null, null, '事由', '类别', '首问责任人', '承办', null, '处理方式', '办理结果', '办结时间', '满意度', '领导签字'])
  sheet.addRow([null, null, null, null, '姓名', '单位或住址', '联系电话', null, null, null, '承办部门', '承办人', null, null, null, null, null])
  for (const merge of ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:G3', 'H3:H4', 'I3:I4', 'J3:J4', 'K3:L3', 'M3:M4', 'N3:N4', 'O3:O4', 'P3:P4', 'Q3:Q4']) sheet.mergeCells(merge)
  for (const line of lines) sheet.addRow(line)
  sheet.addRow([])
  sheet.addRow(['填表人：李文', null, null, '审核：何平'])
  more(sheet, book)
  const path = join(folder, `register-${Math.random().toString(36).slice(2)}.xlsx`)
  await book.xlsx.writeFile(path)
  return path
}

export async function csvFile(folder: string, text: string, encoding: 'utf-8' | 'gb18030'): Promise<string> {
  const path = join(folder, `register-${Math.random().toString(36).slice(2)}.csv`)
  await writeFile(path, encoding === 'utf-8' ? text : inGb(text))
  return path
}

/** Node reads this encoding but does not write it: the two-byte part of its table, turned around. */
function inGb(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high < 0xff; high += 1) for (let low = 0x40; low < 0xff; low += 1) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Buffer.from([...text].flatMap((character) => {
    const code = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : codes.get(character)
    if (!code) throw new Error(`no code for ${character}`)
    return code
  }))
}
