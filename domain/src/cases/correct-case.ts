import type { Policy } from '../policy/policy.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { takesPart, type Actor } from './actor.ts'
import type { CaseFact, CorrectedField } from './fact.ts'
import { hasEnded, type CaseState, type TextRef } from './state.ts'

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
export function correctCase(state: CaseState, by: Actor, ask: CorrectAsk, policy: Policy): Outcome<CaseFact, CorrectRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!takesPart(by, state)) return refuse('not-participant')
  if (ask.nobody) return refuse('no-requester')
  if (ask.same) return refuse('nothing-changed')
  const { field, before, after, reason } = ask
  const code = typeof after === 'string' ? after : ''
  if (field === 'category' && !policy.categories.includes(code)) return refuse('category-not-used')
  if (field === 'channel' && !policy.channels.includes(code)) return refuse('channel-not-used')
  const confidential = field === 'category' && policy.confidentialCategories.includes(code)
  return done({ kind: 'field-corrected', field, before, after, reason, ...(confidential ? { confidential } : {}) })
}
