import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface PublicInstitution { id: string; name: string; short_name: string; time_zone: string; phone: string | null; root_unit_id: string; policy_digest: string; desks: boolean; own_mail: boolean }

/** In the order in which they were set up; the first one receives what names no institution. */
export async function publicInstitutions(db: Db): Promise<PublicInstitution[]> {
  const { rows } = await sql<PublicInstitution>`
    select i.id, i.name, i.short_name, i.time_zone, i.phone, i.root_unit_id, u.policy_digest,
      exists (select from desks d where d.institution_id = i.id and d.public and d.removed_at is null) as desks,
      exists (select from mail_settings m where m.institution_id = i.id) as own_mail from institutions i
      join units u on u.institution_id = i.id and u.id = i.root_unit_id order by i.position, i.id`.execute(db)
  return rows
}
