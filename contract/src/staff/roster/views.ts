import { z } from 'zod'
import { Instant } from '../../shared/time.ts'

export const TimeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'time-format')
const ABSENCE_KINDS = ['leave', 'trip', 'out'] as const
const PRESENCE_STATES = ['here', 'out', 'trip', 'leave', 'offShift', 'notRostered'] as const

export const ShiftKindView = z.object({
  id: z.uuid(), unitId: z.uuid(), name: z.string(), from: z.string(), to: z.string(), weekdays: z.array(z.int()), post: z.string().nullable(), team: z.string().nullable(),
  deskId: z.uuid().nullable(), least: z.int(), needs: z.array(z.string()), criteria: z.array(z.string()),
  /** Leads the others on duty. */
  main: z.boolean(),
  /** The directory's post that goes with it, and what that asks for besides. */
  postId: z.uuid().nullable(), postName: z.string().nullable(), postNeeds: z.array(z.string()),
  tasks: z.array(z.object({ task: z.string(), by: z.string().nullable() })),
})
export const ShiftView = z.object({
  id: z.uuid(), kindId: z.uuid(), personId: z.uuid(), personName: z.string(), day: z.string(), startsAt: Instant, endsAt: Instant, overrideReason: z.string().nullable(),
  begunAt: Instant.nullable(), endedAt: Instant.nullable(),
})
export const AbsenceView = z.object({
  id: z.uuid(), personId: z.uuid(), personName: z.string(), kind: z.enum(ABSENCE_KINDS), from: Instant, to: Instant.nullable(),
  deputyId: z.uuid().nullable(), deputyName: z.string().nullable(), note: z.string().nullable(),
})
export const ShiftProblemView = z.object({
  problem: z.enum(['overlaps', 'away', 'needs-missing', 'criteria-missing', 'off-day', 'over']), blocking: z.boolean(),
  personId: z.uuid(), personName: z.string(), kindId: z.uuid(), kindName: z.string(), day: z.string(),
  missing: z.array(z.string()).optional(), otherKindName: z.string().optional(), absence: z.enum(ABSENCE_KINDS).optional(), from: Instant.optional(), to: Instant.nullable().optional(),
})
export const GapView = z.object({ kindId: z.uuid(), day: z.string(), have: z.int(), least: z.int() })
export const PresenceView = z.object({
  personId: z.uuid(), name: z.string(), post: z.string().nullable(), state: z.enum(PRESENCE_STATES), until: Instant.nullable(), note: z.string().nullable(),
  deputy: z.object({ personId: z.uuid(), name: z.string(), post: z.string().nullable(), unitId: z.uuid(), unitName: z.string(), here: z.boolean() }).nullable(),
})
export const OnDutyView = z.object({
  personId: z.uuid(), name: z.string(), personPost: z.string().nullable(), phone: z.string().nullable(), room: z.string().nullable(),
  shiftId: z.uuid(), kindId: z.uuid(), kindName: z.string(), unitId: z.uuid(), unitName: z.string(), post: z.string().nullable(), team: z.string().nullable(),
  /** Leads the others on duty. */
  main: z.boolean(),
  startsAt: Instant, endsAt: Instant,
})
export const ShiftTaskView = z.object({
  id: z.uuid(), shiftId: z.uuid(), kindName: z.string(),
  /** What happened, in the organisation's words; null: a common task. */
  occasion: z.string().nullable(), task: z.string(), personId: z.uuid(), personName: z.string(), since: Instant, dueAt: Instant, dueEstimated: z.boolean(), late: z.boolean(),
  receivedByName: z.string().nullable(), offeredToName: z.string().nullable(),
  /** The caller may say whether they take it, or give it back. */
  mayTake: z.boolean(), mayGiveBack: z.boolean(), mayTick: z.boolean(),
  items: z.array(z.object({ item: z.string(), at: Instant.nullable(), byName: z.string().nullable() })),
  satisfaction: z.boolean(), grade: z.int().nullable(), comment: z.string().nullable(), doneAt: Instant.nullable(), doneByName: z.string().nullable(),
})
export const WalkroundView = z.object({
  id: z.uuid(), unitId: z.uuid(), unitName: z.string(), title: z.string(), at: Instant, visitorId: z.uuid(), visitorName: z.string(),
  /** Named when it was planned, else whoever is rostered for then. */
  receiver: z.object({ personId: z.uuid(), name: z.string(), named: z.boolean() }).nullable(),
  findings: z.array(z.object({ text: z.string(), caseId: z.uuid().nullable() })).nullable(), recordedAt: Instant.nullable(), recordedByName: z.string().nullable(), cancelled: z.boolean(),
  mayRecord: z.boolean(), mayCancel: z.boolean(),
})
