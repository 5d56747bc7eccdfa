import { listNotices } from '@daodi/contract/staff/notices/notices.ts'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../shared/call.ts'
import { onLiveNotice } from '../shared/live.ts'
import type { NoticePages } from '../shared/unread-notices.ts'

const PAGE = 50

/** The list, page by page. What is new is announced, so that nothing moves under the reader's eyes. */
export function useNotices(unread: boolean) {
  const queries = useQueryClient()
  const [news, setNews] = useState(false)
  const key = ['notice-list', unread] as const
  const list = useInfiniteQuery({
    queryKey: key, initialPageParam: undefined as string | undefined, refetchOnMount: 'always',
    queryFn: ({ pageParam, signal }) => call(listNotices, { query: { unread: unread ? 'true' : undefined, after: pageParam, limit: PAGE }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  useEffect(() => onLiveNotice((told) => {
    if (told.unread === undefined) return setNews(true)
    // The stream is back: what was read elsewhere meanwhile must not stand here as unread.
    const shown = queries.getQueriesData<NoticePages>({ queryKey: ['notice-list'] }).flatMap(([, held]) => held?.pages.flatMap((page) => page.rows) ?? [])
    const known = new Set(shown.filter((row) => row.readAt === null).map((row) => row.id))
    if (known.size > told.unread) void queries.invalidateQueries({ queryKey: ['notice-list'] })
  }), [queries])
  const refresh = () => {
    setNews(false)
    queries.setQueryData<NoticePages>(key, (held) => held && { pages: held.pages.slice(0, 1), pageParams: held.pageParams.slice(0, 1) })
    void queries.invalidateQueries({ queryKey: key })
  }
  const rows = (list.data?.pages ?? []).flatMap((page) => page.rows)
  return { list, rows, news, refresh }
}
