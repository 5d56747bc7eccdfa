import { localParts, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { maskAddress, maskName, maskPhone } from '@daodi/domain/requester/mask.ts'
import type { WholeCaseRow } from '../cases/store-list.ts'
import type { RowDetails } from './store.ts'
import type { Words } from './words.ts'

export type Cell = string | number | Date | null

/** One case as the columns read it: the list's row, what the list does not have, and the words of papers taken. */
export interface Line { serial: number; row: WholeCaseRow; details: RowDetails | undefined; papers: string[]; place: string | null; involved: string | null }

export interface Column {
  header: string
  /** Characters of half width. */
  width: number
  kind: 'text' | 'time' | 'number'
  value(line: Line): Cell
}

export interface Writing { words: Words; calendar: Calendar }

/** The columns of the paper register of the 2000s, or all of today's; what only paper can hold (签字) stays empty for it. */
export function columnsOf(layout: 'brief' | 'full', writing: Writing): Column[] {
  return layout === 'brief' ? briefColumns(writing) : fullColumns(writing)
}

function briefColumns({ words }: Writing): Column[] {
  const { briefColumns: names } = words
  return [
    text(names.name, 14, ({ row }) => nameOf(row, words)),
    text(names.place, 28, placeOf),
    text(names.phone, 16, ({ row }) => (row.colleague ? row.requester_phone : maskPhone(row.requester_phone))),
    text(names.subject, 44, ({ row }) => row.subject ?? words.erased),
    text(names.firstContact, 14, ({ row }) => row.first_name),
    text(names.result, 50, (line) => resultOf(line, words)),
  ]
}

function fullColumns({ words, calendar }: Writing): Column[] {
  const { columns: names } = words
  const nothing = (): null => null
  return [
    { header: names.serial, width: 6, kind: 'number', value: ({ serial }) => serial },
    text(names.number, 19, ({ row }) => row.number),
    time(names.registeredAt, calendar, ({ row }) => row.registered_at),
    text(names.channel, 10, ({ row }) => words.channel[row.channel] ?? row.channel),
    text(names.name, 12, ({ row }) => nameOf(row, words)),
    text(names.gender, 6, nothing),
    text(names.place, 22, placeOf),
    text(names.phone, 14, ({ row }) => (row.colleague ? row.requester_phone : maskPhone(row.requester_phone))),
    { header: names.persons, width: 6, kind: 'number', value: ({ row }) => row.state.involvedCount ?? null },
    text(names.subject, 36, ({ row }) => row.subject ?? words.erased),
    text(names.occurred, 24, (line) => occurredIn(line, { words, calendar })),
    text(names.category, 10, ({ row }) => words.category[row.category] ?? row.category),
    text(names.papers, 24, ({ papers }) => papers.join(words.list)),
    text(names.firstContact, 12, ({ row }) => row.first_name),
    text(names.firstPhone, 14, ({ row }) => row.first_phone),
    text(names.branch, 12, ({ row }) => branchOf(row, words)),
    text(names.unit, 16, ({ row }) => row.handler_unit),
    text(names.handler, 12, ({ row }) => row.handler_name),
    time(names.handedAt, calendar, ({ row }) => row.state.legs.findLast((leg) => leg.kind === 'wait')?.from ?? null),
    { header: names.dueAt, width: 17, kind: 'time', value: ({ row }) => promisedIn(row, { words, calendar }) },
    text(names.result, 40, (line) => resultOf(line, words)),
    time(names.endedAt, calendar, ({ row }) => row.ended_at),
    text(names.told, 24, (line) => toldOf(line, { words, calendar })),
    text(names.grade, 12, ({ row }) => (row.grade === null ? null : words.grade[row.grade - 1] ?? null)),
    text(names.signature, 12, nothing),
    text(names.remarks, 20, (line) => remarksOf(line, words)),
  ]
}

/** What stands between names, however they are written in a row. */
const NAMES_BETWEEN = /[\s、,，;；/]+/

function text(header: string, width: number, value: (line: Line) => string | null): Column {
  return { header, width, kind: 'text', value }
}

function time(header: string, calendar: Calendar, value: (line: Line) => string | null): Column {
  return { header, width: 17, kind: 'time', value: (line) => wallTime(calendar, value(line)) }
}

/** A spreadsheet knows no time zones: the numbers on the organisation's clock, told as if they were UTC, are what it shows. */
function wallTime(calendar: Calendar, at: string | null): Date | null {
  if (at === null) return null
  const { year, month, day, hour, minute } = localParts(calendar, at)
  return new Date(Date.UTC(year, month - 1, day, hour, minute))
}

export function timeText(calendar: Calendar, at: string): string {
  const { date, hour, minute } = localParts(calendar, at)
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A colleague is no stranger: who it is stands there in full. */
function nameOf({ colleague, requester_name: name }: WholeCaseRow, words: Words): string | null {
  return colleague && name !== null ? words.colleague(name) : maskName(name)
}

function placeOf({ row, details }: Line): string | null {
  return [row.organization, maskAddress(details?.address ?? null)].filter(Boolean).join(' ') || null
}

function branchOf({ state }: WholeCaseRow, words: Words): string | null {
  if (state.branch === null) return null
  return state.branch === 'mine' && state.notices.length > 0 ? words.withNotice : words.branch[state.branch] ?? state.branch
}

/** A day that no published holiday notice covers is marked wherever it stands, so then it is text. */
function promisedIn(row: WholeCaseRow, { words, calendar }: Writing): Cell {
  const { promise } = row.state
  const due = promise ? { at: promise.dueAt, estimated: promise.estimated } : row.due_at === null ? null : { at: row.due_at, estimated: row.due_estimated }
  if (due === null) return null
  return due.estimated ? words.estimated(timeText(calendar, due.at)) : wallTime(calendar, due.at)
}

function resultOf({ row }: Line, words: Words): string {
  if (row.outcome !== null) return [words.outcome[row.outcome] ?? row.outcome, row.result].filter(Boolean).join(words.clause)
  const status = words.status[row.status] ?? row.status
  return row.pending_unit === null ? status : [status, words.waitingFor(row.pending_unit)].join(words.clause)
}

function toldOf({ details }: Line, { words, calendar }: Writing): string | null {
  if (!details?.told_at) return null
  const { told_channel: channel } = details
  return [timeText(calendar, details.told_at), channel === null ? null : words.channel[channel] ?? channel].filter(Boolean).join(' ')
}

/** Only what was said of it: without a time of its own it happened when it was registered. */
function occurredIn({ row: { state }, place }: Line, { words, calendar }: Writing): string | null {
  return [state.occurredAt === undefined ? null : timeText(calendar, state.occurredAt), place].filter(Boolean).join(words.clause) || null
}

function remarksOf({ row: { state, referred, returned, passed }, involved }: Line, words: Words): string | null {
  const names = involved?.split(NAMES_BETWEEN).filter(Boolean).map((name) => maskName(name)).join(words.list)
  return [state.afterwards ? words.afterwards : null, names ? words.involved(names) : null, state.round > 1 ? words.round(state.round) : null, referred > 1 || returned > 1 ? words.passedOn(referred, returned) : null, ...(passed ?? []).map((act) => words.passed(act)), state.confidential ? words.confidential : null].filter(Boolean).join(words.clause) || null
}
