import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { CaseFact, Registered } from './fact.ts'

export interface Register extends Omit<Registered, 'kind' | 'readBackAt' | 'confidential'> {
  readBack: boolean
  confidential: boolean
  /** The person gave a name or a way to be reached, or said that they would rather not. */
  requesterGiven: boolean
  /** Decided in the same call: then nobody owes a decision. */
  decides: boolean
}
export type RegisterRefusal = 'category-not-used' | 'channel-not-used' | 'requester-missing' | 'read-back-needed'

/** Registers a case. Refuses what the regulation does not know, and what it requires and is not there. */
export function registerCase(ask: Register, rules: Rules): Outcome<CaseFact, RegisterRefusal> {
  const { policy } = rules
  const { readBack, confidential, requesterGiven, decides, ...laidDown } = ask
  if (!policy.categories.includes(ask.category)) return refuse('category-not-used')
  if (ask.origin === 'staff' && !policy.channels.includes(ask.channel)) return refuse('channel-not-used')
  if (policy.required.requester && !requesterGiven) return refuse('requester-missing')
  if (ask.origin === 'staff' && policy.required.readBack.includes(ask.category) && !readBack) return refuse('read-back-needed')
  return done({
    kind: 'case-registered', ...laidDown, confidential: confidential || policy.confidentialCategories.includes(ask.category),
    readBackAt: readBack ? rules.at : null,
    ...(decides ? {} : { opens: [owe({ kind: 'decide', ...ask.firstContact, limit: policy.limits.decide }, rules)] }),
  })
}
