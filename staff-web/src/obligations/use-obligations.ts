import { listObligations, type ObligationRow } from '@daodi/contract/staff/obligations/obligations.ts'
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { onLiveChange } from '../shared/live.ts'

export type Obligation = z.output<typeof ObligationRow>
export type Scope = 'mine' | 'late'
type Page = z.output<(typeof listObligations)['reply']>

const PAGE = 100
/** Reading on in a long list is not disturbed: above this many pages a change is announced instead of read. */
const QUIET_PAGES = 1

/** The list, page by page. A change reads the first page anew; deep in the list it only says that there is news. */
export function useObligations(scope: Scope) {
  const queries = useQueryClient()
  const [news, setNews] = useState(false)
  // Not under ['obligations']: there every change would read all loaded pages again.
  const key = `to-do ${scope}`
  const list = useInfiniteQuery({
    queryKey: [key], initialPageParam: undefined as string | undefined, refetchOnMount: 'always',
    queryFn: ({ pageParam, signal }) => call(listObligations, { query: { scope, after: pageParam, limit: PAGE }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const refresh = useCallback(() => {
    setNews(false)
    queries.setQueryData<InfiniteData<Page, string | undefined>>([key], (held) => held && { pages: held.pages.slice(0, 1), pageParams: held.pageParams.slice(0, 1) })
    void queries.invalidateQueries({ queryKey: [key] })
  }, [queries, key])
  const pages = list.data?.pages.length ?? 0
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onLiveChange(() => {
      // Changes come in flocks; one reading answers them all.
      clearTimeout(timer)
      timer = setTimeout(() => { if (pages > QUIET_PAGES) setNews(true); else refresh() }, 400)
    })
    return () => { clearTimeout(timer); stop() }
  }, [pages, refresh])
  const seen = new Set<string>()
  const rows = (list.data?.pages ?? []).flatMap((page) => page.rows).filter((row) => !seen.has(row.id) && seen.add(row.id))
  return { list, rows, counts: list.data?.pages[0]?.counts ?? null, news, refresh }
}
