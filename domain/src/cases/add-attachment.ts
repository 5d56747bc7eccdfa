import { done, refuse, type Outcome } from '../outcome.ts'
import { takesPart, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type TextRef } from './state.ts'

export interface AttachAsk {
  attachmentId: string
  name: TextRef
  /** Of the bytes as they are kept, 64 hex digits. */
  contentDigest: string
  /** Bytes. */
  size: number
}
export type AttachRefusal = 'case-ended' | 'not-participant' | 'too-many-attachments'

const ATTACHMENTS_MAX = 50

/** A file laid to the case. `by` null: the person, by number and code. Bounded, so that nobody can fill the disk through one case. */
export function addAttachment(state: CaseState, by: Actor | null, ask: AttachAsk): Outcome<CaseFact, AttachRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (by && !takesPart(by, state)) return refuse('not-participant')
  if (state.attachments >= ATTACHMENTS_MAX) return refuse('too-many-attachments')
  const { attachmentId, name, contentDigest, size } = ask
  return done({ kind: 'attachment-added', attachmentId, name, contentDigest, size })
}
