import { done, refuse, type Outcome } from '../outcome.ts'
import { takesPart, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type TextRef } from './state.ts'

export interface NoteAsk {
  note: 'progress' | 'interim'
  text: TextRef
  public: boolean
  phrase: string | null
}
export type NoteRefusal = 'case-ended' | 'not-participant' | 'forbidden-phrase'

/** A progress note for colleagues, or an interim explanation for the person. What the person reads is held to the same words as a reply. */
export function addNote(state: CaseState, by: Actor, ask: NoteAsk): Outcome<CaseFact, NoteRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!takesPart(by, state)) return refuse('not-participant')
  if (ask.public && ask.phrase !== null) return refuse('forbidden-phrase')
  return done({ kind: 'note-added', note: ask.note, text: ask.text, public: ask.public })
}

export type InformationRefusal = 'case-ended' | 'too-much-information'

/** What the person adds by number and code; bounded, so that a stranger with a code cannot fill the disk. */
export function addInformation(state: CaseState, text: TextRef): Outcome<CaseFact, InformationRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (state.information >= 30) return refuse('too-much-information')
  return done({ kind: 'information-added', text })
}
