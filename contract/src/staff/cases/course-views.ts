import { z } from 'zod'
import { APPROVALS, HELPS, PauseCause, SupervisionLevel } from '../../shared/codes.ts'
import { Instant } from '../../shared/time.ts'

const Words = z.string().nullable()
const Named = z.object({ personId: z.uuid(), personName: z.string() })

/** What happens to a case on its way besides being passed on. */
export const CourseView = z.object({
  approval: z.object({
    of: z.enum(APPROVALS), at: Instant, byName: z.string(), reason: Words, until: Instant.nullable(), estimated: z.boolean(), cause: PauseCause.nullable(), approvers: z.array(Named), dueAt: Instant.nullable(), dueEstimated: z.boolean(),
  }).nullable(),
  /** Granted in this round; where the limit lay before the first of them. */
  extensions: z.int(), extensionsAllowed: z.int(), /** Who grants how much, from the lowest up: until when at the latest. */ extensionBy: z.array(z.object({ of: z.enum(['handler', 'firstContact', 'receiver', 'institution']), post: z.string(), until: Instant, estimated: z.boolean() })), originalLimitAt: Instant.nullable(), originalLimitEstimated: z.boolean(), limitAt: Instant.nullable(), limitEstimated: z.boolean(),
  pause: z.object({ cause: PauseCause, reason: Words, from: Instant, until: Instant, estimated: z.boolean(), stops: z.enum(['both', 'limit', 'none']) }).nullable(),
  pauses: z.array(z.object({ from: Instant, to: Instant })),
  assists: z.array(z.object({
    id: z.uuid(), personId: z.uuid(), personName: z.string(), unitName: z.string(), task: Words, at: Instant, state: z.enum(['open', 'given', 'waived']), text: Words, dueAt: Instant.nullable(), dueEstimated: z.boolean(),
  })),
  urges: z.int(), urgedAt: Instant.nullable(),
  instructions: z.array(z.object({ id: z.uuid(), byName: z.string(), at: Instant, text: Words, dueAt: Instant.nullable(), dueEstimated: z.boolean() })),
  supervision: z.object({ level: SupervisionLevel, requirement: Words, byName: z.string(), at: Instant, feedbacks: z.int(), dueAt: Instant.nullable(), dueEstimated: z.boolean() }).nullable(),
  appointment: z.object({ at: Instant, home: z.boolean(), place: Words, whoName: z.string(), moved: z.int() }).nullable(),
  help: z.array(z.object({ id: z.uuid(), of: z.enum(HELPS), byName: z.string().nullable(), at: Instant, text: Words, to: z.array(Named), dueAt: Instant.nullable(), dueEstimated: z.boolean() })),
  refusalAgreed: z.boolean(), confirmed: z.boolean(),
  archive: z.object({ at: Instant, summary: Words }).nullable(),
  /** How often and when the person heard from us, and the longest they did not. */
  contact: z.object({ count: z.int(), lastAt: Instant.nullable(), longestSilenceMinutes: z.int() }),
})
