import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { checkDirectoryImport, type DirectoryCheck, WORKBOOK_MAX_BYTES, WORKBOOK_MAX_ROWS } from '@daodi/contract/staff/directory/import.ts'
import type { Fault, Planned, SheetName } from '@daodi/domain/directory/import-shape.ts'
import type { ImportPlan } from '@daodi/domain/directory/plan-import.ts'
import { transaction } from '../database/transaction.ts'
import type { Staff } from '../http/caller.ts'
import { Refused, type FieldError } from '../http/refused.ts'
import { answer, route } from '../http/route.ts'
import { digestOfPlan, planBook } from './plan-book.ts'
import { readWorkbook, type Unread } from './read-workbook.ts'
import { columnLetter, NOTES, sheetNamed, SHEETS, titleOf } from './sheets.ts'
import { keepImport } from './store.ts'
import { headOf, rowsOfBook, type BookRows, type Place } from './workbook-rows.ts'

const SHOWN = 500
const SHOWN_A_SHEET = 300
const ABSENT_SHOWN = 200

/** A workbook may say something about every unit, so only whoever administers the whole institution may bring one. */
export function refuseOthers(caller: Staff): void {
  if (!caller.roles.some((grant) => grant.role === 'administrator' && grant.unitId === caller.unitPath[0])) throw new Refused('not-allowed')
}

/** Nothing is changed; a workbook without problems is kept for a day, to be applied as it was shown. */
export const checkDirectoryImportRoute = route(checkDirectoryImport, async ({ caller, at, file }, services) => {
  refuseOthers(caller)
  const upload = await file?.() ?? null
  if (!upload) return { ok: false, refusal: 'attachment-missing' }
  const bytes = await bytesOf(upload.stream)
  if (bytes === null) return { ok: false, refusal: 'workbook-too-large', errors: faultOfBook('workbook-too-large', upload.name, []) }
  const read = await readWorkbook(bytes, { wanted: (name) => sheetNamed(name) !== null, rowsMax: WORKBOOK_MAX_ROWS })
  if (!read.ok) return { ok: false, refusal: read.refusal, errors: faultOfBook(read.refusal, upload.name, read.sheet === null ? [] : [read.sheet]) }
  const unread = read.unread.filter(({ name }) => name !== NOTES)
  if (read.sheets.length === 0) return { ok: false, refusal: 'workbook-has-no-sheet', errors: faultOfBook('workbook-has-no-sheet', upload.name, unread.map(({ name }) => name)) }
  const rows = rowsOfBook(read.sheets)
  const plan = rows.isReadable ? (await planBook(services.db, caller.institutionId, rows.book)).plan : null
  const problems = [...unread.map(placeOfUnread), ...rows.places, ...plan?.faults.map((fault) => placeOf(fault, rows)) ?? []]
  const id = problems.length === 0 ? services.newId() : null
  if (id !== null) {
    const digest = createHash('sha256').update(bytes).digest('hex')
    await transaction(services.db, (trx) => keepImport(trx, { institutionId: caller.institutionId, id, personId: caller.personId, fileName: upload.name.slice(0, 200), digest, sheets: rows.book, at }))
  }
  return answer(checkView(id, plan, problems))
}, 'own')

function placeOfUnread({ name, isHidden }: Unread): Place {
  return { sheet: name.slice(0, 100), row: null, column: null, head: null, code: isHidden ? 'sheet-hidden' : 'sheet-unknown', params: { value: name.slice(0, 100) } }
}

const KNOWN_SHEETS = Object.values(SHEETS).map(({ title }) => title).join(', ')
const REMEDIES = {
  'workbook-too-large': 'is larger than 20 MB. Split it and import the parts one after the other.',
  'workbook-unreadable': 'is no .xlsx workbook in UTF-8 that can be read. Open it in a spreadsheet program and save it as .xlsx without a password.',
  'workbook-too-many-rows': `has more than ${WORKBOOK_MAX_ROWS} rows with the sheets before it. Split it and import the parts one after the other.`,
  'workbook-has-no-sheet': `has none of the sheets ${KNOWN_SHEETS}. Name the sheets as in the template.`,
}

/** The file and the sheets it is about, and what to do. */
function faultOfBook(code: keyof typeof REMEDIES, file: string, sheets: readonly string[]): FieldError[] {
  const about = [`“${file.slice(0, 100)}”`, ...sheets.slice(0, 10).map((sheet) => `sheet “${sheet.slice(0, 100)}”`)].join(', ')
  return [{ pointer: '/file', code, detail: `${about} ${REMEDIES[code]}` }]
}

/** Null as soon as it is more than may be; the rest is read and dropped, so that the sender hears why. */
async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size <= WORKBOOK_MAX_BYTES) chunks.push(chunk as Buffer)
  }
  return size > WORKBOOK_MAX_BYTES ? null : Buffer.concat(chunks)
}

function placeOf({ sheet, row, field, code, params }: Fault, { columns }: BookRows): Place {
  const column = field === null ? undefined : columns.get(`${sheet}/${field}`)
  return { sheet: titleOf(sheet), row, column: column === undefined ? null : columnLetter(column), head: field === null ? null : headOf(sheet, field), code, params: { ...params } }
}

/** What is changed is looked at before what is new: there somebody may lose something. */
function shownOf(planned: readonly Planned<unknown>[]): Planned<unknown>[] {
  return [...planned.filter((one) => !one.isNew && one.fields.length > 0), ...planned.filter((one) => one.isNew)].slice(0, SHOWN_A_SHEET)
}

function checkView(id: string | null, plan: ImportPlan | null, problems: Place[]): z.input<typeof DirectoryCheck> {
  const changes = plan ? [plan.units, plan.posts, plan.people, plan.matters].flatMap(shownOf) : []
  return {
    id, problemCount: problems.length, problems: problems.slice(0, SHOWN), digest: plan ? digestOfPlan(plan) : '0'.repeat(64),
    sheets: Object.entries(plan?.tallies ?? {}).map(([sheet, tally]) => ({ sheet: sheet as SheetName, ...tally })), absent: plan?.absent.slice(0, ABSENT_SHOWN) ?? [],
    changes: changes.map(({ sheet, row, isNew, name, fields }) => ({ sheet, row, kind: isNew ? 'new' : 'changed', name, fields })),
  }
}
