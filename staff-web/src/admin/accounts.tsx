import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { useDebounced } from '../shared/use-debounced.ts'
import { AccountForm } from './account-form.tsx'
import { type Account, useAccounts } from './account-query.ts'
import { AccountTable } from './account-table.tsx'
import { type Issued, PasswordOnce } from './password-once.tsx'

export function Accounts() {
  const { t } = useTranslation('admin')
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<Account | 'new' | null>(null)
  const [issued, setIssued] = useState<Issued | null>(null)
  const query = useAccounts(useDebounced(typed.trim(), 250))
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <div className="admin-bar">
        <Input type="search" prefix={<SearchOutlined />} className="admin-search" value={typed} maxLength={60} placeholder={t('account.search')} aria-label={t('account.search')} onChange={(event) => setTyped(event.target.value)} />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>{t('account.create')}</Button>
      </div>
      {query.isPending && <div className="card admin-pad"><LoadingState rows={8} /></div>}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <div className="card"><EmptyState title={t('account.empty')} /></div>}
      {rows.length > 0 && <AccountTable rows={rows} onEdit={setEditing} onIssued={setIssued} />}
      {query.hasNextPage && <div className="admin-more"><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('account.more')}</Button></div>}
      {editing !== null && <AccountForm account={editing === 'new' ? null : editing} onClose={() => setEditing(null)} onIssued={(next) => { setEditing(null); setIssued(next) }} />}
      {issued !== null && <PasswordOnce issued={issued} onClose={() => setIssued(null)} />}
    </>
  )
}
