import type { Db } from '../http/route.ts'

/** Somebody of this institution who still works here. */
export async function findStaff(db: Db, institutionId: string, personId: string) {
  return db.selectFrom('people').select(['id', 'unit_id', 'name']).where('institution_id', '=', institutionId).where('id', '=', personId).where('disabled_at', 'is', null).executeTakeFirst()
}
