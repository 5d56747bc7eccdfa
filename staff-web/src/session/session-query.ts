import { findSession } from '@daodi/contract/staff/session/session.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../shared/call.ts'
import type { Me } from '../shared/me.ts'

export const SESSION = ['session'] as const

/** The person signed in, or null when nobody is. */
export function useSession() {
  return useQuery<Me | null>({ queryKey: SESSION, staleTime: Number.POSITIVE_INFINITY, queryFn: async ({ signal }) => (await call(findSession, { signal })).person })
}
