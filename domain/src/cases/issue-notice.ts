import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { openObligation, type CaseState, type TextRef } from './state.ts'
import { papersComplete } from './take-papers.ts'

export interface NoticeAsk {
  papers: TextRef
  given: boolean[]
  /** Why there is another notice after the first (为何再次告知). */
  reason?: TextRef | null
}
export type NoticeRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending' | 'notice-reason-needed'

/**
 * One-time notice of all papers (一次性告知). A second one on the same case is allowed, but has to say why, and stands in the ledger as a breach.
 * Where policy lets the limit wait for missing papers, a notice given after the limit no longer stops it.
 */
export function issueNotice(state: CaseState, by: Actor, ask: NoticeAsk, rules: Rules): Outcome<CaseFact, NoticeRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  if (state.referral) return refuse('referral-pending')
  if (state.notices.length > 0 && ask.reason == null) return refuse('notice-reason-needed')
  return done(...noticeFacts(state, by, ask, rules))
}

export function noticeFacts(state: CaseState, by: Actor, ask: NoticeAsk, rules: Rules): CaseFact[] {
  const resolve = openObligation(state, 'resolve')
  const missing = ask.given.includes(false)
  const waiting = resolve?.pausedAt != null
  const pauses = missing && !waiting && rules.policy.papers.missing === 'restarts' && resolve && rules.at <= resolve.dueAt
  const notice = { at: rules.at, by: by.personId, papers: ask.papers, given: ask.given, breach: state.notices.length > 0, ...(state.notices.length > 0 && ask.reason != null ? { reason: ask.reason } : {}) }
  const issued: CaseFact = { kind: 'notice-issued', notice, ...(pauses ? { changes: [{ ...resolve, pausedAt: rules.at }] } : {}) }
  return waiting && !missing ? [issued, papersComplete(state, rules)] : [issued]
}
