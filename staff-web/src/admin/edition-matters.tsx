import { SearchOutlined } from '@ant-design/icons'
import { listEditionMatters } from '@daodi/contract/staff/matters/matters.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { usePromiseWords } from '../shared/limit-words.ts'
import { MatterSheet } from '../shared/matter-sheet.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { useDebounced } from '../shared/use-debounced.ts'

/** The whole directory as an edition had it, each matter to be opened in full. */
export function EditionMatters({ number }: { number: number }) {
  const { t } = useTranslation('admin')
  const promise = usePromiseWords()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 250)
  const list = useInfiniteQuery({
    queryKey: ['matters', 'edition', number, 'all', q],
    queryFn: ({ pageParam, signal }) => call(listEditionMatters, { params: { number }, query: { ...(q === '' ? {} : { q }), ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <div className="admin-bar"><Input type="search" prefix={<SearchOutlined />} className="admin-search" value={typed} maxLength={100} placeholder={t('edition.search')} aria-label={t('edition.search')} onChange={(event) => setTyped(event.target.value)} /></div>
      {list.isPending && <div className="card admin-pad"><LoadingState rows={6} /></div>}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <div className="card"><EmptyState title={t(q === '' ? 'matter.empty' : 'matter.notFound')} /></div>}
      {rows.length > 0 && (
        <ul className="card matter-list">
          {rows.map((matter) => (
            <li key={matter.id}>
              <details className="edition-matter">
                <summary><b>{matter.name}</b> <span className="muted">{[matter.unitName, matter.postName, matter.personName, promise(matter)].filter(Boolean).join(' · ')}</span></summary>
                <MatterSheet matter={matter} />
              </details>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && <div className="admin-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('matter.more')}</Button></div>}
    </>
  )
}
