import { dueAfter } from '../calendar/calendar.ts'
import { given } from '../given.ts'
import { priorityKinds } from '../policy/policy.ts'
import type { Obligation } from '../obligations/obligation.ts'
import { moveDue, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, takesPart, type Actor } from './actor.ts'
import type { CaseFact, CorrectedField, MatterTerms } from './fact.ts'
import { isAfterwards, isAhead } from './register-case.ts'
import type { LimitLeft } from './course.ts'
import { underTerms } from './matter-terms.ts'
import { resolveDuty, resolveInHand, underMatter } from './duties.ts'
import { hasEnded, openObligation, type CaseState, type TextRef } from './state.ts'

export interface CorrectAsk {
  field: CorrectedField
  before: string | TextRef | null
  after: string | TextRef
  /** The new value equals the old one. */
  same: boolean
  /** The person's data were erased; there is nobody left to put right. */
  nobody?: boolean
  /** Nobody was recorded as asking: what is told now records them. */
  newRequester?: string
  /** The reasons why the person is seen to first; empty where they are not. */
  kinds?: readonly string[]
  /** What the directory says of the new matter today; left out where it has no such matter. */
  matter?: MatterTerms & { inForce: boolean }
  reason: TextRef
}
export type CorrectRefusal = 'case-ended' | 'case-archived' | 'correction-window-passed' | 'not-participant' | 'nothing-changed' | 'no-requester' | 'category-not-used' | 'channel-not-used' | 'no-such-matter' | 'matter-not-in-force' | 'in-future' | 'priority-not-used'

/**
 * A field put right. Old and new value are both kept: a record may be corrected, never silently. A case that turns out to be
 * of a confidential category becomes confidential; none ceases to be.
 */
export function correctCase(state: CaseState, by: Actor, ask: CorrectAsk, rules: Rules): Outcome<CaseFact, CorrectRefusal> {
  const problem = mayNot(state, by, ask.field, rules) ?? unfit(ask, rules)
  if (problem) return refuse(problem)
  const { field, before, after, reason, newRequester } = ask
  const code = typeof after === 'string' ? after : ''
  const confidential = field === 'category' && rules.policy.confidentialCategories.includes(code)
  const matter = field === 'matter' && ask.matter ? { days: ask.matter.days, edition: ask.matter.edition, cites: ask.matter.cites, ...given({ limit: ask.matter.limit }) } : undefined
  const moved = field === 'urgency' ? sooner({ ...state, urgency: code }, rules) : matter ? underMatter(underTerms(state, matter), rules) : []
  return done({
    kind: 'field-corrected', field, before, after, reason, ...(field === 'occurredAt' && state.origin !== 'paper' && isAfterwards(code, state.registeredAt, rules) ? { afterwards: true as const } : {}), ...(confidential ? { confidential } : {}), ...(matter ? { matter } : {}),
    ...(newRequester === undefined ? {} : { requesterId: newRequester }), ...onDuty(state, moved),
  })
}

/** Changes what is owed; while the result is being checked, what was left of the limit. */
function onDuty(state: CaseState, moved: Obligation[]): { changes?: Obligation[]; limit?: LimitLeft } {
  const [one] = moved
  if (!one) return {}
  const { dueAt, limitAt, estimated, pausedAt } = one
  return openObligation(state, 'resolve') ? { changes: moved } : { limit: { dueAt, limitAt, estimated, pausedAt } }
}

/** Whoever takes part may; the matter, on which limits rest, is for those who decide or handle it, and so is all that is put right after the end. */
function mayNot(state: CaseState, by: Actor, field: CorrectedField, rules: Rules): CorrectRefusal | null {
  const answers = isFirstContact(by, state) || isHandler(by, state)
  if (!hasEnded(state)) return (field === 'matter' ? answers : takesPart(by, state)) ? null : 'not-participant'
  if (!answers) return 'case-ended'
  if (state.course.archivedAt !== null) return 'case-archived'
  const { correctWithin = null } = rules.policy
  return correctWithin !== null && state.endedAt !== null && rules.at > dueAfter(rules.calendar, state.endedAt, correctWithin).at ? 'correction-window-passed' : null
}

function unfit({ field, after, same, nobody, matter, kinds = [] }: CorrectAsk, { policy, at }: Rules): CorrectRefusal | null {
  if (nobody) return 'no-requester'
  if (same) return 'nothing-changed'
  const code = typeof after === 'string' ? after : ''
  if (kinds.some((kind) => !priorityKinds(policy).includes(kind))) return 'priority-not-used'
  if (field === 'occurredAt' && isAhead(code, at)) return 'in-future'
  if (field === 'category' && !policy.categories.includes(code)) return 'category-not-used'
  if (field === 'channel' && !policy.channels.includes(code)) return 'channel-not-used'
  if (field !== 'matter') return null
  return !matter ? 'no-such-matter' : matter.inForce ? null : 'matter-not-in-force'
}

/** What turns out to be graver gets the shorter limit, counted from now; what turns out lighter stays as it was. */
function sooner(state: CaseState, rules: Rules): Obligation[] {
  const resolve = resolveInHand(state, rules)
  if (!resolve || resolve.pausedAt !== null || resolve.lateAt !== null) return []
  const fresh = resolveDuty(state, state.handler, rules, rules.at)
  if (fresh.dueAt >= resolve.dueAt) return []
  return [{ ...moveDue(resolve, { at: fresh.dueAt, estimated: fresh.estimated }, rules), limitAt: fresh.dueAt }]
}
