import { z } from 'zod'
import type { PolicyOverlay as Overlay } from '@daodi/domain/policy/inherit.ts'
import { CalendarDefinition } from './calendar-definition.ts'
import { PolicyDocument, PolicyOverlay } from './schema.ts'

/** A kind of shift that such a unit usually works in. */
export interface PresetShift {
  name: string
  from: string
  to: string
  weekdays: number[]
  post?: string
  team?: string
  least?: number
  needs?: string[]
  main?: boolean
  tasks?: { task: string; by?: string }[]
}

/** A unit that organisations of this kind usually have, with the posts somebody should hold there. */
export interface PresetUnit {
  name: string
  kind: 'department' | 'window'
  registerCode: string
  posts: { post: string; title: string }[]
  shifts?: PresetShift[]
  policy?: Overlay
  units?: PresetUnit[]
}

const Name = z.string().trim().min(1).max(80)
const Posts = z.array(z.strictObject({ post: z.string().min(1).max(40), title: Name }))

const TimeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
const PresetShift = z.strictObject({
  name: Name, from: TimeOfDay, to: TimeOfDay, weekdays: z.array(z.int().min(1).max(7)).min(1), post: z.string().min(1).max(40).optional(), team: Name.optional(),
  least: z.int().min(0).max(100).optional(), needs: z.array(Name).optional(), main: z.boolean().optional(),
  tasks: z.array(z.strictObject({ task: Name, by: TimeOfDay.optional() })).max(30).optional(),
})

const PresetUnit: z.ZodType<PresetUnit> = z.lazy(() => z.strictObject({
  name: Name,
  kind: z.enum(['department', 'window']),
  registerCode: z.string().regex(/^[A-Z]{2,6}$/),
  posts: Posts,
  shifts: z.array(PresetShift).optional(),
  policy: PolicyOverlay.optional(),
  units: z.array(PresetUnit).optional(),
}))

/**
 * A kind of organisation. `posts` are those of the institution's root unit, `units` what stands below it;
 * set-up offers both and asks who holds the posts.
 */
export const Preset = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,38}$/),
  /** Where it stands in the list that set-up offers; those without come after, by file name. */
  position: z.int().min(1).max(999).optional(),
  name: Name,
  nameEn: Name,
  description: z.string().trim().min(1).max(500),
  descriptionEn: z.string().trim().min(1).max(500),
  calendar: CalendarDefinition,
  policy: PolicyDocument,
  posts: Posts,
  /** Shifts of the institution itself: its duty officer. */
  shifts: z.array(PresetShift).optional(),
  units: z.array(PresetUnit),
})
export type Preset = z.infer<typeof Preset>
