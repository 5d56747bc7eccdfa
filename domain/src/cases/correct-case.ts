import type { Obligation } from '../obligations/obligation.ts'
import { moveDue, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { takesPart, type Actor } from './actor.ts'
import type { CaseFact, CorrectedField } from './fact.ts'
import { resolveDuty } from './duties.ts'
import { hasEnded, openObligation, type CaseState, type TextRef } from './state.ts'

export interface CorrectAsk {
  field: CorrectedField
  before: string | TextRef | null
  after: string | TextRef
  /** The new value equals the old one. */
  same: boolean
  /** There is no person whose data could be put right: none was recorded, or they have been erased. */
  nobody?: boolean
  reason: TextRef
}
export type CorrectRefusal = 'case-ended' | 'not-participant' | 'nothing-changed' | 'no-requester' | 'category-not-used' | 'channel-not-used'

/**
 * A field put right. Old and new value are both kept: a record may be corrected, never silently. A case that turns out to be
 * of a confidential category becomes confidential; none ceases to be.
 */
export function correctCase(state: CaseState, by: Actor, ask: CorrectAsk, rules: Rules): Outcome<CaseFact, CorrectRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!takesPart(by, state)) return refuse('not-participant')
  if (ask.nobody) return refuse('no-requester')
  if (ask.same) return refuse('nothing-changed')
  const { field, before, after, reason } = ask
  const code = typeof after === 'string' ? after : ''
  if (field === 'category' && !rules.policy.categories.includes(code)) return refuse('category-not-used')
  if (field === 'channel' && !rules.policy.channels.includes(code)) return refuse('channel-not-used')
  const confidential = field === 'category' && rules.policy.confidentialCategories.includes(code)
  const changes = field === 'urgency' ? sooner({ ...state, urgency: code }, rules) : []
  return done({ kind: 'field-corrected', field, before, after, reason, ...(confidential ? { confidential } : {}), ...(changes.length > 0 ? { changes } : {}) })
}

/** What turns out to be graver gets the shorter limit, counted from now; what turns out lighter stays as it was. */
function sooner(state: CaseState, rules: Rules): Obligation[] {
  const resolve = openObligation(state, 'resolve')
  if (!resolve || resolve.pausedAt !== null || resolve.lateAt !== null) return []
  const fresh = resolveDuty(state, state.handler, rules, rules.at)
  if (fresh.dueAt >= resolve.dueAt) return []
  return [{ ...moveDue(resolve, { at: fresh.dueAt, estimated: fresh.estimated }, rules), limitAt: fresh.dueAt }]
}
