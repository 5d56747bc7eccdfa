import { createHmac } from 'node:crypto'
import { localDate, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { newIdAt } from '../database/new-id.ts'
import { OperatorError } from '../database/operator-error.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'
import { installationSecret } from '../setup/store-installation.ts'
import { FAULTS, type Fault } from './faults.ts'
import type { Field } from './fields.ts'
import { chooseSheet, type Header } from './find-header.ts'
import { findUnit } from './find-people.ts'
import type { Mapping } from './mapping.ts'
import { readLine, type ReadLine, type Reading } from './read-line.ts'
import { findInstitution, importedContents, institutionCodes, keepImported, lockImport, orTakeBack, readDirectory, redate, type TakenLine } from './store.ts'
import { columnLetter, type Table } from './table.ts'
import { writtenLines } from './written-lines.ts'

/** What plays a line into a case; the composition brings the cases' own way of registering. */
export interface CaseBook { register(services: Services, past: PastCase): Promise<PastRegistered> }
interface PastCase {
  institutionId: string
  firstContact: Place
  registeredAt: string; channel: string; category: string; subject: string; content: string | null
  requester: ReadLine['requester']
  handler: { holder: Place; at: string } | null
  end: ReadLine['end']
  note: string
}
interface Place { personId: string; unitId: string }
type PastRegistered = { ok: true; number: string; caseId: string; status: string; isLate: boolean } | { ok: false; refusal: string }

export interface ImportAsk {
  /** Shown in the cases' notes. */
  fileName: string
  tables: Table[]
  mapping: Mapping
  institution: string
  unit: string
  sheet: string | null
  dryRun: boolean
  /** Take over what is good and report the rest; otherwise one bad line means that nothing is written. */
  skipBad: boolean
  progress: (done: number, total: number) => void
}

export interface ImportedLine { row: number; number: string; registeredAt: string; channel: string; category: string; status: string; isLate: boolean; firstContact: string; handler: string | null }

export interface ImportReport {
  sheet: string
  columns: { field: Field; column: string }[]
  otherColumns: string[]
  lines: number
  imported: ImportedLine[]
  alreadyThere: number
  faults: Fault[]
  /** Nothing has been written: a dry run, or something was wrong. */
  written: boolean
}

/** Ends the transaction of an import that is not to stay, and carries its report out of it. */
class NotWritten extends Error {
  readonly report: ImportReport

  constructor(report: ImportReport) {
    super('nothing is written')
    this.report = report
  }
}

/**
 * Takes a paper register over: every line becomes a case at the paper's times, numbered in the register of its own day.
 * One transaction: all lines, or with `skipBad` all good ones, or nothing. A line that was taken over before is left out,
 * so that a file may be imported again after it has grown, or after a failure. A dry run does all of it and takes it back.
 * Refuses (OperatorError) an institution, unit or sheet that is not there, and a sheet that is no register.
 */
export async function importRegister(services: Services, book: CaseBook, ask: ImportAsk): Promise<ImportReport> {
  const { table, header } = chooseSheet(ask.tables, ask.mapping, ask.sheet)
  const reading = await prepare(services, ask)
  const report: ImportReport = { sheet: table.sheet, ...describeColumns(header), lines: 0, imported: [], alreadyThere: 0, faults: [], written: false }
  const lines = writtenLines(table, header)
  report.lines = lines.length
  const good: ReadLine[] = []
  const unread: Fault[] = []
  for (const line of lines) {
    const read = readLine(line, reading)
    if (read.ok) good.push(read.read)
    else unread.push(...read.faults)
  }
  try {
    await transaction(services.db, async (trx) => {
      // The transaction may be run again after a deadlock.
      Object.assign(report, { imported: [], alreadyThere: 0, faults: [...unread] })
      await writeLines({ ...services, db: trx }, { book, ask, reading, report }, good)
      report.faults.sort((a, b) => a.row - b.row)
      if (ask.dryRun || (report.faults.length > 0 && !ask.skipBad)) throw new NotWritten(report)
    })
    report.written = true
    return report
  } catch (error) {
    if (error instanceof NotWritten) return error.report
    throw error
  }
}

async function prepare(services: Services, { institution: asked, unit: unitName, mapping }: ImportAsk): Promise<Reading> {
  const institution = await findInstitution(services.db, asked)
  if (institution === 'several') throw new OperatorError(`名称为 ${asked} 的单位不止一个；请改用登记代号。`, `Several institutions are called ${asked}; give the register code.`)
  if (!institution) throw new OperatorError(`没有 ${asked} 这个单位；现有的是 ${(await institutionCodes(services.db)).join('、') || '（还没有）'}。`, `There is no institution ${asked}; there are ${(await institutionCodes(services.db)).join(', ') || 'none yet'}.`)
  const directory = await readDirectory(services.db, institution)
  const search = findUnit(directory, { ...mapping, units: {} }, unitName)
  if (!search.ok) throw new OperatorError(`${search.fault.zh}；现有的部门：${directory.units.map((unit) => unit.name).join('、')}。`, `${search.fault.en}: ${directory.units.map((unit) => unit.name).join(', ')}.`)
  return { mapping, directory, unit: search.found, calendar: await currentCalendar(services.db, institution.id), now: services.clock() }
}

function describeColumns({ columns, heads }: Header): Pick<ImportReport, 'columns' | 'otherColumns'> {
  const name = (column: number): string => `${columnLetter(column)} ${heads[column] ?? ''}`.trim()
  const known = new Set(columns.values())
  return {
    columns: [...columns].map(([field, column]) => ({ field, column: name(column) })),
    otherColumns: heads.flatMap((head, column) => (head === '' || known.has(column) ? [] : [name(column)])),
  }
}

const BATCH = 500

interface Writing { book: CaseBook; ask: ImportAsk; reading: Reading; report: ImportReport }

/** By day, so that today's register, which others are waiting for, is held for the shortest time. */
async function writeLines(services: Services, writing: Writing, good: readonly ReadLine[]): Promise<void> {
  const { reading, ask, report } = writing
  const { directory, unit } = reading
  await lockImport(services.db, unit.id)
  const before = await importedContents(services.db, directory.institutionId, unit.id)
  const { fresh, misdated } = freshLines(good, before, { report, digest: digestWith(await installationSecret(services.db)), calendar: reading.calendar })
  const into = { institutionId: directory.institutionId, unitId: unit.id, at: reading.now }
  await redate(services.db, into, misdated)
  let [done, taken]: [number, TakenLine[]] = [0, []]
  for (const line of fresh.toSorted((a, b) => (a.read.registeredAt < b.read.registeredAt ? -1 : a.read.registeredAt > b.read.registeredAt ? 1 : a.read.row - b.read.row))) {
    const caseId = await writeLine(services, writing, line.read)
    if (caseId !== null) taken.push({ identity: line.identity, content: line.content, caseId })
    done += 1
    if (done % BATCH !== 0) continue
    await keepImported(services.db, into, taken)
    taken = []
    ask.progress(done, fresh.length)
  }
  await keepImported(services.db, into, taken)
}

interface Fresh { read: ReadLine; identity: string; content: string }
interface Lines { fresh: Fresh[]; /** Kept under the day in UTC, by earlier versions: from which identity to which. */ misdated: { from: string; to: string }[] }

/**
 * Leaves out what was taken over before. A line with a number is the same as one with that number on that day; without
 * one it is the same if all of it is, and the n-th of equal lines is the n-th.
 */
function freshLines(good: readonly ReadLine[], kept: ReadonlyMap<string, string>, { report, digest, calendar }: { report: ImportReport; digest: (text: string) => string; calendar: Calendar }): Lines {
  const lines = good.map((read) => ({ read, content: digest(read.whole), day: localDate(calendar, read.registeredAt) }))
  const byDayInUtc = new Map(lines.flatMap(({ read, content, day }) => {
    const utcDay = read.registeredAt.slice(0, 10)
    const from = digest(numbered(read, utcDay))
    return read.paperNumber !== null && day !== utcDay && kept.get(from) === content ? [[from, { from, to: digest(numbered(read, day)), content }] as const] : []
  }))
  const misdated = [...byDayInUtc.values()].filter(({ to }) => !kept.has(to) || byDayInUtc.has(to))
  const before = new Map(kept)
  for (const { from } of misdated) before.delete(from)
  for (const { to, content } of misdated) before.set(to, content)
  const seen = new Map<string, number>()
  const fresh: Fresh[] = []
  for (const { read, content, day } of lines) {
    const same = read.paperNumber === null ? content : numbered(read, day)
    const count = (seen.get(same) ?? 0) + 1
    seen.set(same, count)
    if (read.paperNumber !== null && count > 1) { report.faults.push({ row: read.row, column: null, ...FAULTS.numberTwice() }); continue }
    const identity = digest(read.paperNumber === null ? `${content} ${count}` : same)
    const known = before.get(identity)
    if (known === content) report.alreadyThere += 1
    else if (known !== undefined) report.faults.push({ row: read.row, column: null, ...FAULTS.numberChanged() })
    else fresh.push({ read, identity, content })
  }
  return { fresh, misdated }
}

function numbered({ paperNumber }: ReadLine, day: string): string {
  return `number ${paperNumber} ${day}`
}

function digestWith(secret: Buffer): (text: string) => string {
  return (text) => createHmac('sha256', secret).update(text).digest('hex')
}

/** The new case's id; null when the line was refused, and the report says why. */
async function writeLine(services: Services, { book, ask, reading, report }: Writing, read: ReadLine): Promise<string | null> {
  const { row, firstContact, handler } = read
  const { institutionId } = reading.directory
  // Lists are in the order of ids, so a case of the past needs ids of the past.
  const ofThen = { ...services, newId: () => newIdAt(Date.parse(read.registeredAt)) }
  const past: PastCase = {
    ...read, institutionId, firstContact: placeOf(firstContact), handler: handler && { holder: placeOf(handler.found), at: handler.at },
    note: `由纸质登记簿导入：${ask.fileName} 第 ${row} 行${read.paperNumber === null ? '' : `，原登记编号 ${read.paperNumber}`}`,
  }
  const work = (): Promise<PastRegistered> => book.register(ofThen, past)
  const registered = ask.skipBad ? await orTakeBack(services.db, work, (result) => result.ok) : await work()
  if (!registered.ok) {
    report.faults.push({ row, column: null, ...FAULTS.refused(registered.refusal) })
    return null
  }
  const { number, status, isLate } = registered
  report.imported.push({ row, number, registeredAt: read.registeredAt, channel: read.channel, category: read.category, status, isLate, firstContact: firstContact.name, handler: handler?.found.name ?? null })
  return registered.caseId
}

/** Ids only: whatever goes into a fact stays for good. */
function placeOf({ personId, unitId }: Place): Place {
  return { personId, unitId }
}
