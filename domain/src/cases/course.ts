import type { Instant } from '../calendar/instant.ts'
import type { Holder, TextRef } from './holder.ts'

export type PauseCause = 'papers' | 'thirdParty' | 'appointment'
export type SupervisionLevel = 'general' | 'key' | 'listed'

/** Asked and not decided yet: more time (延期), a pause (暂停), consent to a refusal (否定报备). One at a time. */
export interface Approval {
  of: 'extension' | 'pause' | 'refusal'
  askedBy: Holder
  at: Instant
  reason: TextRef
  /** The new due moment, or the end of the pause; null for a refusal. */
  until: Instant | null
  estimated: boolean
  cause: PauseCause | null
  /** Which authority of the policy has it, counted from 0. */
  level: number
  /** Whoever of them decides first decides; the ladder adds more. */
  approvers: string[]
}

export interface Pause {
  cause: PauseCause
  reason: TextRef
  from: Instant
  until: Instant
  stops: 'both' | 'limit' | 'none'
}

/** A co-handler (协办): owes an opinion, not the case. */
export interface Assist {
  id: string
  holder: Holder
  task: TextRef
  at: Instant
  state: 'open' | 'given' | 'waived'
  /** The opinion, or why it was no longer needed. */
  text: TextRef | null
}

/** A leader's instruction (批示) that is to be reported on. */
export interface Instruction { id: string; by: string; at: Instant; text: TextRef }

/** 督办, until it is signed off (销号). */
export interface Supervision { level: SupervisionLevel; requirement: TextRef; by: string; at: Instant; feedbacks: number }

export interface Appointment { id: string; at: Instant; home: boolean; place: TextRef | null; who: Holder; moved: number }

/** Asked past the handler: the matter could not be done (办不成事), the handler needs support, or it is said again that it is not solved (再次反映). Open ones only. */
export interface Help { id: string; of: 'undone' | 'support' | 'appeal'; by: string; at: Instant; text: TextRef; to: string[] }

/** Where the limit for resolving stood when the result was handed in: a result that is returned goes on under it. */
export interface LimitLeft {
  dueAt: Instant
  limitAt: Instant
  estimated: boolean
  /** It was waiting for the person's papers. */
  pausedAt: Instant | null
}

/** What happens to a case on its way besides being passed on: time, help, and pressure from above. */
export interface Course {
  approval: Approval | null
  /** Granted in this round. */
  extensions: number
  /** Where the limit lay before the first extension of this round; statistics count lateness by it too. */
  originalLimitAt: Instant | null
  extendedTo: Instant | null
  pause: Pause | null
  /** Pauses that are over. */
  pauses: { from: Instant; to: Instant; stops: Pause['stops'] }[]
  /** Working minutes by which pauses have put the limit off in this round. */
  pausedMinutes: number
  /** From the result's handing in until it is returned or the case reopened; left out otherwise, and for results from before it was recorded. */
  limitLeft?: LimitLeft
  /** The head has consented to a refusal in this round. */
  refusalAgreed: boolean
  assists: Assist[]
  urges: number
  urgedAt: Instant | null
  instructions: Instruction[]
  supervision: Supervision | null
  appointment: Appointment | null
  help: Help[]
  /** The last round in which a leader was asked to decide whether it is to be handled again; left out: in none. */
  appealedRound?: number
  /** The last round in which the person confirmed that they had been told. */
  confirmedRound: number
  archivedAt: Instant | null
  summary: TextRef | null
}

export const NEW_COURSE: Course = {
  approval: null, extensions: 0, originalLimitAt: null, extendedTo: null, pause: null, pauses: [], pausedMinutes: 0, refusalAgreed: false, assists: [],
  urges: 0, urgedAt: null, instructions: [], supervision: null, appointment: null, help: [], confirmedRound: 0, archivedAt: null, summary: null,
}

/** A pause that lets the limit stand still. Missing papers can do that too, without one. */
export function standsStill(course: Course): boolean {
  return course.pause !== null && course.pause.stops !== 'none'
}
