import { ArrowLeftOutlined } from '@ant-design/icons'
import { getMatterEdition } from '@daodi/contract/staff/matters/matters.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'

/** What one edition changed: which matters, and of each what stood there before. */
export function EditionChanges({ number, onBack }: { number: number; onBack: () => void }) {
  const { t, i18n } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const { formatDay } = useFormat()
  const list = useInfiniteQuery({
    queryKey: ['matters', 'edition', number], queryFn: ({ pageParam, signal }) => call(getMatterEdition, { params: { number }, query: pageParam === '' ? {} : { after: pageParam }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.changes.next,
  })
  const fieldName = (field: string) => (i18n.exists(`admin:matter.${field}`) ? t(`matter.${field as 'name'}`) : field)
  const said = (field: string, value: string | null) => (value === null ? t('policy.none') : field === 'category' && i18n.exists(`shared:category.${value}`) ? shared(`category.${value as 'consultation'}`) : value)
  const [edition] = list.data?.pages ?? []
  const rows = list.data?.pages.flatMap((page) => page.changes.rows) ?? []
  return (
    <>
      <div className="admin-bar"><h2 className="edition-title">{t('edition.row', { number })}</h2><Button icon={<ArrowLeftOutlined />} autoFocus onClick={onBack}>{t('edition.backToList')}</Button></div>
      {edition && <p className="muted">{[formatDay(edition.publishedAt), edition.publishedByName, edition.note, t('edition.counts', { ...edition })].filter(Boolean).join(' · ')}</p>}
      {list.isPending && <div className="card admin-pad"><LoadingState rows={6} /></div>}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <div className="card"><EmptyState title={t('edition.noChanges')} /></div>}
      {rows.length > 0 && (
        <ul className="card matter-list">
          {rows.map((row) => (
            <li key={row.matterId}>
              <span><b>{row.name}</b> <span className="tag">{t(`edition.change.${row.change}`)}</span></span>
              {row.fields.length > 0 && (
                <dl className="edition-fields">
                  {row.fields.map((one) => <div key={one.field}><dt>{fieldName(one.field)}</dt><dd><del className="muted">{said(one.field, one.before)}</del> <span aria-hidden="true">→</span> <ins>{said(one.field, one.after)}</ins></dd></div>)}
                </dl>
              )}
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && <div className="admin-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('matter.more')}</Button></div>}
    </>
  )
}
