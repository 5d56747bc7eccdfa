import type { Absence } from '@daodi/domain/roster/away.ts'
import type { Db } from '../http/route.ts'

export interface NewAbsence extends Absence { institutionId: string; id: string; deputyId: string | null; note: string | null; recordedBy: string }

export function newAbsence(trx: Db, absence: NewAbsence) {
  const { institutionId, id, personId, kind, from, to, deputyId, note, recordedBy } = absence
  return trx.insertInto('absences').values({ institution_id: institutionId, id, person_id: personId, kind, from_at: from, to_at: to, deputy_id: deputyId, note, recorded_by: recordedBy })
}

export async function findAbsence(trx: Db, institutionId: string, id: string) {
  return trx.selectFrom('absences').selectAll().where('institution_id', '=', institutionId).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** `to` null: it never began, and is taken back. */
export async function endAbsenceAt(trx: Db, institutionId: string, id: string, to: string | null): Promise<void> {
  if (to === null) await trx.deleteFrom('absences').where('institution_id', '=', institutionId).where('id', '=', id).execute()
  else await trx.updateTable('absences').set({ to_at: to }).where('institution_id', '=', institutionId).where('id', '=', id).execute()
}

/** `deputyId` null: nobody stands in any more. */
export function coverNamed(trx: Db, institutionId: string, personId: string, deputyId: string | null) {
  if (deputyId === null) return trx.deleteFrom('covers').where('institution_id', '=', institutionId).where('person_id', '=', personId)
  return trx.insertInto('covers').values({ institution_id: institutionId, person_id: personId, deputy_id: deputyId })
    .onConflict((conflict) => conflict.columns(['institution_id', 'person_id']).doUpdateSet({ deputy_id: deputyId }))
}

export async function replaceSkills(trx: Db, institutionId: string, personId: string, skills: readonly string[]): Promise<void> {
  await trx.deleteFrom('person_skills').where('institution_id', '=', institutionId).where('person_id', '=', personId).execute()
  const each = [...new Set(skills)]
  if (each.length > 0) await trx.insertInto('person_skills').values(each.map((skill) => ({ institution_id: institutionId, person_id: personId, skill }))).execute()
}
