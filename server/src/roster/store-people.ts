import type { Db } from '../http/route.ts'

export interface NamedPerson { id: string; name: string; post: string | null; unit_id: string }

/** Those of `personIds` who work here. */
export async function namesOf(db: Db, institutionId: string, personIds: readonly string[]): Promise<NamedPerson[]> {
  if (personIds.length === 0) return []
  return db.selectFrom('people').select(['id', 'name', 'post', 'unit_id']).where('institution_id', '=', institutionId).where('id', 'in', [...personIds]).where('disabled_at', 'is', null).execute()
}

export async function peopleOfUnit(db: Db, institutionId: string, unitId: string): Promise<NamedPerson[]> {
  return db.selectFrom('people').select(['id', 'name', 'post', 'unit_id']).where('institution_id', '=', institutionId).where('unit_id', '=', unitId).where('disabled_at', 'is', null)
    .orderBy('name').orderBy('id').limit(500).execute()
}
