import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { Actor } from './actor.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { openObligation, type CaseState, type TextRef } from './state.ts'

export type SolveRefusal = 'no-solution-owed' | 'not-accountable' | 'forbidden-phrase'

/** The accountable leader (责任领导) says how it is to be solved; the person reads it, so it is held to the same words as a reply. */
export function giveSolution(state: CaseState, by: Actor, ask: { text: TextRef; phrase: string | null }): Outcome<CaseFact, SolveRefusal> {
  const owed = openObligation(state, 'solve')
  if (!owed) return refuse('no-solution-owed')
  // The accountable leader's own authority: a colleague who stands in has not got it.
  if (owed.personId !== by.personId) return refuse('not-accountable')
  if (ask.phrase !== null) return refuse('forbidden-phrase')
  return done<CaseFact>({ kind: 'solution-given', text: ask.text, closes: closing(state, 'met', 'solve') })
}

interface Step { before: CaseState | null; after: CaseState; fact: CaseFact; all: readonly CaseFact[] }

/**
 * Where the regulation makes leaders accountable: a new case that is not answered at once is for the leader above it to
 * solve, in time; once another unit has it, for the leader there, until the same moment.
 */
export function askedLeader({ before, after, fact, all }: Step, rules: Rules): CaseFact | null {
  const { leaderSolves } = rules.policy
  if (fact.kind === 'case-registered') {
    const leader = leaderSolves && fact.origin !== 'paper' && !all.some(({ kind }) => kind === 'case-resolved') ? rules.leaderOf?.(after.handler.unitId) : undefined
    return leader && leaderSolves ? { kind: 'leader-asked', leader, opens: [owe({ kind: 'solve', ...leader, limit: leaderSolves.within }, rules)] } : null
  }
  const owed = openObligation(after, 'solve')
  if (!owed || !before || before.handler.unitId === after.handler.unitId) return null
  const leader = rules.leaderOf?.(after.handler.unitId)
  return leader && leader.personId !== owed.personId ? { kind: 'leader-asked', leader, changes: [{ ...owed, ...leader }] } : null
}

/** What is answered on the spot needs nobody's solution. */
export function withoutSolution(state: CaseState | null, fact: CaseFact): CaseFact {
  if (!state || fact.kind !== 'case-decided' || (fact.branch !== 'onSpot' && fact.branch !== 'notOurs')) return fact
  const closes = closing(state, 'void', 'solve')
  return closes.length === 0 ? fact : { ...fact, closes: [...fact.closes ?? [], ...closes] }
}
