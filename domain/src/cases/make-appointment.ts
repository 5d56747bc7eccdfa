import { dueAfter, dueOn, type Due } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { oweAt, putOff, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, isOrStandsFor, type Actor } from './actor.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { openObligation, type CaseState, type Holder, type TextRef } from './state.ts'
import { wrongDue, type ChosenDueRefusal } from '../obligations/chosen-due.ts'

export interface AppointmentAsk {
  at: Instant
  /** At the person's home rather than here (上门). */
  home: boolean
  place: TextRef | null
  who: Holder
}
export type AppointmentRefusal = 'case-not-in-handling' | 'not-handler' | 'appointment-pending' | ChosenDueRefusal

/** An appointment with the person, or a visit to them; owed at the agreed moment, and recorded within the policy's time after it. */
export function makeAppointment(state: CaseState, by: Actor, ask: AppointmentAsk, rules: Rules): Outcome<CaseFact, AppointmentRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  if (state.course.appointment) return refuse('appointment-pending')
  const wrong = wrongDue(ask.at, rules.at)
  if (wrong) return refuse(wrong)
  const { at, home, place, who } = ask
  const id = rules.newId()
  return done<CaseFact>({
    kind: 'appointment-made', appointment: { id, at, home, place, who, moved: 0 },
    opens: [oweAt({ kind: 'visit', about: id, ...who }, recordedBy(at, rules), rules)],
  })
}

function recordedBy(at: Instant, { calendar, policy }: Rules): Due {
  return policy.limits.visit ? dueAfter(calendar, at, policy.limits.visit) : dueOn(calendar, at)
}

export type MoveAppointmentRefusal = 'no-appointment' | 'not-handler' | ChosenDueRefusal

export function moveAppointment(state: CaseState, by: Actor, ask: { at: Instant; reason: TextRef }, rules: Rules): Outcome<CaseFact, MoveAppointmentRefusal> {
  const visit = openObligation(state, 'visit')
  if (!state.course.appointment || !visit) return refuse('no-appointment')
  if (!goes(state, by)) return refuse('not-handler')
  const wrong = wrongDue(ask.at, rules.at)
  if (wrong) return refuse(wrong)
  return done<CaseFact>({ kind: 'appointment-moved', to: ask.at, reason: ask.reason, ...putOff(visit, recordedBy(ask.at, rules), rules) })
}

export type EndAppointmentRefusal = 'no-appointment' | 'not-handler'

/** Kept, or not: then the note says why. */
export function endAppointment(state: CaseState, by: Actor, ask: { kept: boolean; note: TextRef | null }): Outcome<CaseFact, EndAppointmentRefusal> {
  const { appointment } = state.course
  if (!appointment) return refuse('no-appointment')
  if (!goes(state, by)) return refuse('not-handler')
  return done<CaseFact>({ kind: 'appointment-ended', home: appointment.home, kept: ask.kept, note: ask.note, closes: closing(state, ask.kept ? 'met' : 'void', 'visit') })
}

function goes(state: CaseState, by: Actor): boolean {
  return isHandler(by, state) || isFirstContact(by, state) || (state.course.appointment !== null && isOrStandsFor(by, state.course.appointment.who.personId))
}
