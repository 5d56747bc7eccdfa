import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface FoundUnit { institutionId: string; id: string; name: string; institution: string }

/** Units with this id, these letters of a register, or this very name. */
export async function findUnits(db: Db, wanted: string): Promise<FoundUnit[]> {
  const { rows } = await sql<FoundUnit>`
    select u.institution_id as "institutionId", u.id, u.name, i.name as institution from units u join institutions i on i.id = u.institution_id
    where u.id::text = ${wanted} or u.register_code = ${wanted} or u.name = ${wanted} order by i.position, u.position limit 20`.execute(db)
  return rows
}
