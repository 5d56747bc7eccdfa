import { listNotices, type NoticeView, readNotices } from '@daodi/contract/staff/notices/notices.ts'
import { type InfiniteData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import { call } from './call.ts'
import { onLiveNotice } from './live.ts'

export type Notice = z.output<typeof NoticeView>
type Page = z.output<(typeof listNotices)['reply']>
export type NoticePages = InfiniteData<Page, string | undefined>

const COUNT = ['notices', 'unread'] as const

/** The number for the bell. The stream gives it when it opens and with every new notice. */
export function useUnreadCount(): number {
  const queries = useQueryClient()
  useEffect(() => onLiveNotice((news) => {
    if (news.unread === undefined) queries.setQueryData<number>(COUNT, (held) => (held ?? 0) + 1)
    else queries.setQueryData(COUNT, news.unread)
  }), [queries])
  const count = useQuery({ queryKey: COUNT, staleTime: Number.POSITIVE_INFINITY, queryFn: async ({ signal }) => (await call(listNotices, { query: { unread: 'true', limit: 1 }, signal })).unread })
  return count.data ?? 0
}

type Reading = { ids: string[] } | { caseId: string } | { upTo: string }

/** Marks as read, at once in what is shown and then on the server. */
export function useReading() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reading: Reading) => call(readNotices, { body: reading }),
    onSuccess: ({ unread }, reading) => {
      queries.setQueryData(COUNT, unread)
      const at = new Date().toISOString()
      const isRead = (row: Notice) => 'ids' in reading ? reading.ids.includes(row.id) : 'caseId' in reading ? row.case?.id === reading.caseId : row.id <= reading.upTo
      queries.setQueriesData<NoticePages>({ queryKey: ['notice-list'] }, (held) => held && { ...held, pages: held.pages.map((page) => ({ ...page, rows: page.rows.map((row) => (row.readAt === null && isRead(row) ? { ...row, readAt: at } : row)) })) })
    },
  })
}

/** Whoever looks at a case has seen what they were told of it. */
export function useCaseNoticesRead(caseId: string): void {
  const unread = useUnreadCount()
  const { mutate } = useReading()
  const known = unread > 0
  useEffect(() => { if (known && caseId !== '') mutate({ caseId }) }, [known, caseId, mutate])
}
