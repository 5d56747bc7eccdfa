import { dueAfter } from '../calendar/calendar.ts'
import { laterBy, type Instant } from '../calendar/instant.ts'
import { priorityKinds, REGISTER_WITHIN, type EntryField } from '../policy/policy.ts'
import { given } from '../given.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { stepLimit } from '../policy/step-limit.ts'
import type { CaseFact, Registered } from './fact.ts'
import type { Holder } from './state.ts'

export interface Register extends Omit<Registered, 'kind' | 'readBackAt' | 'spotUntil' | 'confidential' | 'afterwards'> {
  readBack: boolean
  confidential: boolean
  /** The person gave a name or a way to be reached, or said that they would rather not. */
  requesterGiven: boolean
  /** The reasons named in `priority`, as the regulation calls them. */
  priorityKinds?: readonly string[]
  /** What is known of the person; of somebody who would rather not say, everything that can be asked. */
  requesterFields?: readonly EntryField[]
  /** Decided in the same call: then nobody owes a decision. */
  decides: boolean
  /** Nothing more is asked for: in an emergency not yet (先处置后补记), of a part of another case not again. */
  waived?: boolean
}
export type RegisterRefusal = 'category-not-used' | 'channel-not-used' | 'requester-missing' | 'read-back-needed' | 'in-future' | 'priority-not-used' | 'reception-step-not-used' | 'entry-incomplete'

/** Registers a case. Refuses what the regulation does not know, and what it requires and is not there; what a paper left out can no longer be asked for. */
export function registerCase(ask: Register, rules: Rules): Outcome<CaseFact, RegisterRefusal> {
  const { policy } = rules
  const problem = isAhead(ask.occurredAt, rules.at) ? 'in-future' : ask.waived ? null : lacking(ask, rules)
  if (problem) return refuse(problem)
  const decide = stepLimit(policy, 'decide', ask)
  const firstContact: Holder = { personId: ask.firstContact.personId, unitId: ask.firstContact.unitId }
  return done({
    ...laidDown(ask), firstContact, confidential: ask.confidential || policy.confidentialCategories.includes(ask.category),
    readBackAt: ask.readBack ? rules.at : null, spotUntil: dueAfter(rules.calendar, rules.at, policy.limits.onSpot ?? decide).at,
    ...(ask.origin !== 'paper' && isAfterwards(ask.occurredAt, rules.at, rules) ? { afterwards: true as const } : {}),
    ...(ask.decides ? {} : { opens: [owe({ kind: 'decide', ...firstContact, limit: decide }, rules)] }),
  })
}

/** Clocks of browsers are not the server's: what is asked now may seem to lie a little ahead. */
const CLOCKS_DIFFER_MINUTES = 2

export function isAhead(occurredAt: Instant | undefined, at: Instant): boolean {
  return occurredAt !== undefined && occurredAt > laterBy(at, CLOCKS_DIFFER_MINUTES)
}

/** Registered later than the regulation's time for it, counted from when it was asked or happened (事后登记). */
export function isAfterwards(occurredAt: Instant | undefined, registeredAt: Instant, { policy, calendar }: Pick<Rules, 'policy' | 'calendar'>): boolean {
  return occurredAt !== undefined && occurredAt < registeredAt && registeredAt > dueAfter(calendar, occurredAt, policy.registerWithin ?? REGISTER_WITHIN).at
}

function lacking(ask: Register, rules: Rules): RegisterRefusal | null {
  const { policy } = rules
  if (!policy.categories.includes(ask.category)) return 'category-not-used'
  if (ask.origin === 'staff' && !policy.channels.includes(ask.channel)) return 'channel-not-used'
  if (ask.origin !== 'paper' && policy.required.requester && !ask.requesterGiven) return 'requester-missing'
  if (ask.origin === 'staff' && policy.required.readBack.includes(ask.category) && !ask.readBack) return 'read-back-needed'
  if (missingFields(ask, rules).length > 0) return 'entry-incomplete'
  if (ask.priorityKinds?.some((kind) => !priorityKinds(policy).includes(kind))) return 'priority-not-used'
  if (ask.receptionSteps?.some((step) => !policy.reception?.steps.includes(step))) return 'reception-step-not-used'
  return null
}

/** What the regulation asks for of such a question and nobody wrote down. */
export function missingFields(ask: Register, { policy }: Pick<Rules, 'policy'>): EntryField[] {
  if (ask.origin !== 'staff') return []
  const asked = (policy.required.entries ?? []).filter(({ channel, category }) => (channel ?? ask.channel) === ask.channel && (category ?? ask.category) === ask.category)
  const told = (field: EntryField): boolean => (field === 'name' || field === 'phone' ? ask.requesterFields?.includes(field) === true : ask[field] != null)
  return [...new Set(asked.flatMap(({ fields }) => fields))].filter((field) => !told(field))
}

/** Named one by one: whatever else a caller carries along must not get into the ledger, where it could never be erased. */
function laidDown(ask: Register) {
  const { number, channel, category, urgency, origin, requesterId, matterId, matterDays, matterEdition, matterCites } = ask
  const { subject, content, place, occurredAt, involvedCount, involvedNames, priority, colleague, matterLimit, registerUnitId, deskId, rings, asked, pair = [], sheet, receptionSteps, policy } = ask
  return {
    kind: 'case-registered' as const, number, channel, category, urgency, origin, requesterId, matterId, matterDays, matterEdition, matterCites,
    subject, content, place, registerUnitId, asked, policy, ...given({ deskId, rings, occurredAt, involvedCount, involvedNames, priority, colleague, matterLimit, sheet, receptionSteps }),
    ...(pair.length > 0 ? { pair: pair.map(({ personId, unitId }) => ({ personId, unitId })) } : {}),
  }
}
