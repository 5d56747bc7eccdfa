import { listMatters } from '@daodi/contract/staff/matters/matters.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../shared/call.ts'
import type { CaseView } from './case-query.ts'

/** The matter of a case with its papers and limit; found by its name, as the directory has no call for one matter. */
export function useMatter(matter: CaseView['matter']) {
  return useQuery({
    queryKey: ['matters', 'one', matter?.id ?? ''], enabled: matter !== null, staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const { rows } = await call(listMatters, { query: { q: matter?.name.slice(0, 100), limit: 50 }, signal })
      return rows.find((row) => row.id === matter?.id) ?? null
    },
  })
}
