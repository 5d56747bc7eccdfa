import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { useDebounced } from '../shared/use-debounced.ts'
import { type Entry, EntryLine, usePhoneBook } from '../shared/phone-book.tsx'

const KINDS = ['person', 'desk', 'unit', 'outside'] as const

/** The whole phone book, to be searched or leafed through; begins with what the address asks for. */
export function Book() {
  const [params] = useSearchParams()
  const asked = params.get('q') ?? ''
  return <BookFrom key={asked} asked={asked} />
}

function BookFrom({ asked }: { asked: string }) {
  const { t } = useTranslation('directory')
  const [typed, setTyped] = useState(asked)
  const [kind, setKind] = useState<Entry['kind'] | 'all'>('all')
  const q = useDebounced(typed.trim(), 200)
  const { query, rows } = usePhoneBook(q, { kind: kind === 'all' ? undefined : kind, limit: 50 })
  return (
    <>
      <div className="dir-bar">
        <Input type="search" prefix={<SearchOutlined />} className="dir-search" value={typed} maxLength={60} placeholder={t('book.search')} aria-label={t('book.label')} onChange={(event) => setTyped(event.target.value)} />
        <Radio.Group
          optionType="button" aria-label={t('edit.kind')} value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}
          options={[{ value: 'all', label: t('book.kinds.all') }, ...KINDS.map((value) => ({ value, label: t(`book.kinds.${value}`) }))]}
        />
      </div>
      {query.isPending && <div className="card"><LoadingState rows={8} /></div>}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <div className="card"><EmptyState title={t('book.empty')} text={t('book.emptyText')} /></div>}
      {rows.length > 0 && <ul className="card book-list">{rows.map((entry) => <li key={entry.kind + entry.id}><EntryLine entry={entry} /></li>)}</ul>}
      {query.hasNextPage && <div className="dir-more"><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('edit.more')}</Button></div>}
    </>
  )
}
