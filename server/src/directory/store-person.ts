import { sql } from 'kysely'
import type { PromisedLimit } from '@daodi/domain/matters/matter.ts'
import type { Role } from '../http/roles.ts'
import type { Db } from '../http/route.ts'

interface OfUnit { unitId: string; unitName: string }
export interface PersonDetailRow {
  id: string; name: string; pinyin: string; title: string | null; unit_id: string; unit_name: string; left: boolean
  phone: string | null; room: string | null; unit_phone: string | null; unit_room: string | null
  other_phones: string[]; other_rooms: string[]; languages: string[]; qualifications: string[]; employment: 'regular' | 'dispatched' | 'temporary'
  posts: (OfUnit & { id: string; name: string; duties: string | null; authority: string | null; limits: string | null })[]
  unit_roles: (OfUnit & { role: string })[]
  roles: (OfUnit & { role: Role })[]
  unit_duties: (OfUnit & { duties: string | null; authority: string | null })[]
  desks: { id: string; name: string; unitName: string }[]
  groups: { id: string; name: string; part: 'manager' | 'member' | 'trainer' }[]
  matters: { id: string; name: string; unitName: string; workingDays: number | null; promised: PromisedLimit | null; onSpot: boolean; own: boolean }[]
}

const MATTERS_MOST = 200

/** Everything the directory says about somebody, in one statement; undefined where nobody of that id belongs to the institution. */
export async function personDetail(db: Db, institutionId: string, personId: string): Promise<PersonDetailRow | undefined> {
  const { rows: [row] } = await sql<PersonDetailRow>`
    select p.id, p.name, p.pinyin, p.post as title, p.unit_id, u.name as unit_name, p.disabled_at is not null as "left", p.phone, p.room, u.phone as unit_phone, u.room as unit_room,
      p.other_phones, p.other_rooms, p.languages, p.qualifications, p.employment,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'unitId', b.id, 'unitName', b.name, 'duties', a.duties, 'authority', a.authority, 'limits', a.limits) order by a.rank desc, a.name)
        from post_holders h join posts a on a.institution_id = h.institution_id and a.id = h.post_id and a.removed_at is null join units b on b.institution_id = a.institution_id and b.id = a.unit_id
        where h.institution_id = p.institution_id and h.person_id = p.id), '[]') as posts,
      coalesce((select json_agg(json_build_object('role', h.post, 'unitId', b.id, 'unitName', b.name) order by cardinality(b.path), b.name, h.post)
        from unit_posts h join units b on b.institution_id = h.institution_id and b.id = h.unit_id where h.institution_id = p.institution_id and h.person_id = p.id), '[]') as unit_roles,
      coalesce((select json_agg(json_build_object('role', g.role, 'unitId', b.id, 'unitName', b.name) order by g.role, cardinality(b.path), b.name)
        from grants g join units b on b.institution_id = g.institution_id and b.id = g.unit_id where g.institution_id = p.institution_id and g.person_id = p.id), '[]') as roles,
      coalesce((select json_agg(json_build_object('unitId', b.id, 'unitName', b.name, 'duties', b.duties, 'authority', b.authority) order by cardinality(b.path) desc)
        from units b where b.institution_id = u.institution_id and b.id = any(u.path) and (b.duties is not null or b.authority is not null)), '[]') as unit_duties,
      coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name, 'unitName', b.name) order by d.name)
        from desk_staff s join desks d on d.institution_id = s.institution_id and d.id = s.desk_id and d.removed_at is null join units b on b.institution_id = d.institution_id and b.id = d.unit_id
        where s.institution_id = p.institution_id and s.person_id = p.id), '[]') as desks,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'part', case when g.manager_id = p.id then 'manager' else m.part end) order by g.name)
        from groups g left join group_members m on m.institution_id = g.institution_id and m.group_id = g.id and m.person_id = p.id
        where g.institution_id = p.institution_id and g.removed_at is null and (g.manager_id = p.id or m.person_id is not null)), '[]') as groups,
      coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'unitName', m.unit_name, 'workingDays', m.working_days, 'promised', m.promised, 'onSpot', m.on_spot, 'own', m.own) order by m.own desc, m.name)
        from (select m.id, m.name, b.name as unit_name, m.working_days, m.promised, m.on_spot, m.person_id is not distinct from p.id as own from matters m join units b on b.institution_id = m.institution_id and b.id = m.unit_id
          where m.institution_id = p.institution_id and (m.person_id = p.id or m.unit_id = p.unit_id) order by 6 desc, 2 limit ${MATTERS_MOST}) m), '[]') as matters
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and p.id = ${personId}`.execute(db)
  return row
}
