import type { Db } from '../http/route.ts'

/** The words behind a reference; null once erased. */
export async function bodyOf(db: Db, institutionId: string, id: string): Promise<string | null> {
  const row = await db.selectFrom('texts').select('body').where('institution_id', '=', institutionId).where('id', '=', id).executeTakeFirst()
  return row?.body ?? null
}

export async function bodiesOf(db: Db, institutionId: string, caseId: string): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom('texts').select(['id', 'body']).where('institution_id', '=', institutionId).where('case_id', '=', caseId).execute()
  return new Map(rows.map((row) => [row.id, row.body]))
}
