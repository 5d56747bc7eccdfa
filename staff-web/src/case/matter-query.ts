import { getMatter } from '@daodi/contract/staff/matters/matters.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../shared/call.ts'
import type { CaseView } from './case-query.ts'

/** The matter of a case with its papers and limit, as the edition says that the case was registered under; never changes after that. */
export function useMatter(matter: CaseView['matter'], wanted = true) {
  return useQuery({
    queryKey: ['matters', 'one', matter?.id ?? '', matter?.edition ?? 0], enabled: matter !== null && wanted, staleTime: 300_000,
    queryFn: async ({ signal }) => (await call(getMatter, { params: { matterId: matter?.id ?? '' }, query: matter?.edition == null ? {} : { edition: matter.edition }, signal })).matter,
  })
}
