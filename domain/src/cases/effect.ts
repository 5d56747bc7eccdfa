import { dueOn } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { oweAt, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, type Actor } from './actor.ts'
import type { EffectResult } from './care.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { openObligation, type CaseState, type TextRef } from './state.ts'
import { wrongDue, type ChosenDueRefusal } from '../obligations/chosen-due.ts'

export type PlanEffectRefusal = 'case-not-ended' | 'case-archived' | 'effect-planned-already' | ChosenDueRefusal | 'not-closer'

/** Plans a look, after the end, at whether what was done has lasted; the first contact owes it. */
export function planEffectCheck(state: CaseState, by: Actor, at: Instant, rules: Rules): Outcome<CaseFact, PlanEffectRefusal> {
  if (state.status !== 'closed') return refuse('case-not-ended')
  if (state.course.archivedAt !== null) return refuse('case-archived')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-closer')
  if (openObligation(state, 'checkEffect')) return refuse('effect-planned-already')
  const wrong = wrongDue(at, rules.at)
  if (wrong) return refuse(wrong)
  return done<CaseFact>({ kind: 'effect-planned', dueAt: at, opens: [oweAt({ kind: 'checkEffect', ...state.firstContact }, dueOn(rules.calendar, at), rules)] })
}

export type RecordEffectRefusal = 'no-effect-check' | 'not-closer'

export function recordEffect(state: CaseState, by: Actor, ask: { result: EffectResult; text: TextRef }): Outcome<CaseFact, RecordEffectRefusal> {
  if (!openObligation(state, 'checkEffect')) return refuse('no-effect-check')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-closer')
  return done<CaseFact>({ kind: 'effect-checked', result: ask.result, text: ask.text, closes: closing(state, 'met', 'checkEffect') })
}
