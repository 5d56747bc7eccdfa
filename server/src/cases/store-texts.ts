import type { Db } from '../http/route.ts'

/** The words behind a reference; null once erased. */
export async function bodyOf(db: Db, institutionId: string, id: string): Promise<string | null> {
  const row = await db.selectFrom('texts').select('body').where('institution_id', '=', institutionId).where('id', '=', id).executeTakeFirst()
  return row?.body ?? null
}
