import { listDesks, type DeskView } from '@daodi/contract/staff/directory/desks.ts'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../shared/call.ts'

type Desk = z.output<typeof DeskView>

/** Every window and desk there is: dozens, in the largest hall hundreds. */
export function useDesks(): readonly Desk[] {
  const desks = useQuery({
    queryKey: ['directory', 'desks', 'all'], staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const rows: Desk[] = []
      let after: string | undefined
      do {
        const page = await call(listDesks, { query: { limit: 100, after }, signal })
        rows.push(...page.rows)
        after = page.next ?? undefined
      } while (after !== undefined && rows.length < MOST)
      return rows
    },
  })
  return desks.data ?? []
}

const MOST = 1000
