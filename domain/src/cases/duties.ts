import { dueAfter, dueOn, type Limit } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Closing, Obligation } from '../obligations/obligation.ts'
import { moveDue, owe, oweAt, type Rules } from '../obligations/owe.ts'
import type { Policy } from '../policy/policy.ts'
import { resolveLimit, type Request } from '../policy/resolve-limit.ts'
import { stepLimit } from '../policy/step-limit.ts'
import type { LimitLeft } from './course.ts'
import type { DateAgain } from './fact.ts'
import { openObligation, type CaseState, type Holder } from './state.ts'

/** Closes every open obligation of these kinds. */
export function closing(state: CaseState, as: Closing['as'], ...kinds: Obligation['kind'][]): Closing[] {
  return state.obligations.filter((obligation) => kinds.includes(obligation.kind)).map(({ id }) => ({ id, as }))
}

/** Closes what is owed about one thing of several. */
export function closingAbout(state: CaseState, as: Closing['as'], about: string): Closing[] {
  return state.obligations.filter((obligation) => obligation.about === about).map(({ id }) => ({ id, as }))
}

export function closingAll(state: CaseState, as: Closing['as']): Closing[] {
  return state.obligations.map(({ id }) => ({ id, as }))
}

/** What else is still owed when a case ends falls away with it. */
export function withRest(state: CaseState, closes: readonly Closing[]): Closing[] {
  const named = new Set(closes.map(({ id }) => id))
  return [...closes, ...state.obligations.filter(({ id }) => !named.has(id)).map(({ id }) => ({ id, as: 'void' as const }))]
}

/** Whoever has just taken a case speaks with the person within the policy's time, if it sets one. */
export function contactDuty(state: CaseState, holder: Holder, rules: Rules): Obligation[] {
  const limit = stepLimit(rules.policy, 'contact', state)
  return limit ? [owe({ kind: 'contact', ...holder, limit }, rules)] : []
}

/** The duty to resolve, counted from `since`. */
export function resolveDuty(state: Request, holder: Holder, rules: Rules, since: Instant): Obligation {
  const limit = resolveLimit(rules.policy, state, { calendar: rules.calendar, since })
  return owe({ kind: 'resolve', ...holder, limit, since }, rules)
}

/**
 * The duty to resolve in the hands of another handler. It goes over as it stands, with every correction, promise and grant,
 * unless a unit's clock starts as it takes the case; missing papers stay missing either way.
 */
export function handedOnDuty(state: CaseState, holder: Holder, rules: Rules): Obligation {
  const open = openObligation(state, 'resolve')
  const clockStarts = rules.policy.resolveFrom !== 'registration' && holder.unitId !== state.handler.unitId
  if (open && !clockStarts) return carriedOn(state, open, holder, rules)
  const fresh = counted(state, holder, rules, rules.at)
  return { ...fresh, pausedAt: open?.pausedAt != null ? rules.at : null }
}

/** The duty to resolve after the result was handed in: what was left of it then. Results from before that was recorded have theirs counted from the start. */
export function leftDuty(state: CaseState, rules: Rules): Obligation {
  const { limitLeft } = state.course
  return limitLeft ? carriedOn(state, limitLeft, state.handler, rules) : counted(state, state.handler, rules, clockOf(state, rules))
}

/** The duty to resolve that holds now; while the result is being checked, as it would be owed were it returned. */
export function resolveInHand(state: CaseState, rules: Rules): Obligation | undefined {
  const { limitLeft } = state.course
  return openObligation(state, 'resolve') ?? (state.status === 'resolved' && limitLeft ? carriedOn(state, limitLeft, state.handler, rules) : undefined)
}

/** A promise that can still be kept binds whoever takes over; one that has gone by no longer shortens the limit. */
function carriedOn({ promise }: CaseState, left: LimitLeft, holder: Holder, rules: Rules): Obligation {
  const over = promise !== null && left.pausedAt === null && promise.dueAt === left.dueAt && promise.dueAt <= rules.at
  const owed = oweAt({ kind: 'resolve', ...holder }, { at: over ? left.limitAt : left.dueAt, estimated: left.estimated }, rules)
  return { ...owed, limitAt: left.limitAt, pausedAt: left.pausedAt }
}

/** Counted from `since`, with the time given, and never later than a promise that can still be kept. */
function counted(state: CaseState, holder: Holder, rules: Rules, since: Instant): Obligation {
  const fresh = withTimeGiven(state, resolveDuty(state, holder, rules, since), { rules, fromNow: since === rules.at })
  const { promise } = state
  const stands = promise !== null && promise.dueAt > rules.at && promise.dueAt < fresh.dueAt
  return stands ? moveDue(fresh, { at: promise.dueAt, estimated: promise.estimated }, rules) : fresh
}

/** Since when the limit runs that holds now. */
export function clockOf(state: CaseState, { policy }: Rules): Instant {
  return policy.resolveFrom === 'registration' ? state.limitFrom : state.signedAt
}

const A_WORKING_DAY: Limit = { amount: 1, unit: 'workingDays' }

/**
 * The duty to resolve in a new round. "Not solved" must not put off what the person was promised: a date that still lies
 * ahead holds, and moves only as far as a new round needs time at all. Once it has passed, the limit counts anew.
 */
export function dutyAgain(state: CaseState, rules: Rules): { duty: Obligation; date: DateAgain } {
  const anew = { duty: resolveDuty(state, state.handler, rules, rules.at), date: 'anew' as const }
  const { date = 'kept', atLeast = A_WORKING_DAY } = rules.policy.reopening
  const given: Obligation = { ...leftDuty(state, rules), pausedAt: null }
  const least = dueAfter(rules.calendar, rules.at, atLeast)
  const latest = given.dueAt > least.at ? given.dueAt : least.at
  if (date === 'anew' || given.dueAt <= rules.at || latest >= anew.duty.dueAt) return anew
  return given.dueAt >= least.at ? { duty: given, date: 'kept' } : { duty: { ...moveDue(given, least, rules), limitAt: least.at }, date: 'moved' }
}

