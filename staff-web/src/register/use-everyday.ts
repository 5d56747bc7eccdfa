import { listMatters } from '@daodi/contract/staff/matters/matters.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../shared/call.ts'
import { useMe } from '../shared/me.ts'
import { type BranchName, type Matter, mustCite } from './draft.ts'

/** A row that is looked over at a glance. */
const MOST = 10

/** The everyday matters, my own unit's first; empty where nobody marked any. */
export function useEveryday(): readonly Matter[] {
  const me = useMe()
  const everyday = useQuery({
    queryKey: ['everyday-matters', me.unit.id], staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const [own, all] = await Promise.all([
        call(listMatters, { query: { everyday: 'true', unitId: me.unit.id, limit: MOST }, signal }), call(listMatters, { query: { everyday: 'true', limit: MOST }, signal }),
      ])
      return [...own.rows, ...all.rows.filter((matter) => matter.unitId !== me.unit.id)].slice(0, MOST)
    },
  })
  // Chosen, not found: nothing has to be said about why.
  return (everyday.data ?? []).map((matter) => ({
    ...matter, words: [], confidence: 'high', certainty: 100, whose: matter.unitId === me.unit.id ? 'colleague' : 'otherUnit', reasons: { words: [], cases: null, ruling: null }, receiver: null,
  }))
}

/** What is done with an everyday matter: its standing answer is given, else it goes to whoever it belongs to. */
export function branchFor(matter: Matter, me: { id: string; unit: { id: string } }): BranchName {
  if (matter.answer !== null) return 'onSpot'
  if (matter.unitId !== me.unit.id) return 'otherUnit'
  return matter.personId === null || matter.personId === me.id ? 'mine' : 'colleague'
}

/** The standing answer needs nothing added before it may be given. */
export function standsComplete(matter: Matter, citationCategories: readonly string[]): boolean {
  return matter.answer !== null && (matter.citation !== null || !mustCite(matter, matter.category ?? '', citationCategories))
}
