import type { Staff } from '../http/caller.ts'
import type { Grant } from './store-accounts.ts'

/** The units, each with everything below it, whose people and settings the caller administers. */
export function administered(caller: Staff): string[] {
  return caller.roles.filter((grant) => grant.role === 'administrator').map((grant) => grant.unitId)
}

/** The same role for the same unit once. */
export function distinctGrants(grants: readonly Grant[]): Grant[] {
  return grants.filter((grant, index) => grants.findIndex((other) => other.role === grant.role && other.unitId === grant.unitId) === index)
}
