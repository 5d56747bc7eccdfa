import type { Instant } from '../calendar/instant.ts'
import type { ObligationKind } from '../policy/policy.ts'

/** A planned step of an obligation that is not met: tell the owner, mark late, climb a rung. Times are fixed when it opens. */
export type Step =
  | { at: Instant; kind: 'warn' }
  | { at: Instant; kind: 'late' }
  /** Whom the rung tells stands in the policy that the case is pinned to. */
  | { at: Instant; kind: 'rung'; rung: number }

/** What is owed: by whom, until when, and what happens if not. A unit owes it when `personId` is null. */
export interface Obligation {
  id: string
  kind: ObligationKind
  /** Which of several it is about: the id of a request for help, of an instruction … */
  about?: string
  personId: string | null
  unitId: string
  openedAt: Instant
  dueAt: Instant
  /** Beyond the published holiday notices (推算). */
  estimated: boolean
  /** Latest moment that policy allows; a promise may lie before it, never after. */
  limitAt: Instant
  steps: Step[]
  /** How many of `steps` have been taken. */
  taken: number
  lateAt: Instant | null
  rung: number
  /** Whom each rung told, of whom one may take it up; left out until it has climbed. */
  told?: { rung: number; people: string[] }[]
  /** At which rung it was taken up, of what is owed for that. */
  level?: number
  /** Waiting for something outside, for example the person's papers; nothing fires meanwhile. */
  pausedAt: Instant | null
}

export interface Closing {
  id: string
  as: 'met' | 'void'
}

/** When the engine has to look at this obligation again; null when nothing more can happen by itself. */
export function nextAt(obligation: Obligation): Instant | null {
  if (obligation.pausedAt !== null) return null
  return obligation.steps[obligation.taken]?.at ?? null
}

/** The steps that have come due by `now`, oldest first: also after a week without a running server. */
export function dueSteps(obligation: Obligation, now: Instant): Step[] {
  if (obligation.pausedAt !== null) return []
  const waiting = obligation.steps.slice(obligation.taken)
  const later = waiting.findIndex((step) => step.at > now)
  return later < 0 ? waiting : waiting.slice(0, later)
}

export function takeStep(obligation: Obligation, step: Step): Obligation {
  const taken = obligation.taken + 1
  if (step.kind === 'late') return { ...obligation, taken, lateAt: step.at }
  if (step.kind === 'rung') return { ...obligation, taken, rung: step.rung }
  return { ...obligation, taken }
}
