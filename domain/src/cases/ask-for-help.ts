import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, takesPart, type Actor } from './actor.ts'
import type { Help } from './course.ts'
import { closingAbout } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type Holder, type TextRef } from './state.ts'

export interface HelpAsk {
  text: TextRef
  /** Those the policy names, in its order. */
  to: readonly Holder[]
}
export type UndoneRefusal = 'case-ended' | 'not-participant' | 'already-reported' | 'no-receiver'

/** 办不成事: the person, or staff for them, says that it could not be done. It goes past the handler. `by` null: the person. */
export function reportUndone(state: CaseState, by: Actor | null, ask: HelpAsk, rules: Rules): Outcome<CaseFact, UndoneRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (by && !takesPart(by, state)) return refuse('not-participant')
  if (state.course.help.some(({ of }) => of === 'undone')) return refuse('already-reported')
  return helpFact('undone', { by: by?.personId ?? 'public', ...ask, to: ask.to.filter(({ personId }) => personId !== state.handler.personId) }, rules)
}

export type SupportRefusal = 'case-not-in-handling' | 'not-handler' | 'already-reported' | 'no-receiver'

/** The handler or the first contact asks above for what they cannot get themselves. */
export function askForSupport(state: CaseState, by: Actor, ask: HelpAsk, rules: Rules): Outcome<CaseFact, SupportRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  if (state.course.help.some(({ of }) => of === 'support')) return refuse('already-reported')
  return helpFact('support', { by: by.personId, ...ask, to: ask.to.filter(({ personId }) => personId !== by.personId) }, rules)
}

function helpFact(of: 'undone' | 'support', ask: HelpAsk & { by: string }, rules: Rules): Outcome<CaseFact, 'no-receiver'> {
  const [first] = ask.to
  if (!first) return refuse('no-receiver')
  const help: Help = { id: rules.newId(), of, by: ask.by, at: rules.at, text: ask.text, to: ask.to.map(({ personId }) => personId) }
  return done<CaseFact>({ kind: 'help-asked', help, opens: [owe({ kind: of, about: help.id, ...first, limit: rules.policy.limits[of] }, rules)] })
}

export type AnswerHelpRefusal = 'no-such-help' | 'not-asked'

export function answerHelp(state: CaseState, by: Actor, ask: { helpId: string; text: TextRef }): Outcome<CaseFact, AnswerHelpRefusal> {
  const help = state.course.help.find(({ id }) => id === ask.helpId)
  if (!help) return refuse('no-such-help')
  if (!help.to.includes(by.personId)) return refuse('not-asked')
  return done<CaseFact>({ kind: 'help-answered', helpId: help.id, of: help.of, text: ask.text, closes: closingAbout(state, 'met', help.id) })
}
