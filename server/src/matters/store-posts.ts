import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export async function postExists(db: Db, institutionId: string, postId: string): Promise<boolean> {
  const { rows } = await sql`select from posts where institution_id = ${institutionId} and id = ${postId} and removed_at is null`.execute(db)
  return rows.length > 0
}
