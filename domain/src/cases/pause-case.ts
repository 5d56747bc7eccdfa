import { dueAfter, dueOn, workingMinutesBetween } from '../calendar/calendar.ts'
import type { Obligation } from '../obligations/obligation.ts'
import { moveDue, owe, oweAt, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, type Actor } from './actor.ts'
import { standsStill, type LimitLeft, type Pause } from './course.ts'
import { closing, replier } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { openObligation, type CaseState } from './state.ts'

/** The pause begins: the limit stands still if the policy says so, somebody owes its end, and the person is to be told. */
export function pauseFact(state: CaseState, ask: Pick<Pause, 'cause' | 'reason' | 'until'>, rules: Rules): CaseFact {
  const { stops } = rules.policy.pause
  const resolve = openObligation(state, 'resolve')
  const end = oweAt({ kind: 'resume', ...state.handler }, dueOn(rules.calendar, ask.until), rules)
  return {
    kind: 'pause-begun', pause: { ...ask, from: rules.at, stops }, closes: closing(state, 'met', 'approve'), opens: [end, ...tellDuty(state, rules)],
    ...(resolve && stops !== 'none' ? { changes: [{ ...resolve, pausedAt: rules.at }] } : {}),
  }
}

/** The person is to hear of it; once is enough if that is owed already. */
export function tellDuty(state: CaseState, rules: Rules): Obligation[] {
  return openObligation(state, 'tell') ? [] : [owe({ kind: 'tell', ...replier(state, rules), limit: rules.policy.limits.tell }, rules)]
}

export type ResumeRefusal = 'not-paused' | 'not-handler'

/** Work goes on. What was left of the limit when it stopped is left now. */
export function resumeCase(state: CaseState, by: Actor, rules: Rules): Outcome<CaseFact, ResumeRefusal> {
  const { pause } = state.course
  if (!pause) return refuse('not-paused')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  const resolve = openObligation(state, 'resolve')
  const goesOn = resolve ? goingOn(state, resolve, rules) : null
  return done<CaseFact>({ kind: 'pause-ended', minutes: pausedFor(pause, rules), closes: closing(state, 'met', 'resume'), ...(goesOn ? { changes: [goesOn] } : {}) })
}

/** What a result that is handed in leaves of the limit. It ends a pause too: what was left when the limit stopped is left now. */
export function limitLeft(state: CaseState, rules: Rules): { limit?: LimitLeft; minutes?: number } {
  const { pause } = state.course
  const resolve = openObligation(state, 'resolve')
  if (!resolve) return {}
  const { dueAt, limitAt, estimated, pausedAt } = goingOn(state, resolve, rules) ?? resolve
  return { limit: { dueAt, limitAt, estimated, pausedAt }, ...(pause && standsStill(state.course) ? { minutes: pausedFor(pause, rules) } : {}) }
}

function pausedFor(pause: Pause, rules: Rules): number {
  return Math.ceil(workingMinutesBetween(rules.calendar, pause.from, rules.at))
}

/** The duty to resolve once the pause that stopped it is over; null where none did. */
function goingOn(state: CaseState, resolve: Obligation, rules: Rules): Obligation | null {
  return resolve.pausedAt !== null && standsStill(state.course) ? shifted(resolve, resolve.pausedAt, rules) : null
}

function shifted(resolve: Obligation, stoppedAt: string, rules: Rules): Obligation {
  const later = (moment: string) => {
    const left = workingMinutesBetween(rules.calendar, stoppedAt, moment)
    return dueAfter(rules.calendar, rules.at, { amount: left, unit: 'workingMinutes' })
  }
  const due = later(resolve.dueAt)
  return { ...moveDue(resolve, due, rules), estimated: due.estimated, limitAt: later(resolve.limitAt).at }
}
