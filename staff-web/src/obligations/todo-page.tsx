import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useKeys } from '../shared/keys.tsx'
import { PageFrame } from '../shared/page-frame.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { TodoList } from './todo-list.tsx'
import { type Scope, useObligations } from './use-obligations.ts'
import './todo.css'

/** What I owe, the most urgent first. */
export function TodoPage() {
  const { t } = useTranslation('obligations')
  const [search, setSearch] = useSearchParams()
  const scope: Scope = search.get('scope') === 'late' ? 'late' : 'mine'
  const choose = (next: Scope) => setSearch(next === 'late' ? { scope: next } : {}, { replace: true })
  const { list, rows, counts, news, refresh } = useObligations(scope)
  useKeys([
    { key: '1', label: t('keys.mine'), act: () => choose('mine') },
    { key: '2', label: t('keys.late'), act: () => choose('late') },
  ])
  const switcher = (
    <Segmented<Scope> aria-label={t('scope.label')} value={scope} onChange={choose} options={[{ value: 'mine', label: t('scope.mine') }, { value: 'late', label: t('scope.late') }]} />
  )
  return (
    <PageFrame title={t('title')} aside={switcher}>
      {news && <Button className="todo-news" type="primary" onClick={() => { window.scrollTo({ top: 0 }); refresh() }}>{t('news')}</Button>}
      {list.isPending && <div className="card todo-loading"><LoadingState rows={8} /></div>}
      {list.isError && rows.length === 0 && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <div className="card">
          <EmptyState title={t(`empty.${scope}`)} text={t(`empty.${scope}Text`)} action={<Link to="/">{t('toRegister')}</Link>} />
        </div>
      )}
      {rows.length > 0 && <p className="faint todo-hint">{t('hint')}</p>}
      {rows.length > 0 && <TodoList key={scope} rows={rows} counts={counts} onSigned={refresh} onEnd={() => { if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage() }} />}
      {rows.length > 0 && list.hasNextPage && <Button className="todo-more" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button>}
      {rows.length > 0 && list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
    </PageFrame>
  )
}
