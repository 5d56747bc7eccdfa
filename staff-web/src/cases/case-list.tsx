import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useKeys } from '../shared/keys.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { CaseCards } from './case-cards.tsx'
import { CaseGrid } from './case-grid.tsx'
import { type Column, followUpPath } from './columns.tsx'
import type { Filters } from './filters.ts'
import { useCasePages } from './list-pages.ts'
import type { Place } from './list-place.ts'
import { useRoomBelow } from './use-room-below.ts'

interface CaseListProps {
  readonly filters: Filters
  readonly columns: readonly Column[]
  readonly narrow: boolean
  /** A filter or a word narrows the list. */
  readonly narrowed: boolean
  readonly onClear: () => void
  readonly place: Place
}

export function CaseList({ filters, columns, narrow, narrowed, onClear, place }: CaseListProps) {
  const { t } = useTranslation('cases')
  const navigate = useNavigate()
  const { query, rows, more, reread, changed } = useCasePages(filters)
  const [selected, setSelected] = useState(place.selected)
  const [box, room] = useRoomBelow()
  const following = filters.view === 'following'
  const choose = useCallback((index: number) => { place.selected = index; setSelected(index) }, [place])
  const step = (by: number) => { if (rows.length > 0) choose(Math.min(rows.length - 1, Math.max(0, selected + by))) }
  const row = rows[selected]
  useKeys([
    { key: 'j', label: t('keys.next'), act: () => step(1) },
    { key: 'ArrowDown', label: t('keys.next'), act: () => step(1) },
    { key: 'k', label: t('keys.previous'), act: () => step(-1) },
    { key: 'ArrowUp', label: t('keys.previous'), act: () => step(-1) },
    ...(following ? [{ key: 'i', label: t('keys.followUp'), act: () => { if (row !== undefined) void navigate(followUpPath(row.id)) }, disabled: row === undefined }] : []),
    { key: 'Enter', label: t('keys.open'), act: () => { if (row !== undefined) void navigate(`/cases/${row.id}`) }, disabled: row === undefined },
  ])
  if (query.isPending) return <div className="card case-list-state"><LoadingState rows={12} /></div>
  if (query.isError && rows.length === 0) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (rows.length === 0) {
    return (
      <div className="card">
        <EmptyState
          title={t(narrowed ? 'empty.filtered' : following ? 'empty.following' : 'empty.plain')} text={t(narrowed ? 'empty.filteredText' : following ? 'empty.followingText' : 'empty.plainText')}
          action={narrowed ? <Button onClick={onClear}>{t('clear')}</Button> : undefined}
        />
      </div>
    )
  }
  return (
    <>
      {narrow
        ? <CaseCards rows={rows} following={following} q={filters.q} more={query.hasNextPage} loading={query.isFetchingNextPage} onMore={more} />
        : <div ref={box} className="card case-list" style={{ height: room }}><CaseGrid rows={rows} columns={columns} q={filters.q} selected={selected} onSelect={choose} onNearEnd={more} place={place} /></div>}
      <div className="case-list-foot" role="status">
        <span className="muted">{t(query.hasNextPage ? 'loaded' : 'loadedAll', { count: rows.length })}{query.isFetchingNextPage ? ` · ${t('loadingMore')}` : ''}</span>
        {query.isFetchNextPageError && <Button size="small" onClick={more}>{t('loadMore')}</Button>}
        {changed && <Button size="small" type="link" onClick={reread}>{t('changed')}</Button>}
      </div>
    </>
  )
}
