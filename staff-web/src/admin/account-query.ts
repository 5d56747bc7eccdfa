import { type AccountView, listAccounts } from '@daodi/contract/staff/directory/directory.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../shared/call.ts'

export type Account = z.output<typeof AccountView>
const PAGE = 50

export function useAccounts(q: string) {
  return useInfiniteQuery({
    queryKey: ['accounts', q],
    queryFn: ({ pageParam, signal }) => call(listAccounts, { query: { q: q === '' ? undefined : q.slice(0, 60), ...(pageParam === '' ? {} : { after: pageParam }), limit: PAGE }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  })
}

export function isLocked(account: Account): boolean {
  return account.lockedUntil !== null && Date.parse(account.lockedUntil) > Date.now()
}
