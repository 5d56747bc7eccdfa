import { meantBy, type Meant } from '../obligations/climb.ts'
import { dueSteps, type Step } from '../obligations/obligation.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Instant } from '../calendar/instant.ts'
import type { RoleRef } from '../policy/policy.ts'
import { passRulingOn } from './ask-for-ruling.ts'
import { evolve } from './evolve.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, Holder } from './state.ts'

/** A step of one of the case's obligations that has come due. */
export interface DueStep {
  obligationId: string
  duty: CaseState['obligations'][number]['kind']
  step: Step
}

/** Who holds the roles that a rule names: to be told, never nobody; to be asked, exactly the ones who are there. */
export interface Finders {
  people: (meant: Meant) => string[]
  holders: (roles: RoleRef[], absent: Holder | null) => Holder[]
}

/** Everything of this case that is to fire by `now`, oldest first. */
export function dueStepsOf(state: CaseState, now: Instant): DueStep[] {
  return state.obligations
    .flatMap((obligation) => dueSteps(obligation, now).map((step) => ({ obligationId: obligation.id, duty: obligation.kind, step })))
    .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0))
}

/**
 * What has fired by now, as facts, oldest first. A ruling that nobody gave in time goes to the next target, and nothing more
 * fires for the old one; what that target owes may have come due as well, and fires at its place among the rest.
 */
export function firedFacts(before: CaseState, rules: Rules, finders: Finders): { facts: CaseFact[]; steps: DueStep[] } {
  const facts: CaseFact[] = []
  const steps: DueStep[] = []
  const happening = { caseId: before.id, institutionId: before.institutionId, at: rules.at, actor: 'system' }
  let state = before
  for (let [due] = dueStepsOf(state, rules.at); due; [due] = dueStepsOf(state, rules.at)) {
    steps.push(due)
    const late = state.obligations.find(({ id }) => id === due?.obligationId)?.personId ?? null
    const fact = stepFact({ ...due, late }, rules, finders.people)
    const next = due.duty === 'rule' && due.step.kind === 'late' ? passedOn(state, due.step.at, { rules, finders }) : null
    const happened = next ? [fact, next] : [fact]
    facts.push(...happened)
    state = happened.reduce((now, one) => evolve(now, one, happening), state)
  }
  return { facts, steps }
}

function passedOn(state: CaseState, since: Instant, { rules, finders }: { rules: Rules; finders: Finders }): CaseFact | null {
  const { ruling } = state
  if (!ruling) return null
  const next = nextTarget(ruling, rules.policy, finders)
  return next && passRulingOn(state, next, since, rules)
}

/** The first target above the present one whom anybody new holds. */
function nextTarget(ruling: NonNullable<CaseState['ruling']>, policy: Rules['policy'], finders: Finders): { level: number; holders: Holder[] } | null {
  const targets = ruling.cause === 'absent' ? policy.absent.report : policy.unclear
  for (let level = ruling.level + 1; level < targets.length; level++) {
    const holders = finders.holders(targets.slice(level, level + 1), ruling.absent).filter(({ personId }) => !ruling.arbiters.includes(personId))
    if (holders.length > 0) return { level, holders }
  }
  return null
}

/** The fact that one due step is; `people` finds the holders of the rung's roles, `late` is who owes it. */
export function stepFact(due: DueStep & { late?: string | null }, rules: Rules, people: Finders['people']): CaseFact {
  const { obligationId, duty, step, late = null } = due
  if (step.kind === 'warn') return { kind: 'obligation-warned', obligationId, duty, scheduledAt: step.at }
  if (step.kind === 'late') return { kind: 'obligation-late', obligationId, duty, scheduledAt: step.at }
  return { kind: 'obligation-climbed', obligationId, duty, rung: step.rung, people: people(meantBy(rules.policy.ladders[duty], { rung: step.rung, late }, rules)), scheduledAt: step.at, free: true }
}
