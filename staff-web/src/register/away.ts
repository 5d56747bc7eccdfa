import { getPresence } from '@daodi/contract/staff/roster/roster.ts'
import type { PresenceView } from '@daodi/contract/staff/roster/views.ts'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { type Me, useMe } from '../shared/me.ts'
import type { BranchName, Draft } from './draft.ts'

export type PresenceRow = z.output<typeof PresenceView>
/** What is done about a colleague who is away: passed on with a promise, given to the B post, reported to the leaders, or handed over all the same. */
export type Way = 'relay' | 'deputy' | 'report' | 'plain'

/** The chosen colleague is away: what the rules leave to choose, and which of it goes unless somebody says otherwise. */
export interface Away { readonly row: PresenceRow; readonly ways: readonly Way[]; readonly way: Way }

const AWAY: ReadonlySet<PresenceRow['state']> = new Set(['out', 'trip', 'leave'])

/** A journey is reported to the leaders; else whoever stands in takes it; where nobody does, it is passed on. */
export function awayOf(row: PresenceRow | undefined, branch: BranchName, { chosen, me }: { chosen: Way | null; me: Pick<Me, 'id' | 'settings'> }): Away | null {
  if (row === undefined || !AWAY.has(row.state) || (branch !== 'colleague' && branch !== 'otherUnit')) return null
  const { absentDeputy, absentReport } = me.settings
  const standsIn = row.deputy !== null && row.deputy.here && row.deputy.personId !== me.id
  const ways: Way[] = []
  if (standsIn) ways.push('deputy')
  ways.push('relay')
  if (absentReport) ways.push('report')
  // Where the B post signs by itself, handing over all the same would be the same.
  if (!standsIn || absentDeputy === 'named') ways.push('plain')
  const usual = row.state === 'trip' && absentReport ? 'report' : standsIn ? 'deputy' : 'relay'
  return { row, ways, way: chosen !== null && ways.includes(chosen) ? chosen : usual }
}

/** Where somebody is now; undefined until it is known. */
export function usePresence(personId: string | null): PresenceRow | undefined {
  const presence = useQuery({
    queryKey: ['roster', 'presence', 'person', personId ?? ''], enabled: personId !== null, staleTime: 30_000,
    queryFn: async ({ signal }) => (await call(getPresence, { query: { personId: personId ?? '' }, signal })).rows.find((row) => row.personId === personId) ?? null,
  })
  return presence.data ?? undefined
}

export function useAway(draft: Draft, personId: string | null): Away | null {
  const me = useMe()
  const row = usePresence(draft.branch === 'colleague' || draft.branch === 'otherUnit' ? personId : null)
  // Told a number, a caller waits for nobody.
  if (draft.branch === null || (draft.channel === 'phone' && draft.numberGiven !== null)) return null
  return awayOf(row, draft.branch, { chosen: draft.away, me })
}
