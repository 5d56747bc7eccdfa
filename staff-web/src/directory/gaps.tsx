import { type GAPS, listDirectoryGaps } from '@daodi/contract/staff/directory/phone-book.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../shared/call.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'

type GapKind = (typeof GAPS)[number]
const PEOPLE: ReadonlySet<GapKind> = new Set(['holderLacksRequirement', 'personWithoutPost'])

/** What the directory still lacks, kind by kind. */
export function Gaps() {
  const { t } = useTranslation('directory')
  const [kind, setKind] = useState<GapKind | null>(null)
  const query = useInfiniteQuery({
    queryKey: ['directory', 'gaps', kind],
    queryFn: ({ pageParam, signal }) => call(listDirectoryGaps, { query: { kind: kind ?? undefined, ...(pageParam === '' ? {} : { after: pageParam }), limit: 100 }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  if (query.isPending) return <LoadingState rows={8} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const counts = query.data.pages[0]?.counts ?? []
  const rows = query.data.pages.flatMap((page) => page.rows)
  if (counts.every(({ count }) => count === 0)) return <div className="card"><EmptyState title={t('gaps.none')} text={t('gaps.noneText')} /></div>
  const shown = kind ?? rows[0]?.kind ?? null
  return (
    <div className="gap-columns">
      <ul className="card gap-kinds">
        {counts.filter(({ count }) => count > 0).map((one) => (
          <li key={one.kind}><button type="button" aria-current={one.kind === shown} onClick={() => setKind(one.kind)}><span>{t(`gaps.kinds.${one.kind}`)}</span><span className="num muted">{one.count}</span></button></li>
        ))}
      </ul>
      <div className="card">
        {rows.length === 0 && <EmptyState title={t('gaps.none')} />}
        <ul className="dir-list">
          {rows.map((row) => <li key={`${row.kind} ${row.id} ${row.unitName}`}>{PEOPLE.has(row.kind) ? <Link to={`/people/${row.id}`}>{row.name}</Link> : <b>{row.name}</b>} {row.unitName !== row.name && <span className="muted">{row.unitName}</span>}</li>)}
        </ul>
        {query.hasNextPage && <div className="dir-more"><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('gaps.more')}</Button></div>}
      </div>
    </div>
  )
}
