import { QueryClient } from '@tanstack/react-query'
import { Refused, Unreachable } from './call.ts'

/** A refusal is an answer and is not asked again; silence is tried twice more. Writes are never repeated by themselves. */
export function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && (error instanceof Unreachable || (error instanceof Refused && error.status === 503)),
        networkMode: 'always', refetchOnWindowFocus: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
