import type { Staff } from '../http/caller.ts'

/** The units, each with everything below it, whose matters the caller administers. */
export function administeredUnits(caller: Staff): string[] {
  return caller.roles.filter((grant) => grant.role === 'administrator').map((grant) => grant.unitId)
}
