import type { Obligation, Step } from '../obligations/obligation.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isOrStandsFor, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState } from './state.ts'

export interface TakeUpAsk {
  /** Which of the duties that have climbed; the first that is free where left out. */
  obligationId?: string | undefined
}
export type TakeUpRefusal = 'case-ended' | 'nothing-climbed' | 'not-told' | 'taken-up-already'

/**
 * Taking up a duty that has climbed (接办), by whoever was told at a rung: the first to do so has it, and owes settling it in
 * time. Until then it climbs no further; who is told at a higher rung after that may take it over in turn.
 */
export function takeUpDuty(state: CaseState, by: Actor, ask: TakeUpAsk, rules: Rules): Outcome<CaseFact, TakeUpRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  const climbed = state.obligations.filter(({ id, told }) => told !== undefined && (ask.obligationId === undefined || ask.obligationId === id))
  if (climbed.length === 0) return refuse('nothing-climbed')
  const toldOf = climbed.filter((one) => levelOf(one, by) !== null)
  if (toldOf.length === 0) return refuse('not-told')
  const duty = toldOf.find((one) => isFree(state, by, one))
  const rung = duty && levelOf(duty, by)
  if (!duty || rung == null) return refuse('taken-up-already')
  const { personId, unitId } = by
  const { policy } = rules
  const settle: Obligation = { ...owe({ kind: 'settle', about: duty.id, personId, unitId, limit: policy.limits.settle ?? policy.limits.rule }, rules), level: rung }
  const before = takenUp(state, duty.id)
  const others = (duty.told ?? []).filter((one) => one.rung === rung).flatMap(({ people }) => people)
  return done({
    kind: 'duty-taken-up', obligationId: duty.id, duty: duty.kind, rung, told: [...new Set([...others, ...(before?.personId ? [before.personId] : [])])].filter((person) => person !== personId),
    opens: [settle], changes: [holdBack(duty, settle.dueAt)], ...(before ? { closes: [{ id: before.id, as: 'void' as const }] } : {}),
  })
}

/** Whether one of these duties is there for them to take up, as lists and notices offer it. */
export function mayTakeUp(state: Pick<CaseState, 'status' | 'obligations'>, by: Pick<Actor, 'personId' | 'standsInFor'>, which: { id?: string; kind?: string }): boolean {
  const meant = state.obligations.filter(({ id, kind }) => (which.id === undefined || which.id === id) && (which.kind === undefined || which.kind === kind))
  return !hasEnded(state) && meant.some((duty) => isFree(state, by, duty))
}

/** They were told of it, and nobody has it who was told at the same rung or above. */
function isFree(state: Pick<CaseState, 'obligations'>, by: Pick<Actor, 'personId' | 'standsInFor'>, duty: Obligation): boolean {
  const rung = levelOf(duty, by)
  const taken = takenUp(state, duty.id)
  return rung !== null && (!taken || taken.level < rung)
}

/** What whoever took the duty up owes. */
export function takenUp(state: Pick<CaseState, 'obligations'>, dutyId: string): (Obligation & { level: number }) | undefined {
  const owed = state.obligations.find(({ kind, about }) => kind === 'settle' && about === dutyId)
  return owed && { ...owed, level: owed.level ?? 0 }
}

/** The highest rung at which they were told. */
function levelOf({ told = [] }: Obligation, by: Pick<Actor, 'personId' | 'standsInFor'>): number | null {
  const rungs = told.filter(({ people }) => people.some((person) => isOrStandsFor(by, person))).map(({ rung }) => rung)
  return rungs.length > 0 ? Math.max(...rungs) : null
}

/** No rung before this moment. What was to come later comes as it was planned. */
function holdBack(duty: Obligation, until: string): Obligation {
  const later = duty.steps.slice(duty.taken).map((step): Step => (step.kind === 'rung' && step.at < until ? { ...step, at: until } : step))
  const inOrder = later.map((step, nth) => ({ step, nth })).sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.nth - b.nth)).map(({ step }) => step)
  return { ...duty, steps: [...duty.steps.slice(0, duty.taken), ...inOrder] }
}

/** With the duty itself, what was owed for having taken it up is over in the same way. */
export function withSettled(after: CaseState, fact: CaseFact): CaseFact {
  const open = new Set(after.obligations.map(({ id }) => id))
  const over = after.obligations.filter(({ kind, about }) => kind === 'settle' && about !== undefined && !open.has(about))
  if (over.length === 0) return fact
  const met = new Set((fact.closes ?? []).filter(({ as }) => as === 'met').map(({ id }) => id))
  return { ...fact, closes: [...fact.closes ?? [], ...over.map(({ id, about = '' }) => ({ id, as: met.has(about) ? 'met' as const : 'void' as const }))] }
}
