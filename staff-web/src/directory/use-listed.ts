import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

const PAGE = 50

interface Asked { readonly q: string | undefined; readonly after?: string; readonly limit: number }

/** One of the directory's lists, page by page, as long as somebody scrolls on. */
export function useListed<Row>(name: string, q: string, load: (query: Asked, signal: AbortSignal) => Promise<{ rows: Row[]; next: string | null }>) {
  const query = useInfiniteQuery({
    queryKey: ['directory', name, q],
    queryFn: ({ pageParam, signal }) => load({ q: q === '' ? undefined : q.slice(0, 60), ...(pageParam === '' ? {} : { after: pageParam }), limit: PAGE }, signal),
    initialPageParam: '', getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  })
  return { query, rows: query.data?.pages.flatMap((page) => page.rows) ?? [] }
}
