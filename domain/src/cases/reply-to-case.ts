import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { stepLimit } from '../policy/step-limit.ts'
import { isFirstContact, isHandler, isOrStandsFor, type Actor } from './actor.ts'
import { closing, endHeldUp } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { openObligation, type CaseState, type TextRef } from './state.ts'

export interface ReplyAsk {
  channel: string
  text: TextRef
  phrase: string | null
  close: boolean
  /** Files of the case that the person is given. */
  attachments?: string[]
  /** Of the cases split off from this one, so many are still open. */
  openChildren?: number
  /** Whoever calls back, when the policy wants a call-back. */
  caller: { personId: string; unitId: string } | null
}
export type ReplyRefusal = 'case-not-resolved' | 'not-replier' | 'forbidden-phrase'

/** Telling the person (答复). It is what ends the first contact's duty. What still has to be done first keeps the case from closing with it. */
export function replyToCase(state: CaseState, by: Actor, ask: ReplyAsk, rules: Rules): Outcome<CaseFact, ReplyRefusal> {
  if (state.status !== 'resolved') return refuse('case-not-resolved')
  if (!mayReply(by, state)) return refuse('not-replier')
  if (ask.phrase !== null) return refuse('forbidden-phrase')
  const callBack = ask.caller && callBackWanted(state, rules)
    ? [owe({ kind: 'callBack', ...ask.caller, limit: stepLimit(rules.policy, 'callBack', state) }, rules)] : []
  const told: CaseFact = {
    kind: 'person-told', channel: ask.channel, text: ask.text, by: by.personId, ...(ask.attachments && ask.attachments.length > 0 ? { attachments: ask.attachments } : {}), closes: closing(state, 'met', 'reply', 'contact'), opens: callBack,
  }
  const closes = ask.close && callBack.length === 0 && endHeldUp(state, rules.policy) === null && (ask.openChildren ?? 0) === 0
  if (!closes) return done(told)
  const rest = state.obligations.filter(({ kind }) => kind !== 'reply' && kind !== 'contact').map(({ id }) => ({ id, as: 'void' as const }))
  return done<CaseFact>(told, { kind: 'case-closed', unreached: false, ...(rest.length > 0 ? { closes: rest } : {}) })
}

/** Whichever of the two the policy names, the other may tell the person too: better told by the wrong one than not at all. */
export function mayReply(by: Actor, state: CaseState): boolean {
  const owing = openObligation(state, 'reply')?.personId ?? null
  return isFirstContact(by, state) || isHandler(by, state) || (owing !== null && isOrStandsFor(by, owing))
}

function callBackWanted(state: CaseState, rules: Rules): boolean {
  const { when } = rules.policy.callBack
  return when === 'always' || (when === 'complaints' && (state.category === 'complaint' || state.category === 'report'))
}

export type AttemptRefusal = 'case-not-resolved' | 'not-replier'

/** One more time that the person could not be reached. Enough of them allow closing without a reply. */
export function recordContactAttempt(
  state: CaseState, by: Actor, ask: { channel: string; note: TextRef | null },
): Outcome<CaseFact, AttemptRefusal> {
  if (state.status !== 'resolved') return refuse('case-not-resolved')
  if (!mayReply(by, state)) return refuse('not-replier')
  return done({ kind: 'contact-failed', channel: ask.channel, note: ask.note, count: state.attempts + 1 })
}
