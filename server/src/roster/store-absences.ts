import type { Absence } from '@daodi/domain/roster/away.ts'
import type { Db } from '../http/route.ts'

export interface NewAbsence extends Absence { institutionId: string; id: string; deputyId: string | null; note: string | null; recordedBy: string }

export async function insertAbsence(trx: Db, absence: NewAbsence): Promise<void> {
  const { institutionId, id, personId, kind, from, to, deputyId, note, recordedBy } = absence
  await trx.insertInto('absences').values({ institution_id: institutionId, id, person_id: personId, kind, from_at: from, to_at: to, deputy_id: deputyId, note, recorded_by: recordedBy }).execute()
}

export async function findAbsence(trx: Db, institutionId: string, id: string) {
  return trx.selectFrom('absences').selectAll().where('institution_id', '=', institutionId).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** `to` null: it never began, and is taken back. */
export async function endAbsenceAt(trx: Db, institutionId: string, id: string, to: string | null): Promise<void> {
  if (to === null) await trx.deleteFrom('absences').where('institution_id', '=', institutionId).where('id', '=', id).execute()
  else await trx.updateTable('absences').set({ to_at: to }).where('institution_id', '=', institutionId).where('id', '=', id).execute()
}

export async function replaceCover(trx: Db, institutionId: string, personId: string, deputyId: string | null): Promise<void> {
  await trx.deleteFrom('covers').where('institution_id', '=', institutionId).where('person_id', '=', personId).execute()
  if (deputyId !== null) await trx.insertInto('covers').values({ institution_id: institutionId, person_id: personId, deputy_id: deputyId }).execute()
}

export async function replaceSkills(trx: Db, institutionId: string, personId: string, skills: readonly string[]): Promise<void> {
  await trx.deleteFrom('person_skills').where('institution_id', '=', institutionId).where('person_id', '=', personId).execute()
  const each = [...new Set(skills)]
  if (each.length > 0) await trx.insertInto('person_skills').values(each.map((skill) => ({ institution_id: institutionId, person_id: personId, skill }))).execute()
}
