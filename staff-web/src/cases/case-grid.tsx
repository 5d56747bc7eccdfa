import { memo, type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useLanguage } from '../shared/language.ts'
import { type Column, type ColumnName, SUBJECT_MIN, useCell } from './columns.tsx'
import type { CaseRow } from './list-pages.ts'
import type { Place } from './list-place.ts'

/** A due time with its two clocks under it takes two lines. */
const PLAIN_ROW = 46
const SEARCH_ROW = 60
const OVERSCAN = 8
const NEAR_END = 30

interface CaseGridProps {
  readonly rows: readonly CaseRow[]
  readonly columns: readonly Column[]
  readonly q: string | undefined
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly onNearEnd: () => void
  /** Where the reader was when they left for a case. */
  readonly place: Place
}

/** A table that draws only the rows in sight: ten thousand rows scroll like fifty. */
export function CaseGrid({ rows, columns, q, selected, onSelect, onNearEnd, place }: CaseGridProps) {
  const { t } = useTranslation('cases')
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: place.top, height: 800 })
  const rowHeight = rows.some((row) => row.excerpt != null) ? SEARCH_ROW : PLAIN_ROW
  const { language } = useLanguage()
  const widths = columns.map((column) => column.width[language])
  const template = widths.map((width) => (width === 0 ? `minmax(${SUBJECT_MIN}px, 1fr)` : `${width}px`)).join(' ')
  const least = widths.reduce<number>((sum, width) => sum + (width === 0 ? SUBJECT_MIN : width), 0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    element.scrollTop = place.top
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN)
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN)
  useEffect(() => { if (last >= rows.length - NEAR_END) onNearEnd() }, [last, rows.length, onNearEnd])
  useFollowSelected({ scroller, rows, selected, rowHeight })
  const onScroll = (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop, clientHeight } = event.currentTarget
    place.top = scrollTop
    setView({ top: scrollTop, height: clientHeight })
  }
  return (
    <div ref={scroller} className="case-grid" onScroll={onScroll} role="table" aria-label={t('table')} aria-rowcount={rows.length + 1}>
      <div className="case-grid-inner" style={{ minWidth: least }}>
        <div role="rowgroup" className="case-grid-head">
          <div role="row" aria-rowindex={1} className="case-grid-row" style={{ gridTemplateColumns: template }}>
            {columns.map((column) => <span key={column.name} role="columnheader" className="clip" title={column.name === 'due' ? t('dueOf') : undefined}>{t(`columns.${column.name}`)}</span>)}
          </div>
        </div>
        <div role="rowgroup" style={{ height: rows.length * rowHeight, position: 'relative' }}>
          {rows.slice(first, last).map((row, index) => (
            <GridRow
              key={row.id} row={row} index={first + index} columns={columns} q={q} chosen={selected === first + index} onSelect={onSelect}
              template={template} height={rowHeight}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

interface GridRowProps {
  readonly row: CaseRow
  readonly index: number
  readonly columns: readonly Column[]
  readonly q: string | undefined
  readonly chosen: boolean
  readonly onSelect: (index: number) => void
  readonly template: string
  readonly height: number
}

/** Drawn anew only when something about it changed: scrolling draws the rows that come into sight and no others. */
const GridRow = memo(function GridRow({ row, index, columns, q, chosen, onSelect, template, height }: GridRowProps) {
  const cell = useCell(q)
  const navigate = useNavigate()
  const open = (event: React.MouseEvent) => {
    // The link opens by itself (also in a new tab), and marking text to copy it is no click.
    if (event.target instanceof Element && event.target.closest('a') !== null) return
    if (window.getSelection()?.type === 'Range') return
    onSelect(index)
    void navigate(`/cases/${row.id}`)
  }
  return (
    <div role="row" aria-rowindex={index + 2} className="case-grid-row" data-chosen={chosen} data-late={row.late} style={{ gridTemplateColumns: template, height, transform: `translateY(${index * height}px)` }} onClick={open} onFocus={() => onSelect(index)}>
      {columns.map((column) => <span key={column.name} role="cell" className={cellClass(column.name)}>{cell(row, column.name)}</span>)}
    </div>
  )
})

function cellClass(name: ColumnName): string {
  return name === 'subject' ? 'case-cell-subject' : name === 'strip' ? '' : 'clip'
}

/** Brings the chosen row into sight and gives its link the focus, so that Enter and a screen reader follow j and k. */
function useFollowSelected({ scroller, rows, selected, rowHeight }: {
  scroller: React.RefObject<HTMLDivElement | null>; rows: readonly CaseRow[]; selected: number; rowHeight: number
}) {
  const before = useRef(selected)
  useEffect(() => {
    const element = scroller.current
    const row = rows[selected]
    if (element === null || row === undefined || before.current === selected) return
    before.current = selected
    const top = selected * rowHeight
    const head = PLAIN_ROW
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight + head > element.scrollTop + element.clientHeight) element.scrollTop = top + rowHeight + head - element.clientHeight
    // The row may only be drawn after the scroll has been taken in.
    const focus = () => element.querySelector<HTMLElement>(`[data-case="${row.id}"]`)?.focus({ preventScroll: true })
    let frame = requestAnimationFrame(() => { frame = requestAnimationFrame(focus) })
    // A quick hand is already on the next row: the focus of this one must not call it back.
    return () => cancelAnimationFrame(frame)
  }, [scroller, rows, selected, rowHeight])
}
