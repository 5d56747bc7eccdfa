import { listCases } from '@daodi/contract/staff/cases/list-cases.ts'
import type { CaseRow as CaseRowSchema } from '@daodi/contract/staff/cases/views.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { onLiveChange } from '../shared/live.ts'
import type { Filters } from './filters.ts'

export type CaseRow = z.output<typeof CaseRowSchema>

const PAGE = 100
/** Reading so many pages anew by itself costs less than asking the reader; more would move the list under their eyes. */
const REREAD_AT_MOST = 2
const REREAD_EVERY_MS = 8_000

/** The list so far, page by page. A change elsewhere rereads a short list; a long one only says that it has changed. */
export function useCasePages(filters: Filters) {
  const query = useInfiniteQuery({
    queryKey: ['case-list', filters],
    queryFn: ({ pageParam, signal }) => call(listCases, { query: { ...filters, ...(pageParam === '' ? {} : { after: pageParam }), limit: PAGE }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY, refetchOnMount: false, refetchOnReconnect: false,
  })
  const [changed, setChanged] = useState(false)
  useEffect(() => onLiveChange(() => setChanged(true)), [])
  const pages = query.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages])
  const { refetch, fetchNextPage, hasNextPage, isFetching } = query
  const stale = (changed || query.isStale) && pages !== undefined
  const short = (pages?.length ?? 0) <= REREAD_AT_MOST
  const reread = useCallback(() => { setChanged(false); void refetch() }, [refetch])
  const { dataUpdatedAt } = query
  useEffect(() => {
    if (!stale || !short || isFetching) return
    const timer = setTimeout(reread, Math.max(300, dataUpdatedAt + REREAD_EVERY_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [stale, short, isFetching, dataUpdatedAt, reread])
  const more = useCallback(() => { if (hasNextPage && !isFetching) void fetchNextPage() }, [hasNextPage, isFetching, fetchNextPage])
  return { query, rows, more, reread, changed: stale && !short }
}
