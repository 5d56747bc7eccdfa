import { z } from 'zod'
import { Instant } from '../../shared/time.ts'

/** What makes sure that nothing of the work is left out. */
export const CARE_ACTS = ['fillSheet', 'completeStep', 'flagCase', 'unflagCase', 'planEffectCheck', 'recordEffect', 'takeUpDuty', 'giveSolution'] as const

/** Whether what was done has lasted. */
export const EFFECTS = ['lasting', 'partly', 'failed'] as const

const Told = z.object({ personId: z.uuid(), name: z.string(), at: Instant, confirmedAt: Instant.nullable() })

export const CareView = z.object({
  /** The others of the pair that was asked. */
  pair: z.array(z.object({ personId: z.uuid(), personName: z.string(), unitName: z.string() })),
  sheet: z.object({
    name: z.string(), visitWanted: z.boolean(), visited: z.boolean(),
    steps: z.array(z.object({
      name: z.string(), done: z.object({ at: Instant, byName: z.string() }).nullable(), missing: z.array(z.string()),
      parts: z.array(z.object({ name: z.string(), flag: z.string().nullable(), text: z.string().nullable(), filled: z.object({ at: Instant, byName: z.string() }).nullable() })),
    })),
  }).nullable(),
  flags: z.array(z.object({ name: z.string(), at: Instant, byName: z.string(), note: z.string().nullable(), told: z.array(Told) })),
  /** That can still be set. */
  flagsLeft: z.array(z.object({ name: z.string(), tells: z.boolean() })),
  /** Who answers for it, where the regulation has a leader give a solution; `respondedAt`: when staff first said or did something for the person. */
  leader: z.object({ personId: z.uuid(), personName: z.string(), unitName: z.string(), at: Instant, dueAt: Instant.nullable(), dueEstimated: z.boolean(), solution: z.string().nullable(), solvedAt: Instant.nullable(), respondedAt: Instant.nullable() }).nullable(),
  effect: z.object({ dueAt: Instant, dueEstimated: z.boolean(), result: z.enum(EFFECTS).nullable(), text: z.string().nullable(), byName: z.string().nullable(), at: Instant.nullable() }).nullable(),
})
