import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** Somebody of this institution who still works here. */
export async function findStaff(db: Db, institutionId: string, personId: string) {
  return db.selectFrom('people').select(['id', 'unit_id', 'name']).where('institution_id', '=', institutionId).where('id', '=', personId).where('disabled_at', 'is', null).executeTakeFirst()
}

interface StaffHolder { personId: string; unitId: string }

/** Of several asked together the one with the highest post, the first of equals, and the others; null where one of them does not work here. */
export async function peopleAsked(db: Db, institutionId: string, personIds: readonly string[]): Promise<{ highest: StaffHolder; others: StaffHolder[] } | null> {
  const ids = [...new Set(personIds)]
  const { rows } = await sql<{ personId: string; unitId: string }>`
    select p.id as "personId", p.unit_id as "unitId" from people p where p.institution_id = ${institutionId} and p.id = any(${ids}::uuid[]) and p.disabled_at is null
    order by greatest(
      (select max(case g.role when 'leader' then 3 when 'head' then 2 else 0 end) from grants g where g.institution_id = p.institution_id and g.person_id = p.id),
      (select max(case when h.post = 'principal' then 4 when h.post in ('leaderInCharge', 'nursingDirector') then 3 when h.post in ('head', 'headNurse', 'doctorInCharge') then 2 when h.post = 'teamLeader' then 1 else 0 end)
        from unit_posts h where h.institution_id = p.institution_id and h.person_id = p.id), 0) desc, array_position(${ids}::uuid[], p.id)`.execute(db)
  const [highest, ...others] = rows
  return rows.length < ids.length || !highest ? null : { highest, others }
}
