import type { Holder } from '@daodi/domain/cases/state.ts'
import type { Db } from '../http/route.ts'
import { onDutyNow, presenceOf } from '../roster/store-duty.ts'

/** A colleague who is not there now, and whose B post this is. */
export interface Away { personId: string; deputyId: string | null }

/** Who of these people is away: out, on a journey, on leave. Whoever is merely off shift comes back to their desk. */
export async function whoIsAway(db: Db, institutionId: string, personIds: readonly string[], at: string): Promise<Away[]> {
  const presences = await presenceOf(db, institutionId, personIds, at)
  return [...presences.values()].flatMap(({ personId, state, deputy }) => (state === 'out' || state === 'trip' || state === 'leave' ? [{ personId, deputyId: deputy?.here ? deputy.personId : null }] : []))
}

/** Who is on duty at a moment, in a post or in a unit; each once, whatever shifts they have. */
export async function onDutyIn(db: Db, institutionId: string, { post, unitId, at }: { post?: string; unitId?: string; at: string }): Promise<Holder[]> {
  const rows = await onDutyNow(db, institutionId, at, { post, unitId })
  return [...new Map(rows.map((row) => [row.personId, { personId: row.personId, unitId: row.unitId }])).values()]
}
