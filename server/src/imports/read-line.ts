import { localDate, nextWorkingMoment, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { timeZoneNamed } from '@daodi/domain/calendar/time-zone.ts'
import { readClock, readWrittenTime, type WrittenTime } from './chinese-date.ts'
import { CATEGORIES, CHANNELS, codeIn, GRADES, outcomeIn, replyChannelOf, WAYS, wordsFor, type CategoryCode, type ChannelCode, type EndCode } from './chinese-words.ts'
import { FAULTS, type Fault, type FaultText } from './faults.ts'
import { headOf, type Field } from './fields.ts'
import { findPerson, findUnit, headOfUnit, type Found } from './find-people.ts'
import type { Mapping } from './mapping.ts'
import type { Directory, DirectoryUnit } from './store.ts'
import { clean, wordsOf, type LineWords } from './read-words.ts'
import { textOf } from './table.ts'
import type { WrittenLine } from './written-lines.ts'

/** What lines are read with. `now` is an instant. */
export interface Reading { mapping: Mapping; directory: Directory; unit: DirectoryUnit; calendar: Calendar; now: string }

/** A line that says everything a case needs. Times are instants, in order. */
export interface ReadLine {
  row: number
  paperNumber: string | null
  registeredAt: string
  channel: ChannelCode
  category: CategoryCode
  subject: string
  content: string | null
  requester: LineWords['requester']
  occurredAt: string | null
  place: string | null
  involvedCount: number | null
  involvedNames: string | null
  firstContact: Found
  handler: { found: Found; at: string } | null
  end: { at: string; toldAt: string; outcome: EndCode; text: string; channel: ReturnType<typeof replyChannelOf>; onSpot: boolean; grade: number | null } | null
  whole: string
}

export type Complain = (field: Field | null, fault: FaultText) => void

/** Reads one line; everything that is wrong with it is told at once. */
export function readLine(line: WrittenLine, reading: Reading): { ok: true; read: ReadLine } | { ok: false; faults: Fault[] } {
  const faults: Fault[] = []
  const complain: Complain = (field, fault) => { faults.push({ row: line.row, column: field === null ? null : line.column(field) || headOf(field), ...fault }) }
  const registeredAt = registrationTime(line, reading, complain)
  const firstContact = firstContactOf(line, reading, complain)
  const channel = channelOf(line, reading, complain)
  const category = categoryOf(line, reading, complain)
  const occurredAt = occurrence(line, reading, registeredAt)
  const words = wordsOf(line, complain, unreadTime(line, occurredAt))
  const handler = registeredAt && firstContact ? handlerOf(line, reading, { registeredAt, firstContact, complain }) : null
  const end = registeredAt ? endOf(line, reading, { from: handler?.at ?? registeredAt, channel, onSpot: handler === null, complain }) : null
  if (end === null && firstContact) refuseLeavers(firstContact, handler, complain)
  if (faults.length > 0 || !registeredAt || !firstContact || !channel || !category || !words) return { ok: false, faults }
  return { ok: true, read: { row: line.row, paperNumber: line.text('number') || null, registeredAt, channel, category, occurredAt, ...words, firstContact, handler, end, whole: line.whole } }
}

/** Somebody who has left may have handled a case that is over, and can own none that is open. */
function refuseLeavers(firstContact: Found, handler: ReadLine['handler'], complain: Complain): void {
  if (firstContact.hasLeft) complain('firstContact', FAULTS.personLeft(firstContact.name))
  if (handler?.found.hasLeft) complain('handler', FAULTS.personLeft(handler.found.name))
}

function registrationTime(line: WrittenLine, reading: Reading, complain: Complain): string | null {
  const fallback = reading.mapping.defaults.date
  const cell = line.cell('date') ?? fallback ?? null
  if (cell === null) { complain('date', FAULTS.noDate()); return null }
  const written = readWrittenTime(cell, reading.mapping.year ?? null)
  if (!written) { complain('date', FAULTS.dateUnreadable(textOf(cell).slice(0, 30))); return null }
  const clock = line.cell('clock')
  return instantOf({ ...written, clock: written.clock ?? (clock === null ? null : readClock(clock)) }, reading, 'date', complain)
}

/** When it happened, where the register has a column for it; what cannot be read as a time before registration stays in the content. */
function occurrence(line: WrittenLine, reading: Reading, registeredAt: string | null): string | null {
  if (registeredAt === null) return null
  const cell = line.cell('occurredAt')
  const written = cell === null ? null : readWrittenTime(cell, reading.mapping.year ?? Number(registeredAt.slice(0, 4)))
  const at = written ? instantOf(written, reading, 'occurredAt', () => {}) : null
  return at !== null && at < registeredAt ? at : null
}

function unreadTime(line: WrittenLine, occurredAt: string | null): { head: string; text: string }[] {
  return occurredAt === null ? [{ head: headOf('occurredAt'), text: line.text('occurredAt') }] : []
}

/** A later moment of the same line; null when it is not written, or written without a day. */
function laterTime(line: WrittenLine, field: Field, reading: Reading, { from, complain }: { from: string; complain: Complain }): string | null {
  const cell = line.cell(field)
  if (cell === null) return null
  const written = readWrittenTime(cell, reading.mapping.year ?? Number(localDate(reading.calendar, from).slice(0, 4)))
  if (!written) {
    // 答复时间及方式 often holds the way alone.
    if (field !== 'told') complain(field, FAULTS.dateUnreadable(textOf(cell).slice(0, 30)))
    return null
  }
  const at = instantOf(written, reading, field, complain)
  if (at === null || at >= from) return at
  if (localDate(reading.calendar, at) < localDate(reading.calendar, from)) { complain(field, FAULTS.beforeRegistration()); return null }
  return from
}

/** Without a time of day: when work begins on that day, or nine o'clock on a day of rest. Today's cannot lie ahead of now. */
function instantOf(written: WrittenTime, { directory, calendar, now }: Reading, field: Field, complain: Complain): string | null {
  const { year, month, day, clock } = written
  const zone = timeZoneNamed(directory.timeZone)
  const moment = (hour: number, minute: number): string => new Date(zone.momentOf(Date.UTC(year, month - 1, day, hour, minute))).toISOString()
  const start = moment(0, 0)
  if (year < 2000) { complain(field, FAULTS.dateTooEarly()); return null }
  if (localDate(calendar, start) > localDate(calendar, now)) { complain(field, FAULTS.dateInFuture()); return null }
  const opening = nextWorkingMoment(calendar, start)
  const at = clock ? moment(clock.hour, clock.minute) : localDate(calendar, opening) === localDate(calendar, start) ? opening : moment(9, 0)
  return at > now ? now : at
}

function firstContactOf(line: WrittenLine, { mapping, directory, unit }: Reading, complain: Complain): Found | null {
  const text = line.text('firstContact') || mapping.defaults.firstContact
  if (!text) { complain('firstContact', FAULTS.missing(headOf('firstContact'))); return null }
  const search = findPerson(directory, mapping, { text, unit })
  if (search.ok) return search.found
  complain('firstContact', search.fault)
  return null
}

function channelOf(line: WrittenLine, { mapping }: Reading, complain: Complain): ChannelCode | null {
  const text = line.text('channel')
  if (text === '') return mapping.defaults.channel ?? 'visit'
  const code = mapping.channels[text] ?? codeIn(CHANNELS, text)
  if (!code) complain('channel', FAULTS.channelUnknown(text.slice(0, 20), wordsFor(CHANNELS)))
  return code
}

function categoryOf(line: WrittenLine, { mapping }: Reading, complain: Complain): CategoryCode | null {
  const text = line.text('category')
  if (text === '') return mapping.defaults.category ?? 'consultation'
  const code = mapping.categories[text] ?? codeIn(CATEGORIES, text)
  if (!code) complain('category', FAULTS.categoryUnknown(text.slice(0, 20), wordsFor(CATEGORIES)))
  return code
}

interface Start { registeredAt: string; firstContact: Found; complain: Complain }

/** Whoever took it over. The first contact's own name, or their own unit without a name, means that nobody did. */
function handlerOf(line: WrittenLine, reading: Reading, { registeredAt, firstContact, complain }: Start): ReadLine['handler'] {
  const { directory, mapping, unit } = reading
  const [unitText, personText] = [line.text('unit'), line.text('handler')]
  if (unitText === '' && personText === '') return null
  const inUnit = unitText === '' ? { ok: true as const, found: unit } : findUnit(directory, mapping, unitText)
  if (!inUnit.ok) { complain('unit', inUnit.fault); return null }
  if (personText === '' && (inUnit.found.id === unit.id || inUnit.found.id === firstContact.unitId)) return null
  const search = personText === '' ? headOfUnit(directory, inUnit.found) : findPerson(directory, mapping, { text: personText, unit: inUnit.found })
  if (!search.ok) { complain(personText === '' ? 'unit' : 'handler', search.fault); return null }
  if (search.found.personId === firstContact.personId) return null
  return { found: search.found, at: laterTime(line, 'handedAt', reading, { from: registeredAt, complain }) ?? registeredAt }
}

interface Ending { from: string; channel: ChannelCode | null; onSpot: boolean; complain: Complain }

/** How it ended, if a result or a day says that it did. */
function endOf(line: WrittenLine, reading: Reading, { from, channel, onSpot, complain }: Ending): ReadLine['end'] {
  const way = codeIn(WAYS, line.text('way'))
  const result = clean(line.text('result')) || null
  const times = endTimes(line, reading, { from, complain })
  const named = result === null ? undefined : reading.mapping.outcomes[result]
  const isEnd = result !== null && (named !== undefined || !NOT_YET.test(result))
  if (!isEnd && times === null) return null
  const { at, toldAt } = times ?? { at: from, toldAt: from }
  const isAtOnce = way === null ? at === from : way === 'onSpot' || way === 'notOurs'
  return {
    at, toldAt, outcome: named ?? outcomeIn(result, way), text: result ?? '（原登记簿未记办理结果）', channel: toldChannel(line, channel),
    onSpot: onSpot && isAtOnce, grade: codeIn(GRADES, line.text('grade')),
  }
}

/** Stands under 办理结果 and is none. */
const NOT_YET = /^(?:办理中|在办|正在办理|待办|未办结|跟进中|转办中|已转)/

/** A moment that is missing is taken from the other one. It cannot have been told before it was done. */
function endTimes(line: WrittenLine, reading: Reading, start: { from: string; complain: Complain }): { at: string; toldAt: string } | null {
  const endedAt = laterTime(line, 'endedAt', reading, start)
  const told = laterTime(line, 'told', reading, start)
  if (endedAt === null || told === null) {
    const only = endedAt ?? told
    return only === null ? null : { at: only, toldAt: only }
  }
  return { at: endedAt > told ? told : endedAt, toldAt: told }
}

function toldChannel(line: WrittenLine, asked: ChannelCode | null): ReturnType<typeof replyChannelOf> {
  const way = line.text('told').replace(/[\d:./\-年月日时分\s]+/g, '')
  const told = way === '' ? null : codeIn(CHANNELS, way)
  return replyChannelOf(told ?? asked ?? 'visit')
}
