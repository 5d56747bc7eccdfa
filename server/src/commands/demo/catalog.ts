import type { z } from 'zod'
import type { FlagRule, Sheet } from '@daodi/domain/policy/policy.ts'
import type { Category as CategoryCode, Role as RoleCode } from '@daodi/contract/shared/codes.ts'

export type Category = z.infer<typeof CategoryCode>
export type Role = z.infer<typeof RoleCode>

/** `parent` null: directly below the institution. Nobody but the institution keeps a register book. */
export interface DemoUnit { name: string; kind: 'department' | 'window'; parent: string | null; phone: string; room: string }

export interface DemoPerson {
  name: string
  login: string
  /** Null: the institution itself. */
  unit: string | null
  post: string
  phone: string
  room: string
  roles?: [Role, string | null][]
  /** Shown on the strip of people one may sign in as: a role's code, or words. */
  demoRole?: string
}

/** Unit null: the institution itself. */
export type DemoPost = [unit: string | null, post: string, person: string]

type Hours = { days: number[]; from: string; to: string }[]

/** Who answers for what. Unit null: the institution itself; people by name. */
export interface DemoDuties {
  units: [unit: string | null, duties: string, authority: string | null][]
  posts: { unit: string; name: string; duties: string | null; authority?: string; limits?: string; rank: number; languages?: string[]; qualifications?: string[]; holders: string[] }[]
  /** Languages and qualifications. */
  attainments: Record<string, [string[], string[]]>
  roles: [unit: string, role: 'liaison' | 'deputyLiaison' | 'receptionist', person: string][]
  desks: { unit: string; kind: 'window' | 'desk' | 'office' | 'seat'; name: string; scope: string; hours: Hours; staff: string[] }[]
  groups: { unit: string | null; kind: 'leading' | 'working' | 'firstContact'; name: string; mandate: string; manager: string; members: string[] }[]
  outside: { name: string; scope: string; keywords: string[]; phone: string; address: string; hours: string }[]
}

export interface DemoMatter {
  name: string
  unit: string
  person: string
  category: Category
  /** Other words that people use for it, separated by spaces. */
  keywords: string
  /** Other names of the matter itself. */
  synonyms?: string[]
  /** One of the small everyday requests. */
  everyday?: boolean
  /** `name`, `name:copy`, `name:original:2` */
  papers?: string[]
  /** Promised working days; 0: answered on the spot. */
  days: number
  /** Promised in hours by the clock instead. */
  hours?: number
  citation?: string
  /** Who may apply, and how it goes: what the one-time notice says. */
  conditions?: string
  procedure?: string
  /** The approved short answer. */
  answer?: string
  /** How people put the question that the short answer answers. */
  asks?: string[]
}

/** Something that people come with and that takes work. `{p}` is replaced by a place out of `places`. */
export interface Topic {
  matter: string | null
  category: Category
  /** Unit and person that it belongs to, where it is no matter of the catalogue. */
  unit?: string
  person?: string
  subjects: string[]
  says: string[]
  /** What was done about it, as the person reads it. */
  done: string
  /** Nothing could be done; `done` explains why. */
  explained?: boolean
  progress?: string
  interim?: string
  urgent?: boolean
  /** Where it is sent by mistake at first. */
  wrongUnit?: string
  places: readonly string[]
}

/** What another body has to do. */
export interface ElsewhereTopic { subjects: string[]; text: string; where: string; phone: string }

export interface Demo {
  name: string
  shortName: string
  registerCode: string
  phone: string
  preset: string
  units: DemoUnit[]
  people: DemoPerson[]
  posts: DemoPost[]
  duties: DemoDuties
  /** What its regulation has besides the preset. */
  care: { sheets: Sheet[]; flags: FlagRule[] }
  matters: DemoMatter[]
}

/** `name:form:copies` as a paper of the catalogue. */
export function paperOf(text: string): { name: string; copies: number; form: 'original' | 'copy' | 'either' } {
  const [name = text, form = 'either', copies = '1'] = text.split(':')
  return { name, form: form === 'original' || form === 'copy' ? form : 'either', copies: Number(copies) }
}
