import type { OnTurn } from '@daodi/domain/roster/occasion.ts'
import type { Staff } from '../http/caller.ts'
import type { OnDuty } from './store-duty.ts'
import type { RosterUnit } from './store-roster.ts'

/** Whoever belongs to the unit, is on duty there, or plans its duty takes part in what is done on its shifts. Supervisors only read. */
export function worksIn(staff: Staff, unit: RosterUnit, onDuty: readonly OnDuty[]): boolean {
  return unit.mayPlan || onDuty.some(({ personId }) => personId === staff.personId) || (staff.unitId === unit.id && !staff.roles.some(({ role }) => role === 'supervisor'))
}

/** Those on duty, once each, in the roster's order. */
export function inTurnOrder(onDuty: readonly OnDuty[], turns: readonly { occasion: string; personId: string; lastAt: string }[], occasion: string): OnTurn[] {
  return onDuty.filter((one, index) => onDuty.findIndex(({ personId }) => personId === one.personId) === index).map(({ personId }) => ({
    personId, main: onDuty.some((one) => one.personId === personId && one.main),
    lastAt: turns.find((turn) => turn.personId === personId && turn.occasion === occasion)?.lastAt ?? null,
  }))
}
