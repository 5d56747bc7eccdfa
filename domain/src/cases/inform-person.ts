import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, takesPart, type Actor } from './actor.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type TextRef } from './state.ts'

export interface InformAsk {
  channel: string
  text: TextRef
  /** The person said that they had understood it. */
  confirmed: boolean
  phrase: string | null
}
export type InformRefusal = 'case-ended' | 'not-participant' | 'forbidden-phrase'

/** The person was told how it stands: of a new date, a pause, or just that it goes on. Held to the same words as a reply. */
export function informPerson(state: CaseState, by: Actor, ask: InformAsk): Outcome<CaseFact, InformRefusal> {
  if (hasEnded(state) || state.status === 'answered') return refuse('case-ended')
  if (!takesPart(by, state)) return refuse('not-participant')
  if (ask.phrase !== null) return refuse('forbidden-phrase')
  const { channel, text, confirmed } = ask
  return done<CaseFact>({ kind: 'person-informed', channel, text, confirmed, closes: closing(state, 'met', 'tell') })
}

export type ConfirmReceiptRefusal = 'not-answered-yet' | 'already-confirmed' | 'not-closer' | 'case-archived'

/** The person confirmed that the answer reached them, in this way and at this time. */
export function confirmReceipt(state: CaseState, by: Actor, ask: { channel: string; note: TextRef | null }): Outcome<CaseFact, ConfirmReceiptRefusal> {
  if (state.toldAt === null || (state.status !== 'answered' && state.status !== 'closed')) return refuse('not-answered-yet')
  if (state.course.archivedAt !== null) return refuse('case-archived')
  if (state.course.confirmedRound >= state.round) return refuse('already-confirmed')
  if (!isFirstContact(by, state) && !isHandler(by, state)) return refuse('not-closer')
  return done<CaseFact>({ kind: 'receipt-confirmed', channel: ask.channel, note: ask.note, round: state.round })
}

export type ConfirmPubliclyRefusal = 'not-answered-yet' | 'already-confirmed'

/** The same by the person, who proves by number and code that it is theirs; laid away or not. */
export function confirmPublicly(state: CaseState): Outcome<CaseFact, ConfirmPubliclyRefusal> {
  if (state.toldAt === null || (state.status !== 'answered' && state.status !== 'closed')) return refuse('not-answered-yet')
  return state.course.confirmedRound >= state.round ? refuse('already-confirmed') : done<CaseFact>({ kind: 'receipt-confirmed', channel: 'web', note: null, round: state.round })
}

export type ArchiveRefusal = 'case-not-ended' | 'case-archived' | 'not-closer' | 'papers-in-custody'

/** Summed up and laid away: from now on nobody inside changes it. The person's right to say "not solved" stays as long as it lasts. */
export function archiveCase(state: CaseState, by: Actor, summary: TextRef): Outcome<CaseFact, ArchiveRefusal> {
  if (!hasEnded(state)) return refuse('case-not-ended')
  if (state.course.archivedAt !== null) return refuse('case-archived')
  if (!isFirstContact(by, state) && !isHandler(by, state)) return refuse('not-closer')
  if (state.custody.some((item) => item.returnedAt === null)) return refuse('papers-in-custody')
  return done<CaseFact>({ kind: 'case-archived', summary })
}
