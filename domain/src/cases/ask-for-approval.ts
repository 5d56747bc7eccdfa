import { dueAfter, dueOn } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isHandler, type Actor } from './actor.ts'
import type { Approval, PauseCause } from './course.ts'
import type { CaseFact } from './fact.ts'
import { pauseFact } from './pause-case.ts'
import { openObligation, type CaseState, type Holder, type TextRef } from './state.ts'

/** Who holds each authority that the policy names, from the lowest up; one list where any of several may decide. */
export type Levels = readonly (readonly Holder[])[]

interface Asking { reason: TextRef; levels: Levels }
type AskRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending' | 'ruling-pending' | 'approval-pending' | 'no-approver'

/** The conditions that all three requests share. */
function askProblem(state: CaseState, by: Actor): Exclude<AskRefusal, 'no-approver'> | null {
  if (state.status !== 'handling') return 'case-not-in-handling'
  if (!isHandler(by, state)) return 'not-handler'
  if (state.referral) return 'referral-pending'
  if (state.ruling) return 'ruling-pending'
  return state.course.approval ? 'approval-pending' : null
}

/** Never the asker: nobody grants their own request. */
export function othersAt(levels: Levels, level: number, asker: string): Holder[] {
  return (levels[level] ?? []).filter(({ personId }) => personId !== asker)
}

/** The next authority, from `from` on, at which somebody else than the asker decides; -1 for none. */
export function nextLevel(levels: Levels, from: number, asker: string): number {
  return levels.findIndex((_, level) => level >= from && othersAt(levels, level, asker).length > 0)
}

function askedFact(by: Actor, ask: Asking & Pick<Approval, 'of' | 'until' | 'cause'>, rules: Rules): Outcome<CaseFact, 'no-approver'> {
  const level = nextLevel(ask.levels, 0, by.personId)
  const approvers = othersAt(ask.levels, level, by.personId)
  const [first] = approvers
  if (!first) return refuse('no-approver')
  const { of, until, cause, reason } = ask
  const estimated = until !== null && dueOn(rules.calendar, until).estimated
  const askedBy = { personId: by.personId, unitId: by.unitId }
  const approval: Approval = { of, askedBy, at: rules.at, reason, until, estimated, cause, level, approvers: approvers.map(({ personId }) => personId) }
  return done<CaseFact>({ kind: 'approval-asked', approval, opens: [owe({ kind: 'approve', ...first, limit: rules.policy.limits.approve }, rules)] })
}

export interface ExtensionAsk extends Asking { until: Instant }
export type ExtensionRefusal = AskRefusal | 'extension-too-late' | 'too-many-extensions' | 'extension-not-later' | 'extension-too-long' | 'case-paused'

/** More time (延期): asked before the limit with a reason, as often as the policy allows, granted by somebody else. */
export function askForExtension(state: CaseState, by: Actor, ask: ExtensionAsk, rules: Rules): Outcome<CaseFact, ExtensionRefusal> {
  const problem = askProblem(state, by)
  if (problem) return refuse(problem)
  const resolve = openObligation(state, 'resolve')
  if (!resolve) return refuse('case-not-in-handling')
  if (resolve.pausedAt !== null) return refuse('case-paused')
  if (resolve.lateAt !== null || rules.at > resolve.dueAt) return refuse('extension-too-late')
  if (state.course.extensions >= rules.policy.extension.max) return refuse('too-many-extensions')
  if (ask.until <= resolve.limitAt) return refuse('extension-not-later')
  const { approvers } = rules.policy.extension
  const reached = approvers.filter((_, level) => othersAt(ask.levels, level, by.personId).length > 0)
  if (reached.length > 0 && !reached.some((_, level) => ask.until <= grantableUntil(state, level, rules, reached))) return refuse('extension-too-long')
  return askedFact(by, { ...ask, of: 'extension', cause: null }, rules)
}

/** Until when an authority may grant: counted from the limit as it stood before any extension of this round. */
export function grantableUntil(state: CaseState, level: number, rules: Rules, approvers = rules.policy.extension.approvers): Instant {
  const base = state.course.originalLimitAt ?? openObligation(state, 'resolve')?.limitAt ?? rules.at
  const authority = approvers[level]
  return authority ? dueAfter(rules.calendar, base, authority.upTo).at : base
}

export interface PauseAsk extends Asking { cause: PauseCause; until: Instant }
export type PauseRefusal = AskRefusal | 'case-paused' | 'already-late' | 'due-in-past' | 'pause-too-long'

/** A pause (暂停) while the case waits for somebody outside. Where the policy names nobody to agree it begins at once. */
export function askForPause(state: CaseState, by: Actor, ask: PauseAsk, rules: Rules): Outcome<CaseFact, PauseRefusal> {
  const problem = askProblem(state, by) ?? pauseProblem(state, rules)
  if (problem) return refuse(problem)
  if (ask.until <= rules.at) return refuse('due-in-past')
  if (ask.until > dueAfter(rules.calendar, rules.at, rules.policy.pause.longest).at) return refuse('pause-too-long')
  if (rules.policy.pause.approvers.length === 0) return done(pauseFact(state, { cause: ask.cause, reason: ask.reason, until: ask.until }, rules))
  return askedFact(by, { ...ask, of: 'pause' }, rules)
}

export function pauseProblem(state: CaseState, rules: Rules): 'case-paused' | 'already-late' | null {
  const resolve = openObligation(state, 'resolve')
  if (state.course.pause || !resolve || resolve.pausedAt !== null) return 'case-paused'
  return resolve.lateAt !== null || rules.at > resolve.dueAt ? 'already-late' : null
}

export type ReportRefusalRefusal = AskRefusal | 'refusal-needs-no-report' | 'refusal-agreed'

/** 否定报备: before an application is refused the head hears why, and consents or not. */
export function reportRefusal(state: CaseState, by: Actor, ask: Asking, rules: Rules): Outcome<CaseFact, ReportRefusalRefusal> {
  const problem = askProblem(state, by)
  if (problem) return refuse(problem)
  if (!rules.policy.refusalReport.categories.includes(state.category)) return refuse('refusal-needs-no-report')
  if (state.course.refusalAgreed) return refuse('refusal-agreed')
  return askedFact(by, { ...ask, of: 'refusal', until: null, cause: null }, rules)
}

/** A refusal of this kind has to be reported first, and has not been agreed to. */
export function refusalUnreported(state: Pick<CaseState, 'category' | 'course'>, rules: Rules): boolean {
  return rules.policy.refusalReport.categories.includes(state.category) && !state.course.refusalAgreed
}
