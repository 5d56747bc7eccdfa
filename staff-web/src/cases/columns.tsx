import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DueWithClocks } from '../shared/due-tag.tsx'
import { type Formats, useFormat } from '../shared/format.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { Strip } from '../shared/strip.tsx'
import { TwoClocks } from '../shared/two-clocks.tsx'
import type { CaseRow } from './list-pages.ts'
import { MarkWords } from './mark-words.tsx'
import { PassedOnCell } from './passed-on.tsx'

/** The columns of the paper register, in its order; `usual` ones show until the reader chooses. Widths in px by language; 0 takes what is left. */
export const COLUMNS = [
  { name: 'number', width: { zh: 136, en: 136 }, usual: true },
  { name: 'registeredAt', width: { zh: 122, en: 116 }, usual: true },
  { name: 'channel', width: { zh: 72, en: 76 }, usual: true },
  { name: 'requester', width: { zh: 66, en: 80 }, usual: true },
  { name: 'organization', width: { zh: 140, en: 150 }, usual: false },
  { name: 'subject', width: { zh: 0, en: 0 }, usual: true },
  { name: 'category', width: { zh: 52, en: 94 }, usual: true },
  { name: 'urgency', width: { zh: 60, en: 70 }, usual: false },
  { name: 'firstContact', width: { zh: 74, en: 92 }, usual: true },
  { name: 'handler', width: { zh: 118, en: 118 }, usual: true },
  { name: 'strip', width: { zh: 130, en: 126 }, usual: true },
  { name: 'status', width: { zh: 76, en: 96 }, usual: false },
  { name: 'due', width: { zh: 182, en: 190 }, usual: true },
  { name: 'clocks', width: { zh: 150, en: 150 }, usual: false },
  { name: 'unfollowed', width: { zh: 160, en: 232 }, usual: false },
  { name: 'passing', width: { zh: 280, en: 320 }, usual: false },
  { name: 'result', width: { zh: 110, en: 96 }, usual: true },
  { name: 'closedAt', width: { zh: 122, en: 116 }, usual: false },
  { name: 'rating', width: { zh: 78, en: 86 }, usual: true },
] as const

export type ColumnName = (typeof COLUMNS)[number]['name']
export type Column = (typeof COLUMNS)[number]
export const SUBJECT_MIN = 180

type Words = { shared: ReturnType<typeof useTranslation<'shared'>>['t']; cases: ReturnType<typeof useTranslation<'cases'>>['t']; format: Formats; q: string | undefined }

/** Draws one cell; a hook, so that texts and formats are looked up once and not per cell. */
export function useCell(q: string | undefined): (row: CaseRow, column: ColumnName) => ReactNode {
  const shared = useTranslation('shared').t
  const cases = useTranslation('cases').t
  const format = useFormat()
  const words: Words = { shared, cases, format, q }
  return (row, column) => CELLS[column](row, words)
}

const CELLS: { readonly [Name in ColumnName]: (row: CaseRow, words: Words) => ReactNode } = {
  number: (row, { q }) => <span className="num muted"><MarkWords text={row.number} q={q} /></span>,
  registeredAt: (row, { format }) => <span className="num">{format.formatInstant(row.registeredAt)}</span>,
  channel: (row, { shared }) => shared(`channel.${row.channel}`),
  requester: (row, { cases }) => <>{row.requesterName} {row.colleague === true && <span className="tag">{cases('colleague')}</span>}</>,
  organization: (row) => row.organization ?? '',
  subject: (row, { q, cases, shared }) => (
    <>
      <Link to={`/cases/${row.id}`} className="case-subject" title={row.subject} data-case={row.id}>
        {row.priority === true && <span className="tag soon">{cases('firstServed')}</span>} {row.urgency !== 'normal' && <span className="tag late">{shared(`urgency.${row.urgency}`)}</span>}
        {row.unpromised && <span className="tag soon">{cases('unpromised')}</span>}
        {row.round > 1 && <span className="tag">{cases('round', { round: row.round })}</span>}
        <span className="clip"><MarkWords text={row.subject} q={q} /></span>
      </Link>
      {row.excerpt != null && <span className="case-excerpt clip">{cases('found')}<MarkWords text={row.excerpt} q={q} /></span>}
    </>
  ),
  category: (row, { shared }) => shared(`category.${row.category}`),
  urgency: (row, { shared }) => shared(`urgency.${row.urgency}`),
  firstContact: (row) => <span title={`${row.firstContact.personName} · ${row.firstContact.unitName}`}>{row.firstContact.personName}</span>,
  handler: (row, words) => <HandlerCell row={row} words={words} />,
  strip: (row) => <Strip legs={row.legs} late={row.late} kept={row.outcome === 'solved' || row.outcome === 'explained' || row.outcome === 'outside'} />,
  status: (row) => <StatusTag status={row.status} />,
  due: (row) => <DueCell row={row} />,
  clocks: (row) => <TwoClocks clocks={row.clocks} />,
  unfollowed: (row, { cases, format }) => row.unfollowed === null ? '' : (
    <>
      <span className="num" title={cases('unfollowedSince', { when: format.formatInstant(row.unfollowed.since) })}>{cases('unfollowed', { count: row.unfollowed.workingDays })}</span>
      {' '}<Link to={followUpPath(row.id)} aria-label={cases('followUpOf', { number: row.number })}>{cases('followUp')}</Link>
    </>
  ),
  passing: (row) => <PassedOnCell row={row} />,
  result: (row, { shared }) => row.outcome === null ? '' : <span title={row.result ?? ''}>{row.result ?? shared(`outcome.${row.outcome}`)}</span>,
  closedAt: (row, { format }) => row.closedAt === null ? '' : <span className="num">{format.formatInstant(row.closedAt)}</span>,
  rating: (row, { shared }) => row.grade === null ? '' : shared(`grade.g${gradeKey(row.grade)}`),
}

/** The case with the panel open in which a follow-up is written down. */
export function followUpPath(caseId: string): string {
  return `/cases/${caseId}?act=addNote`
}

function gradeKey(grade: number): 1 | 2 | 3 | 4 | 5 {
  return Math.min(5, Math.max(1, Math.round(grade))) as 1 | 2 | 3 | 4 | 5
}

function HandlerCell({ row, words }: { row: CaseRow; words: Words }) {
  if (row.pendingUnitName !== null) return <span className="case-pending" title={row.pendingUnitName}>{words.cases('pending', { unit: row.pendingUnitName })}</span>
  return <span title={`${row.handler.personName} · ${row.handler.unitName}`}>{row.handler.personName} <span className="muted">{row.handler.unitName}</span></span>
}

/** What is owed while it is open, what became of it afterwards. */
export function DueCell({ row }: { row: CaseRow }) {
  const { t } = useTranslation('shared')
  const ended = row.status === 'closed' || row.status === 'withdrawn' || row.status === 'merged' || row.status === 'answered'
  if (ended || row.dueAt === null) return <StatusTag status={row.status} />
  return <DueWithClocks due={{ dueAt: row.dueAt, estimated: row.dueEstimated, workingDaysLeft: row.workingDaysLeft, lateBy: row.lateBy }} light={row.light} clocks={row.clocks} about={t('due.ofCase')} />
}
