import { listMatterEditions } from '@daodi/contract/staff/matters/matters.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { EditionChanges } from './edition-changes.tsx'

/** Every edition of the directory that was published, the newest first. */
export function MatterEditions() {
  const { t } = useTranslation('admin')
  const { formatDay } = useFormat()
  const [opened, setOpened] = useState<number | null>(null)
  const list = useInfiniteQuery({
    queryKey: ['matters', 'editions'], queryFn: ({ pageParam, signal }) => call(listMatterEditions, { query: pageParam === '' ? {} : { after: pageParam }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  if (opened !== null) return <EditionChanges number={opened} onBack={() => setOpened(null)} />
  if (list.isPending) return <div className="card admin-pad"><LoadingState rows={6} /></div>
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const rows = list.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <div className="card"><EmptyState title={t('edition.empty')} /></div>
  return (
    <>
      <ul className="card matter-list">
        {rows.map((row) => (
          <li key={row.number} className="matter-row">
            <div>
              <span><b>{t('edition.row', { number: row.number })}</b> {row.note ?? ''}</span>
              <span className="muted">{[formatDay(row.publishedAt), row.publishedByName, t('edition.counts', { ...row })].filter(Boolean).join(' · ')}</span>
            </div>
            <span className="matter-acts"><Button size="small" aria-label={`${t('edition.see')} ${t('edition.row', { number: row.number })}`} onClick={() => setOpened(row.number)}>{t('edition.see')}</Button></span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="admin-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('matter.more')}</Button></div>}
    </>
  )
}
