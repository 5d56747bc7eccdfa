import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isOrStandsFor, type Actor } from './actor.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { resolveCase, type ResolveRefusal } from './resolve-case.ts'
import type { CaseState, Holder, TextRef } from './state.ts'

export interface UnsolvedAsk {
  /** What the person is told: patiently, and why. */
  text: TextRef
  phrase: string | null
  to: Holder | null
}
export type UnsolvedRefusal = ResolveRefusal | 'nobody-to-forward' | 'forward-open'

/** What can be neither solved nor settled is explained to the person and passed to the leader of the place (转告项目负责人). */
export function reportUnsolved(state: CaseState, by: Actor, ask: UnsolvedAsk, rules: Rules): Outcome<CaseFact, UnsolvedRefusal> {
  const resolved = resolveCase(state, by, { outcome: 'explained', text: ask.text, citation: ask.text, direction: null, phrase: ask.phrase }, rules)
  if (!resolved.ok) return resolved
  if (state.forward) return refuse('forward-open')
  if (!ask.to) return refuse('nobody-to-forward')
  const [fact] = resolved.facts
  if (fact?.kind !== 'case-resolved') throw new RangeError('resolving is one fact')
  const duty = owe({ kind: 'followUp', ...ask.to, limit: rules.policy.limits.followUp }, rules)
  // An explanation needs no legal basis: what was asked for is not refused but out of reach.
  return done<CaseFact>({ ...fact, resolution: { ...fact.resolution, citation: null } }, { kind: 'unsolved-forwarded', to: ask.to, opens: [duty] })
}

export type AnswerForwardRefusal = 'nothing-forwarded' | 'forwarded-elsewhere'

export function answerForward(state: CaseState, by: Actor, text: TextRef): Outcome<CaseFact, AnswerForwardRefusal> {
  if (!state.forward) return refuse('nothing-forwarded')
  if (!isOrStandsFor(by, state.forward.to.personId) && !by.heads.includes(state.forward.to.unitId)) return refuse('forwarded-elsewhere')
  return done({ kind: 'forward-answered', text, closes: closing(state, 'met', 'followUp') })
}
