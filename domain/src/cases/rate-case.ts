import type { Policy } from '../policy/policy.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, TextRef } from './state.ts'

export interface RateAsk {
  grade: number
  reasons: string[]
  comment: TextRef | null
  solved: boolean | null
}
export type RateRefusal = 'not-answered-yet' | 'already-rated' | 'reason-not-offered'

/** Every reason that may be given, whatever the grade. */
export function reasonsOffered({ rating }: Pick<Policy, 'rating'>): string[] {
  return [...new Set([...rating.reasons, ...rating.complaints ?? []])]
}

/** The person's rating in five grades, once a round (一事一评). */
export function rateCase(state: CaseState, ask: RateAsk, policy: Policy): Outcome<CaseFact, RateRefusal> {
  if (state.status !== 'answered' && state.status !== 'closed') return refuse('not-answered-yet')
  if (state.ratedRound >= state.round) return refuse('already-rated')
  if (ask.reasons.some((reason) => !reasonsOffered(policy).includes(reason))) return refuse('reason-not-offered')
  const { grade, reasons, comment, solved } = ask
  return done({ kind: 'case-rated', round: state.round, grade, reasons, comment, solved })
}
