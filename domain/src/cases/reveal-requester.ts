import { done, refuse, type Outcome } from '../outcome.ts'
import { takesPart, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, TextRef } from './state.ts'

export type RevealRefusal = 'no-requester' | 'not-participant'

/** Looking at the person's full name and contacts: allowed to whoever works on the case, and always written down. */
export function revealRequester(state: CaseState, by: Actor, reason: TextRef | null): Outcome<CaseFact, RevealRefusal> {
  if (state.requesterId === null) return refuse('no-requester')
  if (!takesPart(by, state)) return refuse('not-participant')
  return done({ kind: 'requester-revealed', reason })
}
