import type { Instant } from '../calendar/instant.ts'
import type { CaseFact } from './fact.ts'
import { isHeard } from './heard.ts'
import type { CaseState } from './state.ts'

/** By these a first contact follows what somebody else handles: they ask after it, note how it stands, or tell the person. */
const FOLLOWED: readonly CaseFact['kind'][] = ['note-added', 'case-urged', 'contact-failed', 'colleague-called', 'help-asked']

/** Said in the fact itself: the first contact, or whoever stands in for them, followed by it what somebody else handles. */
export function withFollowed(state: CaseState, fact: CaseFact, actor: string): CaseFact {
  const first = state.firstContact.personId
  const theirs = state.handler.personId !== first && (actor === first || fact.inPlaceOf === first)
  return theirs && (FOLLOWED.includes(fact.kind) || isHeard({ kind: fact.kind, data: fact })) ? { ...fact, followed: true } : fact
}

/**
 * Since when the first contact has not followed it: their last follow-up, or when it left their hands. Null where nobody
 * else handles it, and once the person has the answer.
 */
export function unfollowedSince(state: CaseState): Instant | null {
  const { firstContact, handler, status, legs, followedAt } = state
  if ((status !== 'handling' && status !== 'resolved') || handler.personId === firstContact.personId) return null
  const held = legs.filter(({ kind }) => kind === 'hold')
  const last = held.findLastIndex(({ personId }) => personId === firstContact.personId)
  const left = held[last + 1]?.from ?? state.signedAt
  return followedAt !== undefined && followedAt > left ? followedAt : left
}
