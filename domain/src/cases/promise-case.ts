import { dueOn } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { moveDue, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isHandler, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { openObligation, type CaseState, type TextRef } from './state.ts'

export interface PromiseAsk {
  dueAt: Instant
  text: TextRef | null
}
export type PromiseRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending' | 'case-paused' | 'promise-in-past' | 'promise-beyond-limit' | 'promise-later'

/** A promise with a date. It may lie before the limit, never after, and a later promise never moves an earlier one back. */
export function promiseCase(state: CaseState, by: Actor, ask: PromiseAsk, rules: Rules): Outcome<CaseFact, PromiseRefusal> {
  const resolve = openObligation(state, 'resolve')
  if (state.status !== 'handling' || !resolve) return refuse('case-not-in-handling')
  if (!isHandler(by, state)) return refuse('not-handler')
  if (state.referral) return refuse('referral-pending')
  if (state.course.pause) return refuse('case-paused')
  if (ask.dueAt <= rules.at) return refuse('promise-in-past')
  if (ask.dueAt > resolve.limitAt) return refuse('promise-beyond-limit')
  if (state.promise && ask.dueAt > state.promise.dueAt) return refuse('promise-later')
  const due = dueOn(rules.calendar, ask.dueAt)
  const moved = moveDue(resolve, due, rules)
  return done({
    kind: 'promise-made', dueAt: due.at, estimated: due.estimated, text: ask.text, by: by.personId,
    changes: [{ ...moved, pausedAt: resolve.pausedAt, lateAt: resolve.lateAt }],
  })
}
