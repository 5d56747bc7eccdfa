import type { Instant } from '../calendar/instant.ts'
import type { Assigned } from './cooperation.ts'
import type { TextRef } from './holder.ts'

/** What was written down under one part of a sheet; a later text takes the earlier one's place, the ledger keeps both. */
export interface FilledPart { step: string; part: string; text: TextRef; by: string; at: Instant }

/** What has to be written down about this case (记录单), and how far it has come. */
export interface CaseSheet {
  name: string
  filled: FilledPart[]
  done: { step: string; by: string; at: Instant }[]
  /** The person has been visited, or was here as agreed. */
  visited: boolean
}

/** Something that makes the case a special one (情形), and who was told of it. */
export interface Flag { name: string; by: string; at: Instant; note: TextRef | null; told: Assigned[] }

/** Looking, after the end, whether what was done has lasted (成效回看). */
export interface EffectCheck { dueAt: Instant; result: EffectResult | null; text: TextRef | null; by: string | null; at: Instant | null }
export type EffectResult = 'lasting' | 'partly' | 'failed'

/** What makes sure that nothing of the work is left out; each only there where the case has it. */
export interface Care {
  sheet?: CaseSheet
  flags?: Flag[]
  effect?: EffectCheck
  /** Who answers for it, where the regulation has a leader give a solution, and what they said. */
  leader?: { personId: string; unitId: string; at: Instant; solution: TextRef | null; solvedAt: Instant | null }
}
