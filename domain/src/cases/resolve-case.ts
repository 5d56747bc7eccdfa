import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isHandler, type Actor } from './actor.ts'
import { closing, mustCite, replyDuty } from './duties.ts'
import { refusalUnreported } from './ask-for-approval.ts'
import { openAssists } from './assist-case.ts'
import { limitLeft } from './pause-case.ts'
import { sheetHoldsUp } from './sheet.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, TextRef } from './state.ts'

export interface ResolveAsk {
  outcome: 'solved' | 'explained' | 'outside'
  text: TextRef
  citation: TextRef | null
  direction: TextRef | null
  phrase: string | null
}
export type ResolveRefusal = 'case-not-in-handling' | 'not-handler' | 'referral-pending' | 'ruling-pending' | 'citation-needed' | 'forbidden-phrase' | 'assist-pending' | 'refusal-not-reported' | 'step-open' | 'visit-owed'

/** The work is done; whoever the policy names now owes the person the reply. An explanation is always there: the text. */
export function resolveCase(state: CaseState, by: Actor, ask: ResolveAsk, rules: Rules): Outcome<CaseFact, ResolveRefusal> {
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state)) return refuse('not-handler')
  if (state.referral) return refuse('referral-pending')
  if (state.ruling) return refuse('ruling-pending')
  if (openAssists(state).length > 0) return refuse('assist-pending')
  if (ask.phrase !== null) return refuse('forbidden-phrase')
  if (ask.outcome !== 'outside' && mustCite(state, rules.policy) && ask.citation === null) return refuse('citation-needed')
  if (ask.outcome !== 'solved' && refusalUnreported(state, rules)) return refuse('refusal-not-reported')
  const held = ask.outcome === 'solved' ? sheetHoldsUp(state, rules.policy) : null
  if (held) return refuse(held)
  const { outcome, text, citation, direction } = ask
  return done({
    kind: 'case-resolved', resolution: { outcome, text, citation, direction, by: by.personId, at: rules.at }, ...limitLeft(state, rules),
    closes: [...closing(state, 'met', 'resolve', 'resume'), ...closing(state, 'void', 'approve', 'tell', 'visit', 'support', 'relay', 'allow')], opens: [replyDuty(state, rules)],
  })
}
