import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isHandler, type Actor } from './actor.ts'
import { closing, followingHandler, handedOnDuty } from './duties.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, Holder, TextRef } from './state.ts'

export interface RulingAsk {
  reason: TextRef
  /** Those the policy names for unclear cases, the first of whom owes the ruling. */
  arbiters: string[]
  arbiterUnitId: string
}
export type AskRulingRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending' | 'ruling-pending' | 'case-paused' | 'no-arbiter'

/** Asking the office or a leader who is to handle it (请示). Meanwhile the work stays where it is. */
export function askForRuling(state: CaseState, by: Actor, ask: RulingAsk, rules: Rules): Outcome<CaseFact, AskRulingRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state)) return refuse('not-handler')
  if (state.referral) return refuse('referral-pending')
  if (state.ruling) return refuse('ruling-pending')
  if (state.course.pause) return refuse('case-paused')
  return ask.arbiters.length === 0 ? refuse('no-arbiter') : done(rulingFact(state, ask, rules))
}

export function rulingFact(state: CaseState, ask: RulingAsk, rules: Rules): CaseFact {
  const [first] = ask.arbiters
  const rule = owe({ kind: 'rule', personId: first ?? null, unitId: ask.arbiterUnitId, limit: rules.policy.limits.rule }, rules)
  return { kind: 'ruling-asked', ruling: { askedBy: state.handler, at: rules.at, reason: ask.reason, arbiters: ask.arbiters }, opens: [rule] }
}

export interface RuleAsk {
  holder: Holder
  instruction: TextRef | null
}
export type RuleRefusal = 'no-pending-ruling' | 'not-arbiter'

/** The ruling names the handler and takes effect at once, without being signed for. After too many returns it binds. */
export function ruleCase(state: CaseState, by: Actor, ask: RuleAsk, rules: Rules): Outcome<CaseFact, RuleRefusal> {
  if (!state.ruling) return refuse('no-pending-ruling')
  if (!state.ruling.arbiters.includes(by.personId)) return refuse('not-arbiter')
  const binding = state.returns >= rules.policy.returns.max
  const closes = [...closing(state, 'met', 'rule'), ...closing(state, 'void', 'resolve')]
  return done({ kind: 'ruling-given', holder: ask.holder, instruction: ask.instruction, binding, closes, opens: [handedOnDuty(state, ask.holder, rules)], ...followingHandler(state, ask.holder) })
}
