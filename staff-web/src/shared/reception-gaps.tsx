import { listReceptionGaps } from '@daodi/contract/staff/roster/reception.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from './call.ts'

const FRESH_MS = 60_000

/** Units without anybody to receive people today; nothing where there are none. `unitId`: this one and all below it. */
export function ReceptionGaps({ unitId }: { unitId: string | null }) {
  const { t } = useTranslation('shared')
  const gaps = useInfiniteQuery({
    queryKey: ['reception-gaps', unitId], staleTime: FRESH_MS,
    queryFn: ({ pageParam, signal }) => call(listReceptionGaps, { query: { unitId: unitId ?? undefined, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  const rows = gaps.data?.pages.flatMap((page) => page.rows) ?? []
  if (rows.length === 0) return null
  return (
    <section className="card reception-gaps" aria-labelledby="reception-gaps">
      <h2 id="reception-gaps" className="soon-text">{t('reception.title', { count: rows.length })}{gaps.hasNextPage ? '+' : ''}</h2>
      <p className="muted">{t('reception.hint')}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.unitId}>
            <Link to={`/roster/week?unit=${row.unitId}`}>{row.parentName === null ? row.unitName : `${row.parentName} / ${row.unitName}`}</Link>{' '}
            <span className="muted">{row.away.length === 0 ? t('reception.nobody') : t('reception.away', { names: row.away.join(t('listComma')) })}</span>
          </li>
        ))}
      </ul>
      {gaps.hasNextPage && <Button type="link" loading={gaps.isFetchingNextPage} onClick={() => void gaps.fetchNextPage()}>{t('state.more')}</Button>}
    </section>
  )
}
