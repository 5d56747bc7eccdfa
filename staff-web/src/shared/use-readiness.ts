import { getReadiness } from '@daodi/contract/staff/setup/readiness.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'

/** What the installation still lacks; administrators alone may ask. Seen to on other pages, so it is asked anew at each visit. */
export function useReadiness(enabled: boolean) {
  return useQuery({ queryKey: ['readiness'], queryFn: ({ signal }) => call(getReadiness, { signal }), enabled, staleTime: 5_000 })
}
