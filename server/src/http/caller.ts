import type { Role } from './roles.ts'

/** Which versions of the working time are in force somewhere; what to make of them is the policy's to say. */
export interface WorkingTime { timeZone: string; versions: { unitId: string; version: number; publishedAt: string }[] | null }

/** Somebody signed in, with everything that decides what they may do. Read once a request. */
export interface Staff {
  kind: 'staff'
  personId: string
  institutionId: string
  unitId: string
  unitPath: string[]
  name: string
  roles: { role: Role; unitId: string }[]
  /** Units headed or led, with everything below them. */
  heads: string[]
  /** Members of the first-contact teams that this person coordinates. */
  team: string[]
  /** Colleagues who are away now and in whose place this person acts, as the holder of the B post. */
  standsInFor: string[]
  /** In force in their unit; null where the organisation has none yet. */
  workingTime: WorkingTime | null
  passwordChangeNeeded: boolean
  /** `session`: signed in by cookie; otherwise the scope of the API token. */
  scope: 'session' | 'read' | 'register' | 'act'
  sessionDigest: Buffer | null
}

/** Somebody without an account, known by the address only. */
export interface Public {
  kind: 'public'
}

export type Caller = Staff | Public

/** Administers the institution as a whole, not only units of it. */
export function administersInstitution(staff: Staff): boolean {
  return staff.roles.some((grant) => grant.role === 'administrator' && grant.unitId === staff.unitPath[0])
}

export function hasRole(caller: Caller, ...roles: Role[]): caller is Staff {
  return caller.kind === 'staff' && caller.roles.some((grant) => roles.includes(grant.role))
}
