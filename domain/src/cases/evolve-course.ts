import type { Instant } from '../calendar/instant.ts'
import { standsStill, type Course, type LimitLeft } from './course.ts'
import type { CourseAct } from './course-fact.ts'
import { withParticipants, withUnits } from './involve.ts'
import type { CaseState, Holder } from './state.ts'

/** The state after a fact of the case's course. */
export function applyCourse(state: CaseState, fact: CourseAct, at: Instant): CaseState {
  switch (fact.kind) {
    case 'extension-granted': case 'pause-ended': return { ...state, ...(moved(state, fact) ? { promise: null } : {}), course: nextCourse(state.course, fact, at) }
    case 'approval-asked': return involving(state, fact.approval.approvers, nextCourse(state.course, fact, at))
    case 'approval-raised': return involving(state, fact.approvers, nextCourse(state.course, fact, at))
    case 'help-asked': {
      const course = nextCourse(state.course, fact, at)
      return involving(state, fact.help.to, fact.help.of === 'appeal' ? { ...course, appealedRound: state.round } : course)
    }
    case 'assist-asked': return withUnits({ ...state, course: nextCourse(state.course, fact, at) }, fact.assists.map(({ holder }) => holder.unitId))
    default: return { ...state, course: nextCourse(state.course, fact, at) }
  }
}

/** What had been promised before the limit was put off is over; the new date stands in its place. */
function moved(state: CaseState, fact: Extract<CourseAct, { kind: 'extension-granted' | 'pause-ended' }>): boolean {
  return fact.kind === 'extension-granted' || standsStill(state.course)
}

function involving(state: CaseState, people: readonly string[], course: Course): CaseState {
  return withParticipants({ ...state, course }, people)
}

function nextCourse(course: Course, fact: CourseAct, at: Instant): Course {
  switch (fact.kind) {
    case 'approval-asked': return { ...course, approval: fact.approval }
    case 'approval-raised': return { ...course, approval: course.approval && { ...course.approval, level: fact.level, approvers: fact.approvers } }
    case 'approval-refused': return { ...course, approval: null }
    case 'extension-granted': return { ...course, approval: null, extensions: fact.count, originalLimitAt: fact.originalLimitAt, extendedTo: fact.until }
    case 'pause-begun': return { ...course, approval: null, pause: fact.pause }
    case 'pause-ended': return endPause(course, at, fact.minutes)
    case 'refusal-agreed': return { ...course, approval: null, refusalAgreed: true }
    case 'assist-asked': return { ...course, assists: [...course.assists, ...fact.assists] }
    case 'assist-given': return { ...course, assists: course.assists.map((one) => (one.id === fact.assistId ? { ...one, state: 'given', text: fact.text } : one)) }
    case 'assist-waived': return { ...course, assists: course.assists.map((one) => (one.id === fact.assistId ? { ...one, state: 'waived', text: fact.reason } : one)) }
    default: return nextAttention(course, fact, at)
  }
}

type Attention = Exclude<CourseAct, { kind: `approval-${string}` | `extension-${string}` | `pause-${string}` | `refusal-${string}` | `assist-${string}` }>

function nextAttention(course: Course, fact: Attention, at: Instant): Course {
  switch (fact.kind) {
    case 'case-urged': return { ...course, urges: fact.count, urgedAt: at }
    case 'instruction-given': return { ...course, instructions: [...course.instructions, fact.instruction] }
    case 'instruction-reported': return { ...course, instructions: course.instructions.filter(({ id }) => id !== fact.instructionId) }
    case 'supervision-opened': return { ...course, supervision: fact.supervision }
    case 'supervision-reported': return { ...course, supervision: course.supervision && { ...course.supervision, feedbacks: fact.count } }
    case 'supervision-signed-off': return { ...course, supervision: null }
    case 'appointment-made': return { ...course, appointment: fact.appointment }
    case 'appointment-moved': return { ...course, appointment: course.appointment && { ...course.appointment, at: fact.to, moved: course.appointment.moved + 1 } }
    case 'appointment-ended': return { ...course, appointment: null }
    case 'help-asked': return { ...course, help: [...course.help, fact.help] }
    case 'help-answered': return { ...course, help: course.help.filter(({ id }) => id !== fact.helpId) }
    case 'person-informed': return course
    case 'receipt-confirmed': return { ...course, confirmedRound: fact.round }
    case 'case-archived': return { ...course, archivedAt: at, summary: fact.summary }
  }
}

