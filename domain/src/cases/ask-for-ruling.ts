import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isHandler, type Actor } from './actor.ts'
import type { Instant } from '../calendar/instant.ts'
import { stepLimit } from '../policy/step-limit.ts'
import { closing, contactDuty, followingHandler, handedOnDuty } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { papersToConfirm } from './hand-papers.ts'
import { postOfRuling } from './pass-up.ts'
import type { CaseState, Holder, RulingCause, TextRef } from './state.ts'

export interface RulingAsk {
  reason: TextRef
  /** Those the policy names for unclear cases, the first of whom owes the ruling. */
  arbiters: string[]
  arbiterUnitId: string
  /** Which of the policy's targets they are; the first is asked unless there is a reason to go past it. */
  level?: number
  skips?: boolean
  skipped?: TextRef | null
  cause?: RulingCause
  absent?: Holder | null
}
export type AskRulingRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending' | 'ruling-pending' | 'case-paused' | 'no-arbiter' | 'skip-needs-reason' | 'transfer-pending'

/** Asking the office or a leader who is to handle it (请示). Meanwhile the work stays where it is. */
export function askForRuling(state: CaseState, by: Actor, ask: RulingAsk, rules: Rules): Outcome<CaseFact, AskRulingRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state)) return refuse('not-handler')
  if (state.referral) return refuse('referral-pending')
  if (state.ruling) return refuse('ruling-pending')
  if (state.course.pause) return refuse('case-paused')
  if (state.transfer) return refuse('transfer-pending')
  const problem = rulingProblem(ask)
  return problem ? refuse(problem) : done(rulingFact(state, ask, rules))
}

export function rulingProblem(ask: RulingAsk): 'no-arbiter' | 'skip-needs-reason' | null {
  if (ask.arbiters.length === 0) return 'no-arbiter'
  return ask.skips === true && !ask.skipped ? 'skip-needs-reason' : null
}

export function rulingFact(state: CaseState, ask: RulingAsk, rules: Rules): CaseFact {
  const [first] = ask.arbiters
  const rule = owe({ kind: 'rule', personId: first ?? null, unitId: ask.arbiterUnitId, limit: stepLimit(rules.policy, 'rule', state) }, rules)
  const { reason, arbiters, level = 0, cause = 'unclear', absent = null, skipped = null } = ask
  return { kind: 'ruling-asked', ruling: { askedBy: state.handler, at: rules.at, reason, arbiters, level, cause, absent }, skipped, opens: [rule] }
}

/** A target that has kept silent until its time was up is passed by: the next one owes the ruling, and has its own time, from then on, however late the engine came. Whoever was asked before may still rule. */
export function passRulingOn(state: CaseState, next: { level: number; holders: Holder[] }, since: Instant, rules: Rules): CaseFact | null {
  const [first] = next.holders
  if (!state.ruling || !first) return null
  const rule = owe({ kind: 'rule', ...first, limit: stepLimit(rules.policy, 'rule', state) }, { ...rules, at: since })
  const arbiters = next.holders.map(({ personId }) => personId)
  return { kind: 'ruling-passed-on', level: next.level, arbiters, unitId: first.unitId, scheduledAt: since, closes: closing(state, 'void', 'rule'), opens: [rule] }
}

export interface RuleAsk {
  holder: Holder
  instruction: TextRef | null
  /** To be applied in future: the next case like it is proposed to the unit named here. */
  precedent?: boolean
}
export type RuleRefusal = 'no-pending-ruling' | 'not-arbiter'

/** The ruling names the handler and takes effect at once, without being signed for. After too many returns it binds. */
export function ruleCase(state: CaseState, by: Actor, ask: RuleAsk, rules: Rules): Outcome<CaseFact, RuleRefusal> {
  if (!state.ruling) return refuse('no-pending-ruling')
  if (!state.ruling.arbiters.includes(by.personId)) return refuse('not-arbiter')
  const binding = state.returns >= rules.policy.returns.max
  const closes = [...closing(state, 'met', 'rule'), ...closing(state, 'void', 'resolve', 'contact', 'allow')]
  const papers = papersToConfirm(state, ask.holder, rules)
  const post = postOfRuling(state.ruling, rules.policy)
  const opens = [handedOnDuty(state, ask.holder, rules), ...contactDuty(state, ask.holder, rules), ...papers.opens]
  return done({
    kind: 'ruling-given', holder: ask.holder, instruction: ask.instruction, binding, precedent: ask.precedent ?? false, offered: papers.offered, ...(post === undefined ? {} : { post }), closes, opens,
    ...followingHandler(state, ask.holder),
  })
}
