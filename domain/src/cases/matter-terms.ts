import { given } from '../given.ts'
import type { MatterTerms } from './fact.ts'
import type { CaseState } from './state.ts'

/** The case with what the directory promises and asks for of another matter. */
export function underTerms(state: CaseState, { days, limit, edition, cites }: MatterTerms): CaseState {
  const { matterLimit: _before, ...rest } = state
  return { ...rest, matterDays: days, matterEdition: edition, matterCites: cites, ...given({ matterLimit: limit }) }
}
