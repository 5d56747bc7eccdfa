import type { Calendar, Due, Limit } from '../calendar/calendar.ts'
import { dueAfter, workingMinutesBetween } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { ObligationKind, Policy, Rung } from '../policy/policy.ts'
import type { Closing, Obligation, Step } from './obligation.ts'

/** What an act is decided with, besides the case: the regulation, the working time, the moment and a source of fresh ids. */
export interface Rules {
  policy: Policy
  calendar: Calendar
  at: Instant
  newId: () => string
  /** Who leads the work, where the regulation has a leader reply and there is one. */
  replyLeader?: { personId: string; unitId: string }
  /** Which leader answers for a unit's cases, where the regulation has leaders give a solution. */
  leaderOf?: (unitId: string) => { personId: string; unitId: string } | undefined
}

export interface Duty {
  kind: ObligationKind
  about?: string
  personId: string | null
  unitId: string
  limit: Limit
  /** Since when the limit counts; the moment of the act if left out. */
  since?: Instant
}

/** Opens an obligation: due, warning and every rung are worked out now, so that replaying the ledger needs no calendar. */
export function owe(duty: Duty, rules: Rules): Obligation {
  const due = dueAfter(rules.calendar, duty.since ?? rules.at, duty.limit)
  return {
    id: rules.newId(), kind: duty.kind, ...(duty.about === undefined ? {} : { about: duty.about }), personId: duty.personId, unitId: duty.unitId, openedAt: rules.at,
    dueAt: due.at, estimated: due.estimated, limitAt: due.at, steps: planSteps({ kind: duty.kind, dueAt: due.at, openedAt: rules.at, climbed: 0 }, rules),
    taken: 0, lateAt: null, rung: 0, pausedAt: null,
  }
}

/**
 * The same duty with another due moment, and everything that follows from it planned anew. A rung that was climbed stays
 * climbed and is not told again. Rungs counted from the opening still are, unless the duty was waiting: then from now.
 */
export function moveDue(obligation: Obligation, due: Due, rules: Rules): Obligation {
  const openedAt = obligation.pausedAt === null ? obligation.openedAt : rules.at
  const steps = planSteps({ kind: obligation.kind, dueAt: due.at, openedAt, climbed: obligation.rung }, rules)
  return { ...obligation, dueAt: due.at, estimated: due.estimated, steps, taken: 0, lateAt: null, pausedAt: null }
}

const AT_ONCE: Limit = { amount: 0, unit: 'naturalMinutes' }

/** Owed at an agreed moment, whatever the clock on the wall says. */
export function oweAt(duty: Omit<Duty, 'limit' | 'since'>, due: Due, rules: Rules): Obligation {
  return { ...owe({ ...duty, limit: AT_ONCE, since: due.at }, rules), estimated: due.estimated }
}

/**
 * Another due moment, later than the last one allowed. What was late already stays late: it ends as void, and the same duty
 * begins anew. Part of a fact, beside what the act closes and opens otherwise.
 */
export function putOff(obligation: Obligation, due: Due, rules: Rules): { closes: Closing[]; opens: Obligation[]; changes: Obligation[] } {
  const moved = { ...moveDue(obligation, due, rules), limitAt: due.at }
  if (obligation.lateAt === null) return { closes: [], opens: [], changes: [moved] }
  const { kind, about, personId, unitId } = obligation
  const fresh = oweAt({ kind, personId, unitId, ...(about === undefined ? {} : { about }) }, due, rules)
  return { closes: [{ id: obligation.id, as: 'void' }], opens: [fresh], changes: [] }
}

interface Plan {
  kind: ObligationKind
  dueAt: Instant
  openedAt: Instant
  /** The last rung that has fired already; 0 for none. */
  climbed: number
}

function planSteps(plan: Plan, rules: Rules): Step[] {
  const warn = warnAt(plan.dueAt, rules)
  const steps: Step[] = [...(warn ? [{ at: warn, kind: 'warn' as const }] : []), { at: plan.dueAt, kind: 'late' }]
  const rungs = rules.policy.ladders[plan.kind] ?? []
  rungs.forEach((rung, index) => {
    if (index >= plan.climbed) steps.push({ at: rungAt(rung, plan, rules), kind: 'rung', rung: index + 1 })
  })
  return inOrder(steps)
}

/** By time; at the same moment the plan's own order (warn, late, rungs) stays. A later rung never fires before an earlier one. */
function inOrder(steps: Step[]): Step[] {
  let floor = ''
  const lifted = steps.map((step) => {
    if (step.kind !== 'rung') return step
    const at = step.at < floor ? floor : step.at
    floor = at
    return { ...step, at }
  })
  return lifted.map((step, index) => ({ step, index }))
    .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.index - b.index))
    .map(({ step }) => step)
}

function rungAt(rung: Rung, plan: Plan, rules: Rules): Instant {
  return dueAfter(rules.calendar, rung.from === 'due' ? plan.dueAt : plan.openedAt, rung.after).at
}

/** The moment at which the policy's share of working time is left; none when the whole time is under ten working minutes. */
function warnAt(dueAt: Instant, rules: Rules): Instant | null {
  const total = workingMinutesBetween(rules.calendar, rules.at, dueAt)
  const before = Math.floor(total * (100 - rules.policy.warnAtPercentLeft) / 100)
  if (total < 10 || before < 1) return null
  const at = dueAfter(rules.calendar, rules.at, { amount: before, unit: 'workingMinutes' }).at
  return at < dueAt ? at : null
}
