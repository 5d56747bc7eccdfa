import { z } from 'zod'
import { Status } from '../../shared/codes.ts'
import { Instant } from '../../shared/time.ts'

/** What colleagues can do with each other in a case, besides carrying it on. */
export const COOPERATION_ACTS = ['callColleague', 'promiseRelay', 'acknowledgeRelay', 'recordContact', 'offerPapers', 'confirmPapers', 'askAdvice', 'giveAdvice', 'passUp',
  'decideTransfer', 'makeInquiry', 'answerInquiry', 'reportUnsolved', 'answerForward', 'addChild', 'mergeCase', 'unmergeCase', 'assignStaff', 'confirmAssignment',
  'completeRecord'] as const

const Named = z.object({ personId: z.uuid(), personName: z.string() })
const Relative = z.object({ id: z.uuid(), number: z.string(), subject: z.string().nullable(), status: Status.nullable() })

/** What is open between colleagues, and the cases that belong together. */
export const CooperationView = z.object({
  relay: z.object({ byName: z.string(), to: Named, toUnitName: z.string(), at: Instant, text: z.string().nullable() }).nullable(),
  questions: z.array(z.object({ id: z.uuid(), byName: z.string(), of: z.array(Named), at: Instant, text: z.string().nullable(), expectedAt: Instant.nullable(), expectedEstimated: z.boolean() })),
  transfer: z.object({ byName: z.string(), at: Instant, toUnitName: z.string(), toPersonName: z.string().nullable(), reason: z.string().nullable(), approvers: z.array(Named) }).nullable(),
  inquiries: z.array(z.object({ id: z.uuid(), byName: z.string(), at: Instant, party: z.string(), phone: z.string().nullable(), text: z.string().nullable(), dueAt: Instant.nullable(), dueEstimated: z.boolean() })),
  forward: z.object({ to: Named, byName: z.string(), at: Instant }).nullable(),
  parent: Relative.nullable(), children: z.array(Relative), joined: z.array(Relative), mergedInto: Relative.nullable(),
  /** An emergency that the reader raises here becomes part of this case. */
  takesEmergency: z.boolean(),
  emergency: z.object({
    at: Instant, filledAt: Instant.nullable(), assigned: z.array(z.object({ personId: z.uuid(), name: z.string(), at: Instant, confirmedAt: Instant.nullable() })),
  }).nullable(),
})
