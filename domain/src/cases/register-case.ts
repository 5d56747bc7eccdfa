import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { CaseFact, Registered } from './fact.ts'
import type { Holder } from './state.ts'

export interface Register extends Omit<Registered, 'kind' | 'readBackAt' | 'confidential'> {
  readBack: boolean
  confidential: boolean
  /** The person gave a name or a way to be reached, or said that they would rather not. */
  requesterGiven: boolean
  /** Decided in the same call: then nobody owes a decision. */
  decides: boolean
}
export type RegisterRefusal = 'category-not-used' | 'channel-not-used' | 'requester-missing' | 'read-back-needed'

/** Registers a case. Refuses what the regulation does not know, and what it requires and is not there; what a paper left out can no longer be asked for. */
export function registerCase(ask: Register, rules: Rules): Outcome<CaseFact, RegisterRefusal> {
  const { policy } = rules
  if (!policy.categories.includes(ask.category)) return refuse('category-not-used')
  if (ask.origin === 'staff' && !policy.channels.includes(ask.channel)) return refuse('channel-not-used')
  if (ask.origin !== 'paper' && policy.required.requester && !ask.requesterGiven) return refuse('requester-missing')
  if (ask.origin === 'staff' && policy.required.readBack.includes(ask.category) && !ask.readBack) return refuse('read-back-needed')
  const firstContact: Holder = { personId: ask.firstContact.personId, unitId: ask.firstContact.unitId }
  return done({
    ...laidDown(ask), firstContact, confidential: ask.confidential || policy.confidentialCategories.includes(ask.category),
    readBackAt: ask.readBack ? rules.at : null,
    ...(ask.decides ? {} : { opens: [owe({ kind: 'decide', ...firstContact, limit: policy.limits.decide }, rules)] }),
  })
}

/** Named one by one: whatever else a caller carries along must not get into the ledger, where it could never be erased. */
function laidDown(ask: Register) {
  const { number, channel, category, urgency, origin, requesterId, matterId, matterDays, matterEdition, matterCites } = ask
  const { subject, content, place, registerUnitId, asked, policy } = ask
  return {
    kind: 'case-registered' as const, number, channel, category, urgency, origin, requesterId, matterId, matterDays, matterEdition, matterCites,
    subject, content, place, registerUnitId, asked, policy,
  }
}
