import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import { exportDirectory } from '@daodi/contract/staff/directory/import.ts'
import type { SheetName } from '@daodi/domain/directory/import-shape.ts'
import { planImport } from '@daodi/domain/directory/plan-import.ts'
import { shownMatter } from '@daodi/domain/directory/plan-matters.ts'
import { PAPER_FORMS } from '@daodi/domain/directory/plan-papers.ts'
import { shownPerson } from '@daodi/domain/directory/plan-people.ts'
import { shownPost } from '@daodi/domain/directory/plan-posts.ts'
import { shownUnit } from '@daodi/domain/directory/plan-units.ts'
import { answer, route } from '../http/route.ts'
import { refuseOthers } from './check-import.ts'
import { SHEETS, type Column } from './sheets.ts'
import { knownDirectory } from './store.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Lines = Readonly<Record<SheetName, Iterable<Record<string, string>>>>

/** The directory as a workbook that can be brought back, or the empty sheets. */
export const exportDirectoryRoute = route(exportDirectory, async ({ query, caller }, services) => {
  refuseOthers(caller)
  const known = await knownDirectory(services.db, caller.institutionId, { logins: [], codes: [] })
  const plan = planImport({}, known)
  const scene = { known, tree: plan.tree, people: plan.index.people, posts: plan.index.posts, faults: [] }
  const empty = query.template === '1'
  const lines: Lines = empty ? { units: [], posts: [], people: [], matters: [], papers: [] } : {
    units: known.units.map((unit) => ({ id: unit.id, ...shownUnit(unit, plan.tree, plan.index.people) })), posts: known.posts.map((post) => ({ id: post.id, ...shownPost(post, plan.tree) })),
    people: known.people.map((person) => ({ login: person.login, ...shownPerson(person, scene) })),
    matters: known.matters.map(({ id, document }) => ({ id, ...shownMatter(document, scene) })),
    papers: known.matters.flatMap(({ document }) => document.papers.map(({ name, copies, form, note = '', sample = '', source = '' }) => ({ matter: document.name, name, copies: String(copies), form: PAPER_FORMS[form], note, sample, source }))),
  }
  const stream = new PassThrough()
  writeBook(stream, lines).catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error('the workbook could not be written')))
  return { ...answer(undefined), sent: { file: { stream, name: empty ? '名录导入模板.xlsx' : '名录.xlsx', mediaType: MEDIA_TYPE } } }
})

async function writeBook(stream: PassThrough, lines: Lines): Promise<void> {
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
  const sheet = book.addWorksheet('说明')
  sheet.columns = [{ width: 10 }, { width: 16 }, { width: 8 }, { width: 80, style: { alignment: { wrapText: true } } }]
  sheet.addRow(['表', '列', '必填', '填法']).commit()
  for (const { title, columns } of Object.values(SHEETS)) {
    for (const { head, needed, note, list } of columns) sheet.addRow([title, head, needed ? '是' : '', [note, list?.replaceAll(',', '、')].filter(Boolean).join('；')]).commit()
  }
  sheet.addRow(['', '', '', '没有列出的行保持不变；要去掉的请在系统里撤销或停用。不要合并单元格，不要写公式。']).commit()
  sheet.commit()
}
