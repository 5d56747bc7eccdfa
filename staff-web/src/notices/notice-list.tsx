import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useFormat } from '../shared/format.ts'
import { pathOfTakingUp } from '../shared/duty-subject.ts'
import { Kbd, useKeys } from '../shared/keys.tsx'
import type { Notice } from '../shared/unread-notices.ts'

/** By arrow keys or by pointer; opening a case marks what is said of it as read. */
export function NoticeList({ rows, onRead }: { rows: readonly Notice[]; onRead: (ids: string[]) => void }) {
  const { t } = useTranslation('notices')
  const navigate = useNavigate()
  const list = useRef<HTMLUListElement>(null)
  const [marked, setMarked] = useState('')
  const at = Math.max(0, rows.findIndex((row) => row.id === marked))
  const current = rows[at]
  const move = (by: 1 | -1) => {
    const index = Math.min(rows.length - 1, Math.max(0, at + by))
    setMarked(rows[index]?.id ?? '')
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }
  const read = (row: Notice) => { if (row.readAt === null) onRead([row.id]) }
  const open = () => { if (current) { read(current); void navigate(targetOf(current)) } }
  const takeUp = (row: Notice) => { read(row); void navigate(takingUpOf(row) ?? targetOf(row)) }
  useKeys([
    { key: 't', label: t('keys.takeUp'), disabled: current === undefined || takingUpOf(current) === null, act: () => { if (current) takeUp(current) } },
    { key: 'j', label: t('keys.down'), act: () => move(1) }, { key: 'ArrowDown', label: t('keys.down'), act: () => move(1) },
    { key: 'k', label: t('keys.up'), act: () => move(-1) }, { key: 'ArrowUp', label: t('keys.up'), act: () => move(-1) },
    { key: 'Enter', label: t('keys.open'), act: open }, { key: 'r', label: t('keys.read'), disabled: current?.readAt !== null, act: () => { if (current) read(current) } },
  ])
  return (
    <ul ref={list} className="card notices">
      {rows.map((row, index) => <NoticeRow key={row.id} row={row} marked={index === at} onMark={() => setMarked(row.id)} onRead={() => read(row)} onTakeUp={() => takeUp(row)} />)}
    </ul>
  )
}

function targetOf(row: Notice): string {
  if (row.kind === 'webhookOff') return '/admin/outbox'
  if (row.kind === 'standInBegun') return '/todo'
  if (row.kind === 'standInEnded') return '/cases?view=mineHandling'
  if (row.case === null) return `/roster/${row.kind.startsWith('walkround') ? 'walkrounds' : 'tasks'}?unit=${row.detail.unitId ?? ''}`
  return row.case?.visible ? `/cases/${row.case.id}` : '/notices'
}

/** What climbed to the reader may be taken up from its notice. */
function takingUpOf(row: Notice): string | null {
  return row.case?.mayTakeUp === true ? pathOfTakingUp(row.case.id, row.detail.duty) : null
}

const URGENT: readonly Notice['kind'][] = ['dutyLate', 'dutyClimbed', 'returned', 'resultReturned', 'reopened']

function NoticeRow({ row, marked, onMark, onRead, onTakeUp }: { row: Notice; marked: boolean; onMark: () => void; onRead: () => void; onTakeUp: () => void }) {
  const { t } = useTranslation('notices')
  const obligations = useTranslation('obligations').t
  const { formatDueInstant, formatInstant } = useFormat()
  const { detail } = row
  const duty = detail.duty as 'resolve' | undefined
  const words = [
    ...standInWords(row, t), duty && obligations(`kind.${duty}`), detail.rung && t('climbed', { rung: detail.rung }), detail.dueAt && row.kind !== 'standInBegun' && t('due', { when: formatDueInstant(detail.dueAt, detail.dueEstimated === true) }), row.actorName && row.kind !== 'standInEnded' && t('by', { name: row.actorName }),
  ].filter(Boolean)
  return (
    <li className={`${marked ? 'on' : ''}${row.readAt === null ? ' unread' : ''}`} aria-current={marked || undefined} onPointerMove={(event) => { if (event.movementX !== 0 || event.movementY !== 0) onMark() }}>
      <div className="notice-what">
        <b className={URGENT.includes(row.kind) ? 'notice-urgent' : undefined}>{t(`kind.${row.kind}`)}</b>
        {row.readAt === null && <span className="only-read"> {t('isUnread')}</span>}
        <NoticeSubject row={row} onMark={onMark} onRead={onRead} />
        <span className="faint clip">{words.join(' · ')}</span>
      </div>
      <time className="faint num" dateTime={row.at}>{formatInstant(row.at)}</time>
      <span className="notice-act">
        {takingUpOf(row) !== null && <Button size="small" onClick={onTakeUp}>{t('takeUp')}<span className="only-read"> {row.case?.subject}</span>{marked && <> <Kbd keys="t" /></>}</Button>}
        {row.readAt === null && <Button size="small" type="text" onClick={onRead}>{t('markRead')}</Button>}
      </span>
    </li>
  )
}

/** How much there is to see to in a colleague's place, or what was done in one's own. */
function standInWords({ kind, detail }: Notice, t: ReturnType<typeof useTranslation<'notices'>>['t']): string[] {
  const count = detail.count ?? 0
  if (kind === 'standInBegun') return [t('standIn.owed', { count })]
  if (kind !== 'standInEnded') return []
  return [t('standIn.done', { count }), ...(detail.numbers?.length ? [t('standIn.numbers', { numbers: detail.numbers.join(t('standIn.between')) })] : [])]
}

function NoticeSubject({ row, onMark, onRead }: { row: Notice; onMark: () => void; onRead: () => void }) {
  const { t } = useTranslation('notices')
  if (row.case === null) return <Link to={targetOf(row)} className="clip" onClick={onRead} onFocus={onMark}>{row.kind === 'webhookOff' ? t('open') : [row.detail.name, row.detail.unitName].filter(Boolean).join(' · ')}</Link>
  if (!row.case.visible) return <span className="faint"><span className="num">{row.case.number}</span> {t('hidden')}</span>
  return (
    <Link to={targetOf(row)} className="clip" onClick={onRead} onFocus={onMark}>
      <span className="num">{row.case.number}</span> {row.case.subject ?? t('erased')}{row.case.place !== null && <span className="muted"> · {row.case.place}</span>}
    </Link>
  )
}
