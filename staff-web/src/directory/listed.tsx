import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, useMe } from '../shared/me.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { useDebounced } from '../shared/use-debounced.ts'
import { useListed } from './use-listed.ts'

interface ListedProps<Row> {
  readonly name: string
  readonly load: Parameters<typeof useListed<Row>>[2]
  readonly createText: string
  /** What else can be done with the list. */
  readonly more?: ReactNode
  readonly emptyTitle: string
  readonly emptyText?: string
  readonly renderRow: (row: Row, change: ReactNode) => ReactNode
  /** A form for a new row, or for the one given. */
  readonly renderForm: (row: Row | null, onClose: () => void) => ReactNode
}

/** A list that can be searched; whoever administers may add to it and change it. */
export function Listed<Row extends { id: string; name: string }>({ name, load, createText, more, emptyTitle, emptyText, renderRow, renderForm }: ListedProps<Row>) {
  const { t } = useTranslation('directory')
  const keeps = hasRole(useMe(), 'administrator')
  const [typed, setTyped] = useState('')
  const [edited, setEdited] = useState<Row | 'new' | null>(null)
  const { query, rows } = useListed(name, useDebounced(typed.trim(), 250), load)
  const close = () => setEdited(null)
  return (
    <>
      <div className="dir-bar">
        <Input type="search" prefix={<SearchOutlined />} className="dir-search" value={typed} maxLength={60} placeholder={t('edit.search')} aria-label={t('edit.search')} onChange={(event) => setTyped(event.target.value)} />
        <span className="dir-acts">{more}{keeps && <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>{createText}</Button>}</span>
      </div>
      {query.isPending && <div className="card"><LoadingState rows={8} /></div>}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <div className="card"><EmptyState title={typed === '' ? emptyTitle : t('book.empty')} text={typed === '' ? emptyText : undefined} /></div>}
      {rows.length > 0 && (
        <ul className="card dir-list">
          {rows.map((row) => <li key={row.id} className="dir-row">{renderRow(row, keeps && <Button size="small" aria-label={`${t('edit.change')} ${row.name}`} onClick={() => setEdited(row)}>{t('edit.change')}</Button>)}</li>)}
        </ul>
      )}
      {query.hasNextPage && <div className="dir-more"><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('edit.more')}</Button></div>}
      {edited !== null && renderForm(edited === 'new' ? null : edited, close)}
    </>
  )
}
