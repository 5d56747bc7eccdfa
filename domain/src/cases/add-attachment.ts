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
export type AttachPubliclyRefusal = 'case-ended' | 'attachments-not-taken' | 'too-many-attachments'

const ATTACHMENTS_MAX = 50

/** A file laid to the case by somebody who takes part in it. Bounded, so that nobody can fill the disk through one case. */
export function addAttachment(state: CaseState, by: Actor, ask: AttachAsk): Outcome<CaseFact, AttachRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!takesPart(by, state)) return refuse('not-participant')
  if (state.attachments >= ATTACHMENTS_MAX) return refuse('too-many-attachments')
  return done(added(ask))
}

/** A file from the person, by number and code. `laid`: how many files of theirs the case has had, `most`: how many the policy allows. */
export function addPublicAttachment(state: CaseState, ask: AttachAsk, { laid, most }: { laid: number; most: number }): Outcome<CaseFact, AttachPubliclyRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (most === 0) return refuse('attachments-not-taken')
  if (publicAttachmentsLeft(state, { laid, most }) === 0) return refuse('too-many-attachments')
  return done(added(ask))
}

/** How many more files the person may lay while the case goes on. */
export function publicAttachmentsLeft({ attachments }: CaseState, { laid, most }: { laid: number; most: number }): number {
  return Math.max(0, Math.min(most - laid, ATTACHMENTS_MAX - attachments))
}

/** Digests of what the person has laid by number and code, one for each file, also of those erased since: erasing gives no room anew. */
export function laidByPerson(entries: readonly { kind: string; actor: string; data: { contentDigest?: unknown } }[]): string[] {
  return entries.filter(({ kind, actor }) => kind === 'attachment-added' && actor === 'public').map(({ data }) => String(data.contentDigest))
}

function added({ attachmentId, name, contentDigest, size }: AttachAsk): CaseFact {
  return { kind: 'attachment-added', attachmentId, name, contentDigest, size }
}
