import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { LightSign } from '../shared/due-tag.tsx'
import { pathOfDuty, pathOfReturn } from '../shared/duty-subject.ts'
import { useKeys } from '../shared/keys.tsx'
import { grouped } from './groups.ts'
import { pathOfStep, stepOf, TodoRow } from './todo-row.tsx'
import { useSignFor } from './use-sign-for.ts'
import type { Obligation } from './use-obligations.ts'
import { useWindow, zoomOf } from './use-window.ts'

const HEAD = 44
/** Row heights, as the style sheet has them. */
const ROW = 66
const ROW_NARROW = 108

export function TodoList({ rows, counts, onSigned, onEnd }: { rows: readonly Obligation[]; counts: { red: number; amber: number } | null; onSigned: () => void; onEnd: () => void }) {
  const { t } = useTranslation('obligations')
  const navigate = useNavigate()
  const list = useRef<HTMLUListElement>(null)
  const narrow = useNarrow()
  const { items, rows: ordered } = grouped(rows, counts)
  const heights = items.map((item) => item.kind === 'head' ? HEAD : narrow ? ROW_NARROW : ROW)
  const { from, to, before, total } = useWindow(heights, list)
  // By id, so that the mark stays with its duty when others come and go; once its duty is done it stays at its place in the list.
  const [marked, setMarked] = useState({ id: '', place: 0 })
  const found = ordered.findIndex((row) => row.id === marked.id)
  const at = Math.max(0, found >= 0 ? found : Math.min(marked.place, ordered.length - 1))
  const current = ordered[at]
  const sign = useSignFor(onSigned)

  const mark = (index: number) => setMarked({ id: ordered[index]?.id ?? '', place: index })
  const move = (by: 1 | -1) => {
    const index = Math.min(ordered.length - 1, Math.max(0, at + by))
    mark(index)
    bringIntoView(list.current, heights, items.findIndex((item) => item.kind === 'row' && item.index === index))
  }
  const open = () => { if (current) void navigate(pathOfDuty(current)) }
  const step = current && stepOf(current)
  const begin = () => { if (current && step) void navigate(pathOfStep(current, step)) }
  useKeys([
    { key: 'j', label: t('keys.down'), act: () => move(1) },
    { key: 'ArrowDown', label: t('keys.down'), act: () => move(1) },
    { key: 'k', label: t('keys.up'), act: () => move(-1) },
    { key: 'ArrowUp', label: t('keys.up'), act: () => move(-1) },
    { key: 'Enter', label: t('keys.open'), act: open },
    { key: 'o', label: t('keys.open'), act: open },
    { key: 'd', label: t('keys.next'), disabled: step !== 'next', act: begin }, { key: 't', label: t('keys.takeUp'), disabled: step !== 'takeUp', act: begin },
    { key: 'b', label: t('keys.return'), disabled: step !== 'sign', act: () => void navigate(pathOfReturn(current?.caseId ?? '')) },
    { key: 's', label: t('keys.sign'), disabled: step !== 'sign', act: () => { if (current) sign.sign(current) } },
  ])
  const nearEnd = to >= items.length
  const reachedEnd = useRef(onEnd)
  useEffect(() => { reachedEnd.current = onEnd })
  useEffect(() => { if (nearEnd) reachedEnd.current() }, [nearEnd, items.length])

  return (
    <ul ref={list} className="card todo" style={{ height: total + 2 }}>
      <li aria-hidden="true" style={{ height: before }} />
      {items.slice(from, to).map((item) => item.kind === 'head'
        ? <li key={item.light} className={`todo-head todo-${item.light}`}><h2><LightSign light={item.light} /> {t(`group.${item.light}`)} <span className="num">{t('items', { count: item.count })}</span></h2></li>
        : <TodoRow key={item.row.id} row={item.row} marked={item.index === at} signing={sign.signing === item.row.id} onMark={() => mark(item.index)} onSign={() => sign.sign(item.row)} />)}
    </ul>
  )
}

function bringIntoView(list: HTMLElement | null, heights: readonly number[], index: number): void {
  if (!list || index < 0) return
  const zoom = zoomOf(list)
  const top = list.getBoundingClientRect().top + window.scrollY + zoom * heights.slice(0, index).reduce((sum, height) => sum + height, 0)
  const bar = 60 * zoom
  const bottom = top + zoom * (heights[index] ?? 0)
  if (top < window.scrollY + bar + HEAD * zoom) window.scrollTo({ top: top - bar - HEAD * zoom })
  else if (bottom > window.scrollY + window.innerHeight - bar) window.scrollTo({ top: bottom - window.innerHeight + bar })
}

const NARROW = '(max-width: 760px)'

function useNarrow(): boolean {
  return useSyncExternalStore((watcher) => {
    const media = window.matchMedia(NARROW)
    media.addEventListener('change', watcher)
    return () => media.removeEventListener('change', watcher)
  }, () => window.matchMedia(NARROW).matches)
}
