import type { PolicyOverlay } from '@daodi/domain/policy/inherit.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'

/** A unit that organisations of a kind usually have. */
export interface PresetUnit {
  name: string
  kind: 'department' | 'window'
  registerCode: string
  posts: { post: string; title: string }[]
  shifts?: { name: string; from: string; to: string; weekdays: number[]; post?: string | undefined; team?: string | undefined; least?: number | undefined; needs?: string[] | undefined; main?: boolean | undefined; tasks?: { task: string; by?: string | undefined }[] | undefined }[] | undefined
  policy?: PolicyOverlay | undefined
  units?: PresetUnit[] | undefined
}

/** What a set-up needs of a kind of organisation; already checked by whoever read it. */
export interface Preset {
  id: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  calendar: unknown
  policy: Policy
  posts: { post: string; title: string }[]
  shifts?: PresetUnit['shifts']
  units: PresetUnit[]
}

/** Reads the kinds of organisation there are; the composition says from where. */
export type LoadPresets = () => Promise<Preset[]>
