import { z } from 'zod'
import type { PolicyOverlay as Overlay } from '@daodi/domain/policy/inherit.ts'
import { CalendarDefinition } from './calendar-definition.ts'
import { PolicyDocument, PolicyOverlay } from './schema.ts'

/** A unit that organisations of this kind usually have, with the posts somebody should hold there. */
export interface PresetUnit {
  name: string
  kind: 'department' | 'window'
  registerCode: string
  posts: { post: string; title: string }[]
  policy?: Overlay
  units?: PresetUnit[]
}

const Name = z.string().trim().min(1).max(80)
const Posts = z.array(z.strictObject({ post: z.string().min(1).max(40), title: Name }))

const PresetUnit: z.ZodType<PresetUnit> = z.lazy(() => z.strictObject({
  name: Name,
  kind: z.enum(['department', 'window']),
  registerCode: z.string().regex(/^[A-Z]{2,6}$/),
  posts: Posts,
  policy: PolicyOverlay.optional(),
  units: z.array(PresetUnit).optional(),
}))

/**
 * A kind of organisation. `posts` are those of the institution's root unit, `units` what stands below it;
 * set-up offers both and asks who holds the posts.
 */
export const Preset = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,38}$/),
  name: Name,
  nameEn: Name,
  description: z.string().trim().min(1).max(500),
  descriptionEn: z.string().trim().min(1).max(500),
  calendar: CalendarDefinition,
  policy: PolicyDocument,
  posts: Posts,
  units: z.array(PresetUnit),
})
export type Preset = z.infer<typeof Preset>
