import type { Instant } from '../calendar/instant.ts'
import type { Obligation } from '../obligations/obligation.ts'
import type { Holder, TextRef } from './holder.ts'

/** The promise to pass on and to assist (转告并帮办): open until the colleague has read it. */
export interface Relay {
  by: Holder
  to: Holder
  at: Instant
  text: TextRef | null
}

/** A question put to leaders or colleagues before the person is answered. */
export interface Consultation {
  id: string
  by: string
  of: string[]
  at: Instant
  question: TextRef
  /** What the person was told: by when there will be an answer. */
  expectedAt: Instant | null
  /** Which of the leaders is asked, where one is: their level, counted from 0, and their post. */
  level?: number
  post?: string
  /** Those of `of` who hold that post. */
  leaders?: string[]
}

/** A hand-over that waits for a superior's leave. */
export interface Transfer {
  id: string
  by: string
  at: Instant
  approvers: string[]
  toUnitId: string
  toPersonId: string | null
  reason: TextRef | null
  escorted: boolean
}

/** A question to somebody outside the organisation, a sister company for example. */
export interface Inquiry {
  id: string
  by: string
  at: Instant
  party: TextRef
  question: TextRef
}

/** What could not be solved, in the hands of the leader it was reported to. */
export interface Forward {
  to: Holder
  by: string
  at: Instant
}

export interface CaseRef {
  id: string
  number: string
}

/** Where a merged case went, and what it needs to stand on its own again. */
export interface Merged {
  into: CaseRef
  at: Instant
  status: 'registered' | 'handling' | 'resolved'
  outcome: 'solved' | 'explained' | 'outside' | null
  /** What was owed then, besides what colleagues had open with each other. */
  obligations: Obligation[]
}

export interface Assigned {
  personId: string
  at: Instant
  confirmedAt: Instant | null
}

export interface Emergency {
  at: Instant
  /** Since when the record is complete; null while it is still to be filled in. */
  filledAt: Instant | null
  assigned: Assigned[]
}

/** What colleagues have open with each other in a case, and the cases it belongs with. */
export interface Cooperation {
  relay: Relay | null
  consultations: Consultation[]
  transfer: Transfer | null
  /** How often another unit has signed for it in this round. */
  passes: number
  inquiries: Inquiry[]
  forward: Forward | null
  parent: CaseRef | null
  children: CaseRef[]
  joined: CaseRef[]
  merged: Merged | null
  unmerges: number
  emergency: Emergency | null
}

export const NO_COOPERATION: Cooperation = {
  relay: null, consultations: [], transfer: null, passes: 0, inquiries: [], forward: null, parent: null, children: [], joined: [], merged: null, unmerges: 0, emergency: null,
}

/** What is open between colleagues falls away with the work; what belongs together stays so. */
export const SETTLED: Pick<Cooperation, 'relay' | 'consultations' | 'transfer' | 'inquiries' | 'forward'> = {
  relay: null, consultations: [], transfer: null, inquiries: [], forward: null,
}
