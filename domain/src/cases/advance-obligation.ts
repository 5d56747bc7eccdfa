import { dueSteps, type Step } from '../obligations/obligation.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Policy, RoleRef } from '../policy/policy.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState } from './state.ts'

/** A step of one of the case's obligations that has come due. */
export interface DueStep {
  obligationId: string
  duty: CaseState['obligations'][number]['kind']
  step: Step
}

/** Everything of this case that is to fire by `now`, oldest first. */
export function dueStepsOf(state: CaseState, now: Instant): DueStep[] {
  return state.obligations
    .flatMap((obligation) => dueSteps(obligation, now).map((step) => ({ obligationId: obligation.id, duty: obligation.kind, step })))
    .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0))
}

/** The fact that one due step is; `people` finds the holders of the rung's roles. */
export function stepFact(due: DueStep, policy: Policy, people: (roles: RoleRef[]) => string[]): CaseFact {
  const { obligationId, duty, step } = due
  if (step.kind === 'warn') return { kind: 'obligation-warned', obligationId, duty, scheduledAt: step.at }
  if (step.kind === 'late') return { kind: 'obligation-late', obligationId, duty, scheduledAt: step.at }
  return { kind: 'obligation-climbed', obligationId, duty, rung: step.rung, people: people(policy.ladders[duty]?.[step.rung - 1]?.tell ?? []), scheduledAt: step.at }
}
