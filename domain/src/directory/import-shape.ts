import type { MatterDocument } from '../matters/matter.ts'
import type { Requirements } from './requirements.ts'

export type SheetName = 'units' | 'posts' | 'people' | 'matters' | 'papers'

/** One row of a sheet: what stands in each of the columns that the sheet has, trimmed. A field without a column is not there. */
export interface SheetRow { row: number; cells: Readonly<Record<string, string | undefined>> }
export type Workbook = Readonly<Partial<Record<SheetName, readonly SheetRow[]>>>

/** What is wrong with a cell, or with a whole row where `field` is null. */
export interface Fault { sheet: SheetName; row: number; field: string | null; code: FaultCode; params: Readonly<Record<string, string>> }
export type FaultCode =
  | 'missing' | 'too-long' | 'bad-characters' | 'phone-format' | 'login-format' | 'register-code-format' | 'number-format' | 'not-in-list' | 'twice'
  | 'id-unknown' | 'unit-circular' | 'unit-parent-missing' | 'unit-parent-unknown' | 'unit-unknown' | 'unit-ambiguous' | 'unit-moved' | 'unit-kind-fixed' | 'register-code-fixed' | 'register-code-taken'
  | 'post-moved' | 'post-unknown' | 'person-unknown' | 'person-ambiguous' | 'person-left' | 'one-only' | 'login-elsewhere' | 'person-twice' | 'person-known' | 'person-elsewhere' | 'state-fixed' | 'holder-not-qualified'
  | 'matter-unknown' | 'date-format' | 'reversed' | 'promise-format' | 'promised-twice'

export interface FieldChange { field: string; from: string; to: string }
/** What a row would do. `key` is the id of what there is, or a sign of its own for what is new. */
export interface Planned<Values> { sheet: SheetName; row: number; key: string; isNew: boolean; name: string; fields: FieldChange[]; values: Values }

/** The roles of a unit that the workbook names, by its columns. */
export const UNIT_ROLES = ['head', 'liaison', 'deputyLiaison', 'receptionist'] as const
export type UnitRole = (typeof UNIT_ROLES)[number]
/** The roles that a workbook may give: never the administrator's. */
export const GIVEN_ROLES = ['receptionist', 'head', 'leader', 'supervisor'] as const

export interface KnownUnit {
  id: string; parentId: string | null; name: string; kind: string; registerCode: string | null; phone: string | null; room: string | null; duties: string | null; authority: string | null
  /** Person ids. */
  roles: Readonly<Partial<Record<UnitRole, readonly string[]>>>
}
export interface KnownPost extends Requirements { id: string; unitId: string; name: string; duties: string | null; authority: string | null; limits: string | null; rank: number }
export interface KnownPerson extends Requirements {
  id: string; login: string; name: string; unitId: string; title: string | null; phones: readonly string[]; rooms: readonly string[]; employment: string; disabled: boolean
  posts: readonly { id: string; isException: boolean }[]; roles: readonly string[]
}
/** As the next edition would have it: the draft where there is one. */
export interface KnownMatter { id: string; document: MatterDocument }
export interface KnownDirectory {
  matters: readonly KnownMatter[]
  units: readonly KnownUnit[]; posts: readonly KnownPost[]; people: readonly KnownPerson[]
  /** Logins and register codes of the workbook that other institutions have. */
  loginsElsewhere: ReadonlySet<string>; codesElsewhere: ReadonlySet<string>
  /** Of the workbook's people, the keys of `personKeys` that somebody has who works in another institution. */
  keysElsewhere: ReadonlySet<string>
}

export interface UnitValues {
  parentKey: string | null; depth: number; kind: string; registerCode: string; phone: string; room: string; duties: string; authority: string
  /** Logins; only of the roles that the sheet has a column for. */
  roles: Partial<Record<UnitRole, string[]>>
}
export interface PostValues { unitKey: string; duties: string; authority: string; limits: string; rank: number; languages: string[]; qualifications: string[] }
export interface PersonValues {
  login: string; unitKey: string; title: string; phones: string[]; rooms: string[]; languages: string[]; qualifications: string[]; employment: string
  /** Keys; undefined where the sheet has no such column. */
  posts: string[] | undefined; roles: string[] | undefined
}

export interface MatterValues { document: Omit<MatterDocument, 'unitId' | 'postId' | 'personId'>; unitKey: string; postKey: string | null; login: string | null }

export interface Tally { rows: number; new: number; changed: number; unchanged: number; absent: number }
export interface Absent { sheet: SheetName; name: string }