/**
 * The duty to resolve once the case is put under another matter: as if it had been under it from the start of this clock,
 * with the time that was given since; where that has gone by, from now, if that is sooner than what held. Never later than
 * what was promised to the person. A clock that stands, and what is late already, stay as they are.
 */
export function underMatter(state: CaseState, rules: Rules): Obligation[] {
  const resolve = resolveInHand(state, rules)
  if (!resolve || resolve.pausedAt !== null || resolve.lateAt !== null || resolve.dueAt <= rules.at) return []
  const whole = withTimeGiven(state, resolveDuty(state, state.handler, rules, clockOf(state, rules)), { rules, fromNow: false })
  const gone = whole.dueAt <= rules.at
  const fresh = gone ? resolveDuty(state, state.handler, rules, rules.at) : whole
  if (gone && fresh.dueAt >= resolve.dueAt) return []
  const { promise } = state
  const due = promise !== null && promise.dueAt < fresh.dueAt ? { at: promise.dueAt, estimated: promise.estimated } : { at: fresh.dueAt, estimated: fresh.estimated }
  if (due.at === resolve.dueAt && fresh.dueAt === resolve.limitAt) return []
  return [{ ...moveDue(resolve, due, rules), limitAt: fresh.dueAt }]
}

/** What leaders and supervisors want to hear they want from whoever handles it now. */
export function followingHandler(state: CaseState, holder: Holder): { changes?: Obligation[] } {
  const changes = state.obligations.filter(({ kind }) => kind === 'reportBack' || kind === 'feedback' || kind === 'resume').map((owed) => ({ ...owed, ...holder }))
  return changes.length > 0 ? { changes } : {}
}

/** More time that was granted, and time that a pause took, go with the case; a clock that starts now has not lost any. */
function withTimeGiven(state: CaseState, fresh: Obligation, { rules, fromNow }: { rules: Rules; fromNow: boolean }): Obligation {
  const { pausedMinutes, extendedTo } = state.course
  const paused = fromNow || pausedMinutes === 0 ? { at: fresh.dueAt, estimated: fresh.estimated }
    : dueAfter(rules.calendar, fresh.dueAt, { amount: pausedMinutes, unit: 'workingMinutes' })
  const due = extendedTo !== null && extendedTo > paused.at ? dueOn(rules.calendar, extendedTo) : paused
  return due.at === fresh.dueAt ? fresh : { ...moveDue(fresh, due, rules), limitAt: due.at }
}

/** What leaders, supervisors and the window for what could not be done still want to hear keeps a case from closing. */
function reportsHoldUp(state: CaseState): boolean {
  const { instructions, supervision, help } = state.course
  return instructions.length > 0 || supervision !== null || help.some(({ of }) => of !== 'support')
}

/** The outcome has to name what it rests on: the regulation asks it of the category, or the directory of the matter. */
export function mustCite(state: CaseState, policy: Policy): boolean {
  return state.matterCites || policy.required.citation.includes(state.category)
}

/** Something that has to be done before the case may end: a record to be filled in, a leader who has not answered. */
export function endHeldUp(state: CaseState, policy: Policy): 'papers-in-custody' | 'report-owed' | 'record-incomplete' | 'forward-open' | null {
  if (papersHoldUp(state, policy)) return 'papers-in-custody'
  if (reportsHoldUp(state)) return 'report-owed'
  if (state.emergency && state.emergency.filledAt === null) return 'record-incomplete'
  // What is answered on the spot was not for the leader to solve.
  const solving = state.status !== 'registered' && state.obligations.some(({ kind }) => kind === 'solve')
  return state.forward || solving ? 'forward-open' : null
}

/** The policy wants papers given back before a case is closed, and some are still here. */
export function papersHoldUp(state: CaseState, policy: Policy): boolean {
  return policy.papers.returnBeforeClose && state.custody.some((item) => item.returnedAt === null)
}

/** Due after the policy's time for replying; where the reply belongs inside the limit for resolving, never after that. */
export function replyDuty(state: CaseState, rules: Rules): Obligation {
  const reply = owe({ kind: 'reply', ...replier(state, rules), limit: stepLimit(rules.policy, 'reply', state) }, rules)
  const resolve = openObligation(state, 'resolve')
  if (!rules.policy.replyInsideLimit || !resolve || resolve.dueAt >= reply.dueAt || resolve.dueAt <= rules.at) return reply
  return moveDue(reply, { at: resolve.dueAt, estimated: resolve.estimated }, rules)
}

/** Where a leader is to reply and there is none, the first contact does: nobody is left without an answer. */
export function replier(state: CaseState, { policy, replyLeader }: Pick<Rules, 'replyLeader'> & { policy: Pick<Policy, 'replyBy' | 'firstContactUntil'> }): Holder {
  if (policy.replyBy === 'leader' && replyLeader) return replyLeader
  return policy.replyBy === 'handler' || firstContactReleased(state, policy) ? state.handler : state.firstContact
}

/** The regulation ends the first contact's duty once somebody else has signed for the case (签收为止). */
export function firstContactReleased(state: CaseState, { firstContactUntil }: Pick<Policy, 'firstContactUntil'>): boolean {
  return firstContactUntil === 'signedFor' && state.handler.personId !== state.firstContact.personId
}
