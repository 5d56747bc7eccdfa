import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { listMatters } from '@daodi/contract/staff/matters/matters.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { useDebounced } from '../shared/use-debounced.ts'
import { usePromiseWords } from '../shared/limit-words.ts'
import { MatterDrafts, RemoveMatter } from './matter-drafts.tsx'
import { MatterEditions } from './matter-editions.tsx'
import { EditMatter, NewMatter } from './new-matter.tsx'
import { Precedents } from './precedents.tsx'

const PAGE = 50

/** What the organisation does, with who does it, the papers and the promised time. */
export function Matters() {
  const { t } = useTranslation('admin')
  const [part, setPart] = useState<'inForce' | 'drafts' | 'history' | 'rulings'>('inForce')
  return (
    <>
      <Segmented className="matter-parts" aria-label={t('sections.matters')} value={part} onChange={setPart} options={(['inForce', 'drafts', 'history', 'rulings'] as const).map((value) => ({ value, label: t(`edition.${value}`) }))} />
      {part === 'inForce' ? <MattersInForce /> : part === 'drafts' ? <MatterDrafts /> : part === 'history' ? <MatterEditions /> : <Precedents />}
    </>
  )
}

function MattersInForce() {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const promise = usePromiseWords()
  const [typed, setTyped] = useState('')
  const [creating, setCreating] = useState(false)
  const [editing, setEditing] = useState<{ id: string; name: string } | null>(null)
  const q = useDebounced(typed.trim(), 250)
  const query = useInfiniteQuery({
    queryKey: ['matters', 'list', q],
    queryFn: ({ pageParam, signal }) => call(listMatters, { query: { q: q === '' ? undefined : q, ...(pageParam === '' ? {} : { after: pageParam }), limit: PAGE }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <div className="admin-bar">
        <Input type="search" prefix={<SearchOutlined />} className="admin-search" value={typed} maxLength={100} placeholder={t('matter.search')} aria-label={t('matter.search')} onChange={(event) => setTyped(event.target.value)} />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('matter.create')}</Button>
      </div>
      {query.isPending && <div className="card admin-pad"><LoadingState rows={8} /></div>}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <div className="card"><EmptyState title={t(q === '' ? 'matter.empty' : 'matter.notFound')} text={q === '' ? t('matter.emptyText') : undefined} /></div>}
      {rows.length > 0 && (
        <ul className="card matter-list">
          {rows.map((matter) => (
            <li key={matter.id} className="matter-row">
              <div>
                <span><b>{matter.name}</b> {matter.category !== null && <span className="tag">{shared(`category.${matter.category}`)}</span>}</span>
                <span className="muted">{[matter.unitName, matter.personName, matter.room, matter.phone].filter(Boolean).join(' · ')}</span>
                <span className="muted">{[
                  matter.onSpot ? t('matter.onSpotShort') : '', promise(matter) ?? '',
                  matter.papers.length === 0 ? t('matter.noPapers') : t('matter.papersCount', { count: matter.papers.length, names: matter.papers.map((paper) => paper.name).join(t('policy.separator')) }), matter.citation ?? '',
                ].filter(Boolean).join(' · ')}</span>
              </div>
              <span className="matter-acts">
                <Button size="small" aria-label={`${t('matter.edit')} ${matter.name}`} onClick={() => setEditing(matter)}>{t('matter.edit')}</Button>
                <RemoveMatter id={matter.id} name={matter.name} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && <div className="admin-more"><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('matter.more')}</Button></div>}
      {creating && <NewMatter onClose={() => setCreating(false)} />}
      {editing && <EditMatter id={editing.id} name={editing.name} onClose={() => setEditing(null)} />}
    </>
  )
}
