import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { openObligation, type CaseState, type TextRef } from './state.ts'

export interface NoticeAsk {
  papers: TextRef
  given: boolean[]
}
export type NoticeRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending'

/** One-time notice of all papers (一次性告知). A second one on the same case is allowed, but stands in the ledger as a breach. */
export function issueNotice(state: CaseState, by: Actor, ask: NoticeAsk, rules: Rules): Outcome<CaseFact, NoticeRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  if (state.referral) return refuse('referral-pending')
  return done(...noticeFacts(state, by, ask, rules))
}

export function noticeFacts(state: CaseState, by: Actor, ask: NoticeAsk, rules: Rules): CaseFact[] {
  const resolve = openObligation(state, 'resolve')
  const missing = ask.given.some((given) => !given)
  const pauses = missing && rules.policy.papers.missing === 'restarts' && resolve
  const notice = { at: rules.at, by: by.personId, papers: ask.papers, given: ask.given, breach: state.notices.length > 0 }
  return [{ kind: 'notice-issued', notice, ...(pauses ? { changes: [{ ...resolve, pausedAt: resolve.pausedAt ?? rules.at }] } : {}) }]
}