function endPause(course: Course, at: Instant, minutes: number): Course {
  const { pause } = course
  if (!pause) return course
  const ended = { from: pause.from, to: at, stops: pause.stops }
  return { ...course, pause: null, pauses: [...course.pauses, ended], pausedMinutes: course.pausedMinutes + (pause.stops === 'none' ? 0 : minutes) }
}

/** The work is done: nothing is waited for or asked for any more. What leaders and supervisors want to hear stays. */
function courseDone(course: Course, at: Instant, minutes = 0): Course {
  return { ...endPause(course, at, minutes), approval: null, appointment: null, help: course.help.filter(({ of }) => of !== 'support') }
}

/** Nothing is owed any more to anybody. */
export function courseEnded(course: Course, at: Instant): Course {
  return {
    ...courseDone(course, at), help: [], instructions: [], supervision: null,
    assists: course.assists.map((one) => (one.state === 'open' ? { ...one, state: 'waived' } : one)),
  }
}

/** The result is handed in; what was left of the limit is kept, should it be returned. */
export function courseHandedIn(course: Course, at: Instant, { limit, minutes }: { limit?: LimitLeft; minutes?: number }): Course {
  return { ...courseDone(course, at, minutes), ...(limit ? { limitLeft: limit } : {}) }
}

/** Work goes on. More time than was left goes with the case to whoever takes over. */
export function courseGoesOn({ limitLeft: _over, ...course }: Course, given: Instant | null): Course {
  const { extendedTo } = course
  return { ...course, extendedTo: given !== null && (extendedTo === null || given > extendedTo) ? given : extendedTo }
}

/** A new round has its own limit, and its own right to more time. */
export function courseAgain({ limitLeft: _over, ...course }: Course): Course {
  return { ...course, extensions: 0, originalLimitAt: null, extendedTo: null, pausedMinutes: 0, refusalAgreed: false, archivedAt: null, help: course.help.filter(({ of }) => of !== 'appeal') }
}

/** Whoever has not decided yet may be joined by those whom the ladder told. */
export function courseClimbed(course: Course, climbed: { duty: string; about: string | undefined; people: readonly string[] }): Course {
  const { duty, about, people } = climbed
  const joined = (known: readonly string[]): string[] => [...new Set([...known, ...people])]
  if (duty === 'approve' && course.approval) return { ...course, approval: { ...course.approval, approvers: joined(course.approval.approvers) } }
  if (duty !== 'undone' && duty !== 'support' && duty !== 'appeal') return course
  return { ...course, help: course.help.map((one) => (one.id === about ? { ...one, to: joined(one.to) } : one)) }
}

/** The successor stands wherever the leaver stood. */
export function courseInherited(course: Course, from: string, to: Holder): Course {
  const next = (holder: Holder): Holder => (holder.personId === from ? to : holder)
  const all = (people: readonly string[]): string[] => [...new Set(people.map((person) => (person === from ? to.personId : person)))]
  return {
    ...course,
    approval: course.approval && { ...course.approval, askedBy: next(course.approval.askedBy), approvers: all(course.approval.approvers) },
    assists: course.assists.map((one) => (one.state === 'open' ? { ...one, holder: next(one.holder) } : one)),
    appointment: course.appointment && { ...course.appointment, who: next(course.appointment.who) },
    help: course.help.map((one) => ({ ...one, to: all(one.to) })),
  }
}
