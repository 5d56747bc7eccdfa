import type { z } from 'zod'
import type { FormDocument } from '@daodi/contract/staff/exports/form-document.ts'
import type { CaseView } from '@daodi/contract/staff/cases/views.ts'
import { localParts, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { FormWords } from './form-words.ts'
import type { MatterOnPaper } from './store.ts'
import type { Language, Words } from './words.ts'

export type Form = z.input<typeof FormDocument>
export type Block = Form['blocks'][number]
export type Field = { name: string; value: string; lines: number }

export interface Contacts { name: string | null; phone: string | null; organization: string | null; address: string | null }

/** What a case's form is written from. */
export interface FormSource {
  view: z.input<typeof CaseView>
  /** When the person may expect an answer, as the portal says it; null once there is one, and while the clock stands. */
  expected: { at: string; estimated: boolean } | null
  /** Masked, unless `full`. */
  contacts: Contacts | null
  full: boolean
  matter: MatterOnPaper | null
  institution: string
  supervisionLine: string | null
  by: string
  at: string
  calendar: Calendar
  language: Language
  words: FormWords
  codes: Words
  /** Both known only to the browser that registered the case. */
  code: string | null
  site: string | null
}

export type Timeline = FormSource['view']['timeline']

export function field(name: string, value: string | number | null | undefined, lines = 1): Field {
  return { name, value: value == null ? '' : String(value), lines }
}

/** One field a row. */
export function fields(...list: (Field | Field[])[]): Block {
  return { kind: 'fields', rows: list.map((row) => (Array.isArray(row) ? row : [row])) }
}

export function table(title: string | null, columns: readonly [name: string, width: number, align?: 'left' | 'center'][], rows: string[][]): Block {
  const whole = columns.reduce((sum, [, width]) => sum + width, 0)
  return { kind: 'table', title, columns: columns.map(([name, width, align = 'left']) => ({ name, width: Math.round((width * 1000) / whole) / 10, align })), rows }
}

export function signatures(...items: [name: string, value?: string][]): Block {
  return { kind: 'signatures', items: items.map(([name, value = '']) => ({ name, value })) }
}

interface Times { calendar: Calendar; words: FormWords }

export function dayOf({ calendar, words }: Times, at: string): string {
  const { year, month, day } = localParts(calendar, at)
  return words.day(year, month, day)
}

export function momentOf(times: Times, at: string): string {
  const { hour, minute } = localParts(times.calendar, at)
  return `${dayOf(times, at)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A moment something is owed: midnight belongs to the day it ends; what no published notice covers says so. */
export function dueText(times: Times, due: { dueAt: string; estimated: boolean }): string {
  const { hour, minute } = localParts(times.calendar, due.dueAt)
  const midnight = hour === 0 && minute === 0
  const text = midnight ? `${dayOf(times, new Date(Date.parse(due.dueAt) - 60_000).toISOString())} 24:00` : momentOf(times, due.dueAt)
  return due.estimated ? times.words.estimated(text) : text
}

/** What the person was promised, or else when the case is due. */
export function promisedText(source: FormSource): string | null {
  const { promise, dueAt, dueEstimated } = source.view
  if (promise) return dueText(source, promise)
  return dueAt === null ? null : dueText(source, { dueAt, estimated: dueEstimated })
}

/** The same in what the person takes home, where it is the answer that counts. */
export function answerText(source: FormSource): string | null {
  const { view: { promise }, expected } = source
  if (promise) return dueText(source, promise)
  return expected && dueText(source, { dueAt: expected.at, estimated: expected.estimated })
}

export function requesterText({ contacts, words }: FormSource): string {
  return contacts?.name ?? words.anonymous
}

export function contactText({ contacts, words }: FormSource): string {
  return [contacts?.phone, contacts?.organization, contacts?.address].filter(Boolean).join(words.wide)
}

/** When and where it happened and how many it concerns, said under the question: the usual forms have no columns of their own for it. */
export function placeText(source: FormSource): string | null {
  const { view: { place, occurredAt, involvedCount }, words } = source
  const said = [[words.occurredAt, occurredAt === null ? null : momentOf(source, occurredAt)], [words.place, place], [words.persons, involvedCount === null ? null : String(involvedCount)]] as const
  return said.flatMap(([name, text]) => (text === null ? [] : [`${name}${words.colon}${text}`])).join('\n') || null
}

export function summaryText(source: FormSource): string {
  return [source.view.subject, source.view.content, placeText(source)].filter(Boolean).join('\n')
}

/** The papers handed in: ticked in the last notice, or still in custody. */
export function papersGiven({ view }: FormSource): { given: string[]; missing: string[] } {
  const noticed = view.notices.flatMap((notice) => notice.papers)
  const held = view.custody.filter((custody) => custody.returnedAt === null).flatMap((custody) => custody.papers)
  const given = [...new Set([...noticed.filter((paper) => paper.given).map((paper) => paper.name), ...held])]
  return { given, missing: [...new Set(noticed.map((paper) => paper.name))].filter((name) => !given.includes(name)) }
}

/** The unit that gave the work away at that moment. */
export function unitAt({ view }: FormSource, at: string): string {
  const held = view.legs.filter((leg) => leg.kind === 'hold')
  return (held.findLast((leg) => leg.to === at) ?? held.findLast((leg) => leg.from <= at))?.unitName ?? view.registerUnitName
}

interface Sheet { title: string; blocks: Block[]; paper?: 'A4' | 'A5'; parts?: string[]; textSize?: number }

export function sheet(source: FormSource, { title, blocks, paper = 'A4', parts = [], textSize = 12 }: Sheet): Form {
  const { view, words, by, at, full, institution, language } = source
  return {
    language, institution, title, number: view.number, paper, across: false, textSize, parts, blocks, full,
    foot: words.foot(by, momentOf(source, at), full), fileName: `${title}-${view.number}.docx`,
  }
}
