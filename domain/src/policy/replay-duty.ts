import { dueAfter, dueOn, workingMinutesBetween, type Calendar, type Limit } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { moveDue, owe, type Rules } from '../obligations/owe.ts'
import { LIMITED_STEPS, type ObligationKind, type Policy, type RoleRef } from './policy.ts'
import { resolveLimit, type Request } from './resolve-limit.ts'
import { stepLimit } from './step-limit.ts'

/** A duty of a real case, as it was. */
export interface PastDuty extends Request {
  kind: ObligationKind
  registeredAt: Instant
  openedAt: Instant
  /** As it was owed in the end: promises, extensions and waiting included. */
  dueAt: Instant
  /** When it was met or became void; null while it is open. */
  closedAt: Instant | null
  /** Pauses of the case that let a limit stand still; `to` null: it still lasts. */
  pauses: readonly { from: Instant; to: Instant | null }[]
  /** From when the limit counts anew: complete papers, a reopening; registration where there was neither. */
  limitFrom: Instant
}

/** What would have come of it under one policy. */
export interface Replayed { dueAt: Instant; estimated: boolean; late: boolean; rung: number; told: RoleRef[] }

export interface ReplayedBoth { inForce: Replayed; draft: Replayed; differs: boolean }

/** A policy and the working time it is reckoned with. */
export interface Regime { policy: Policy; calendar: Calendar }

/**
 * The same duty under the policy in force and under a draft. Where both give it the same limit, both are reckoned from the
 * moment it was really due; else both from the limit itself, put off by the pauses there were as each policy lets them, so
 * that nothing but the change of policy makes the difference. Null for a duty that one of them sets no limit for.
 */
export function replayBoth(duty: PastDuty, { inForce, draft }: { inForce: Regime; draft: Regime }, now: Instant): ReplayedBoth | null {
  const [before, after] = [limitOf(inForce, duty), limitOf(draft, duty)]
  if (!before || !after) return null
  const sameStart = duty.kind !== 'resolve' || inForce.policy.resolveFrom === draft.policy.resolveFrom
  const samePauses = duty.kind !== 'resolve' || duty.pauses.length === 0 || standsStill(inForce.policy) === standsStill(draft.policy)
  const actual = sameStart && samePauses && sameLimit(before, after) && inForce.calendar === draft.calendar
  const first = replay(duty, inForce, { now, limit: before, actual })
  const second = replay(duty, draft, { now, limit: after, actual })
  return { inForce: first, draft: second, differs: first.late !== second.late || first.rung !== second.rung || told(first) !== told(second) }
}

function standsStill({ pause }: Policy): boolean {
  return pause.stops !== 'none'
}

/** What began after the duty had ended belongs to a later round. */
function countedFrom({ limitFrom, registeredAt }: PastDuty, until: Instant): Instant {
  return limitFrom <= until ? limitFrom : registeredAt
}

/** Later by the working time of every pause that began before it was due. */
function putOff(dueAt: Instant, { pauses }: PastDuty, { calendar, since, until }: { calendar: Calendar; since: Instant; until: Instant }): Instant {
  return pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1)).reduce((due, pause) => {
    const end = pause.to ?? until
    if (pause.from < since || pause.from >= due || pause.from >= until || end <= pause.from) return due
    return dueAfter(calendar, end, { amount: workingMinutesBetween(calendar, pause.from, due), unit: 'workingMinutes' }).at
  }, dueAt)
}

function told({ told: roles }: Replayed): string {
  return roles.map(({ of, post }) => `${of} ${post}`).join(',')
}

function limitOf({ policy, calendar }: Regime, duty: PastDuty): Limit | null {
  if (duty.kind === 'resolve') return resolveLimit(policy, duty, { calendar, since: duty.registeredAt })
  const step = LIMITED_STEPS.find((one) => one === duty.kind)
  if (step) return stepLimit(policy, step, duty)
  const limit: unknown = (policy.limits as unknown as Record<string, unknown>)[duty.kind]
  return typeof limit === 'object' && limit !== null && 'amount' in limit ? limit as Limit : null
}

function sameLimit(a: Limit, b: Limit): boolean {
  return a.amount === b.amount && a.unit === b.unit && (a.dayEnd ?? 'business') === (b.dayEnd ?? 'business') && (a.sessionEnd ?? 'same') === (b.sessionEnd ?? 'same')
}

function replay(duty: PastDuty, { policy, calendar }: Regime, { now, limit, actual }: { now: Instant; limit: Limit; actual: boolean }): Replayed {
  const rules: Rules = { policy, calendar, at: duty.openedAt, newId: () => '' }
  const until = duty.closedAt ?? now
  const since = duty.kind === 'resolve' && policy.resolveFrom === 'registration' ? countedFrom(duty, until) : duty.openedAt
  const planned = owe({ kind: duty.kind, personId: null, unitId: '', limit, since }, rules)
  const due = actual ? duty.dueAt : duty.kind === 'resolve' && standsStill(policy) ? putOff(planned.dueAt, duty, { calendar, since, until }) : planned.dueAt
  const owed = due === planned.dueAt ? planned : moveDue(planned, dueOn(calendar, due), rules)
  const taken = owed.steps.filter((step) => step.at < until)
  const rung = taken.reduce((most, step) => (step.kind === 'rung' ? Math.max(most, step.rung) : most), 0)
  const rungs = (policy.ladders[duty.kind] ?? []).slice(0, rung)
  return { dueAt: owed.dueAt, estimated: owed.estimated, late: taken.some((step) => step.kind === 'late'), rung, told: rungs.flatMap((one) => one.tell) }
}
