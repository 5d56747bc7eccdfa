import { dueOn } from '../calendar/calendar.ts'
import { owe, putOff, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { Actor } from './actor.ts'
import { grantableUntil, nextLevel, othersAt, pauseProblem, type Levels } from './ask-for-approval.ts'
import type { Approval } from './course.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { pauseFact, tellDuty } from './pause-case.ts'
import { withRemark } from './remark.ts'
import { openObligation, type CaseState, type TextRef } from './state.ts'

export interface DecideApprovalAsk {
  approve: boolean
  /** Why not; or what is added to a yes. */
  reason: TextRef | null
  levels: Levels
}
export type DecideApprovalRefusal = 'no-pending-approval' | 'not-approver' | 'own-request' | 'reason-needed' | 'referral-pending' | 'ruling-pending'
  | 'case-paused' | 'already-late' | 'due-in-past' | 'beyond-authority'

/**
 * Granting or refusing what was asked for. Whoever agrees to more than they may grant passes it on to the next authority,
 * and it is not granted yet.
 */
export function decideApproval(state: CaseState, by: Actor, ask: DecideApprovalAsk, rules: Rules): Outcome<CaseFact, DecideApprovalRefusal> {
  const { approval } = state.course
  if (!approval) return refuse('no-pending-approval')
  if (by.personId === approval.askedBy.personId) return refuse('own-request')
  if (!approval.approvers.includes(by.personId)) return refuse('not-approver')
  if (!ask.approve) {
    return ask.reason === null ? refuse('reason-needed')
      : done<CaseFact>({ kind: 'approval-refused', of: approval.of, reason: ask.reason, closes: closing(state, 'met', 'approve') })
  }
  return withRemark(granting(state, by, { ...ask, approval }, rules), ask.reason)
}

function granting(state: CaseState, by: Actor, ask: Granting, rules: Rules): Outcome<CaseFact, DecideApprovalRefusal> {
  const { approval } = ask
  if (approval.of === 'extension') return grantExtension(state, by, ask, rules)
  if (approval.of === 'pause') return grantPause(state, approval, rules)
  return done<CaseFact>({ kind: 'refusal-agreed', reason: approval.reason, closes: closing(state, 'met', 'approve') })
}

function grantPause(state: CaseState, approval: Approval, rules: Rules): Outcome<CaseFact, DecideApprovalRefusal> {
  if (state.referral) return refuse('referral-pending')
  if (state.ruling) return refuse('ruling-pending')
  const problem = pauseProblem(state, rules)
  if (problem) return refuse(problem)
  const { cause, reason, until } = approval
  if (until === null || cause === null || until <= rules.at) return refuse('due-in-past')
  return done(pauseFact(state, { cause, reason, until }, rules))
}

type Granting = DecideApprovalAsk & { approval: Approval }

function grantExtension(state: CaseState, by: Actor, { approval, levels }: Granting, rules: Rules): Outcome<CaseFact, DecideApprovalRefusal> {
  const resolve = openObligation(state, 'resolve')
  const { until } = approval
  if (!resolve || until === null || until <= rules.at || until <= resolve.limitAt) return refuse('due-in-past')
  if (resolve.pausedAt !== null) return refuse('case-paused')
  const level = Math.max(approval.level, levels.findLastIndex((holders) => holders.some(({ personId }) => personId === by.personId)))
  if (until > grantableUntil(state, level, rules)) return raise(state, { approval, levels, level }, rules)
  const due = dueOn(rules.calendar, until)
  const put = putOff(resolve, due, rules)
  return done<CaseFact>({
    kind: 'extension-granted', from: resolve.dueAt, until, estimated: due.estimated, originalLimitAt: state.course.originalLimitAt ?? resolve.limitAt,
    count: state.course.extensions + 1, reason: approval.reason,
    closes: [...closing(state, 'met', 'approve'), ...put.closes], changes: put.changes, opens: [...put.opens, ...tellDuty(state, rules)],
  })
}

function raise(state: CaseState, { approval, levels, level }: { approval: Approval; levels: Levels; level: number }, rules: Rules): Outcome<CaseFact, 'beyond-authority'> {
  const asker = approval.askedBy.personId
  const next = nextLevel(levels, level + 1, asker)
  const approvers = othersAt(levels, next, asker)
  const [first] = approvers
  if (!first) return refuse('beyond-authority')
  return done<CaseFact>({
    kind: 'approval-raised', of: approval.of, level: next, approvers: approvers.map(({ personId }) => personId),
    closes: closing(state, 'met', 'approve'), opens: [owe({ kind: 'approve', ...first, limit: rules.policy.limits.approve }, rules)],
  })
}
