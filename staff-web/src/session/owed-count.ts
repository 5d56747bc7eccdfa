import { listObligations } from '@daodi/contract/staff/obligations/obligations.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../shared/call.ts'

/** How much I owe, for the badge. */
export function useOwedCount(): { red: number; amber: number; open: number } {
  const counts = useQuery({
    queryKey: ['obligations', 'counts'], queryFn: async ({ signal }) => (await call(listObligations, { query: { scope: 'mine', limit: 1 }, signal })).counts,
  })
  return counts.data ?? { red: 0, amber: 0, open: 0 }
}
