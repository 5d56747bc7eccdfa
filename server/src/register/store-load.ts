import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** For each matter that names nobody: who of its post's holders, or else of its unit, has the fewest open cases in hand. */
export async function leastLoaded(db: Db, institutionId: string, matters: readonly { matterId: string; unitId: string; postId: string | null }[]): Promise<Map<string, { personId: string; personName: string; open: number }>> {
  if (matters.length === 0) return new Map()
  const asked = JSON.stringify(matters.map(({ matterId, unitId, postId }) => ({ matter_id: matterId, unit_id: unitId, post_id: postId })))
  const { rows } = await sql<{ matter_id: string; id: string; name: string; open: number }>`
    select a.matter_id, best.id, best.name, best.open from jsonb_to_recordset(${asked}::jsonb) as a(matter_id uuid, unit_id uuid, post_id uuid)
      cross join lateral (select p.id, p.name, (select count(*)::int from cases c where c.institution_id = p.institution_id and c.handler_id = p.id and c.ended_at is null) as open
        from people p where p.institution_id = ${institutionId} and p.disabled_at is null and p.unit_id = a.unit_id
          and (a.post_id is null or exists (select from post_holders h where h.institution_id = p.institution_id and h.post_id = a.post_id and h.person_id = p.id))
        order by 3, p.name, p.id limit 1) best`.execute(db)
  return new Map(rows.map((row) => [row.matter_id, { personId: row.id, personName: row.name, open: row.open }]))
}
