import { dueOn } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { owe, oweAt, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isHandler, isOrStandsFor, type Actor } from './actor.ts'
import type { Assist } from './course.ts'
import { closingAbout } from './duties.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, Holder, TextRef } from './state.ts'
import { wrongDue, type ChosenDueRefusal } from '../obligations/chosen-due.ts'

export interface AssistAsk {
  holders: readonly Holder[]
  task: TextRef
  /** Null: the policy's time for it. */
  dueAt: Instant | null
}
export type AskAssistRefusal = 'case-not-in-handling' | 'not-handler' | 'same-person' | 'already-assisting' | ChosenDueRefusal

/** Co-handlers (协办): each owes an opinion with a limit of its own; the handler leads and stays responsible. */
export function askForAssist(state: CaseState, by: Actor, ask: AssistAsk, rules: Rules): Outcome<CaseFact, AskAssistRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state)) return refuse('not-handler')
  const people = ask.holders.map(({ personId }) => personId)
  if (people.includes(state.handler.personId)) return refuse('same-person')
  const busy = openAssists(state).map(({ holder }) => holder.personId)
  if (new Set(people).size < people.length || people.some((person) => busy.includes(person))) return refuse('already-assisting')
  const { dueAt } = ask
  const wrong = dueAt === null ? null : wrongDue(dueAt, rules.at)
  if (wrong) return refuse(wrong)
  const assists = ask.holders.map((holder): Assist => ({ id: rules.newId(), holder, task: ask.task, at: rules.at, state: 'open', text: null }))
  const opens = assists.map(({ id, holder }) => dueAt === null
    ? owe({ kind: 'assist', about: id, ...holder, limit: rules.policy.limits.assist }, rules)
    : oweAt({ kind: 'assist', about: id, ...holder }, dueOn(rules.calendar, dueAt), rules))
  return done<CaseFact>({ kind: 'assist-asked', assists, opens })
}

export function openAssists(state: CaseState): Assist[] {
  return state.course.assists.filter((assist) => assist.state === 'open')
}

export type GiveAssistRefusal = 'no-such-assist' | 'assist-over' | 'not-assisting'

/** The co-handler's opinion, or one given in their place by their head. */
export function giveAssist(state: CaseState, by: Actor, ask: { assistId: string; text: TextRef }): Outcome<CaseFact, GiveAssistRefusal> {
  const assist = state.course.assists.find(({ id }) => id === ask.assistId)
  if (!assist) return refuse('no-such-assist')
  if (assist.state !== 'open') return refuse('assist-over')
  if (!isOrStandsFor(by, assist.holder.personId) && !by.heads.includes(assist.holder.unitId)) return refuse('not-assisting')
  return done<CaseFact>({ kind: 'assist-given', assistId: assist.id, text: ask.text, closes: closingAbout(state, 'met', assist.id) })
}

export type WaiveAssistRefusal = 'no-such-assist' | 'assist-over' | 'not-handler'

/** The handler does without it, and says why. */
export function waiveAssist(state: CaseState, by: Actor, ask: { assistId: string; reason: TextRef }): Outcome<CaseFact, WaiveAssistRefusal> {
  const assist = state.course.assists.find(({ id }) => id === ask.assistId)
  if (!assist) return refuse('no-such-assist')
  if (assist.state !== 'open') return refuse('assist-over')
  if (!isHandler(by, state)) return refuse('not-handler')
  return done<CaseFact>({ kind: 'assist-waived', assistId: assist.id, reason: ask.reason, closes: closingAbout(state, 'void', assist.id) })
}
