import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useKeys } from '../shared/keys.tsx'
import { PageFrame } from '../shared/page-frame.tsx'
import { refusalText } from '../shared/refusal-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { useReading, useUnreadCount } from '../shared/unread-notices.ts'
import { NoticeList } from './notice-list.tsx'
import './notices.css'
import { useNotices } from './use-notices.ts'

/** What I was told, newest first. */
export function NoticesPage() {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const [unread, setUnread] = useState(false)
  const { list, rows, news, refresh } = useNotices(unread)
  const reading = useReading()
  // Not only of the rows that are loaded: the unread ones may lie further down.
  const count = useUnreadCount()
  useKeys([{ key: 'a', label: t('keys.all'), act: () => setUnread(false) }, { key: 'u', label: t('keys.unread'), act: () => setUnread(true) }])
  const newest = rows[0]
  const readAll = () => {
    if (!newest) return
    reading.mutate({ upTo: newest.id }, {
      onSuccess: ({ read }) => { message.success(t('readAllDone', { count: read })); if (unread) refresh() }, onError: (error) => { message.error(refusalText(error, t)) },
    })
  }
  return (
    <PageFrame title={t('title')} aside={<Link to="/notices/preferences">{t('preferences')}</Link>}>
      <div className="notices-bar">
        <Segmented aria-label={t('filter.label')} value={unread ? 'unread' : 'all'} onChange={(value) => setUnread(value === 'unread')} options={[{ value: 'all', label: t('filter.all') }, { value: 'unread', label: t('filter.unread') }]} />
        <Button disabled={count === 0} loading={reading.isPending} onClick={readAll}>{t('readAll')}</Button>
      </div>
      {news && <button type="button" className="notices-news" onClick={refresh}>{t('news')}</button>}
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <div className="card"><EmptyState title={t(unread ? 'empty.unread' : 'empty.all')} text={t(unread ? 'empty.unreadText' : 'empty.allText')} /></div>}
      {rows.length > 0 && <NoticeList rows={rows} onRead={(ids) => reading.mutate({ ids })} />}
      {list.hasNextPage && <div className="notices-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button></div>}
    </PageFrame>
  )
}
