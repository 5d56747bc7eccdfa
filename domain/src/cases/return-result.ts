import { dueAfter } from '../calendar/calendar.ts'
import { moveDue, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { stepLimit } from '../policy/step-limit.ts'
import type { Actor } from './actor.ts'
import { closing, leftDuty } from './duties.ts'
import type { CaseFact, FactOf } from './fact.ts'
import { mayReply } from './reply-to-case.ts'
import type { CaseState, TextRef } from './state.ts'

export type ReturnResultRefusal = 'case-not-resolved' | 'not-replier'

/**
 * Before the person is answered, whoever may answer them finds that the result does not hold (退回重办), or the handler takes
 * it back: the handler carries on. No new round, because the person has heard nothing yet, and no new limit.
 */
export function returnResult(state: CaseState, by: Actor, reason: TextRef, rules: Rules): Outcome<CaseFact, ReturnResultRefusal> {
  if (state.status !== 'resolved') return refuse('case-not-resolved')
  if (!mayReply(by, state) && !by.heads.includes(state.handler.unitId)) return refuse('not-replier')
  return done({ kind: 'result-returned', reason, ...again(state, rules), closes: closing(state, 'void', 'reply') })
}

/**
 * The limit runs on as though nothing had been handed in, or goes on waiting for papers, and a promise that can still be
 * kept binds; where checking has used them up, there is the time of one answer.
 */
function again(state: CaseState, rules: Rules): Required<Pick<FactOf<'result-returned'>, 'given' | 'opens'>> {
  const owed = leftDuty(state, rules)
  const least = dueAfter(rules.calendar, rules.at, stepLimit(rules.policy, 'reply', state))
  const promised = state.promise !== null && state.promise.dueAt === owed.dueAt && state.promise.dueAt > rules.at
  if (owed.pausedAt !== null || promised || owed.dueAt >= least.at) return { given: null, opens: [owed] }
  return { given: least.at, opens: [{ ...moveDue(owed, least, rules), limitAt: owed.limitAt > least.at ? owed.limitAt : least.at }] }
}
