import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface UnreceivedRow { id: string; name: string; parent_name: string | null; named: string[] | null }
export interface ReceptionAsked { unitId: string | null; day: { from: string; to: string }; at: string; after: string | null; limit: number }

/**
 * Units that nobody receives people for today, in themselves or anywhere below them: no receptionist who is not away until
 * the day's end, nobody on a shift of the day, nobody of a desk's staff. `named`: receptionists there are, but they are away.
 */
export async function unreceivedUnits(db: Db, institutionId: string, { unitId, day, at, after, limit }: ReceptionAsked): Promise<UnreceivedRow[]> {
  const { rows } = await sql<UnreceivedRow>`
    with away as materialized (select a.person_id from absences a where a.institution_id = ${institutionId} and a.from_at <= ${at}::timestamptz and (a.to_at is null or a.to_at >= ${day.to}::timestamptz)),
      receiving as materialized (
        select h.unit_id, h.person_id from unit_posts h where h.institution_id = ${institutionId} and h.post = 'receptionist'
        union select s.unit_id, s.person_id from shifts s where s.institution_id = ${institutionId} and s.starts_at < ${day.to}::timestamptz and s.starts_at > ${day.from}::timestamptz - interval '36 hours' and s.ends_at > ${day.from}::timestamptz
        union select d.unit_id, f.person_id from desks d join desk_staff f on f.institution_id = d.institution_id and f.desk_id = d.id where d.institution_id = ${institutionId} and d.removed_at is null),
      received as materialized (select distinct above from receiving r join people p on p.institution_id = ${institutionId} and p.id = r.person_id and p.disabled_at is null
        join units u on u.institution_id = ${institutionId} and u.id = r.unit_id cross join unnest(u.path) above where r.person_id not in (select person_id from away))
    select u.id, u.name, o.name as parent_name, (select json_agg(p.name order by p.name, p.id) from unit_posts h join people p on p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null
        where h.institution_id = u.institution_id and h.unit_id = u.id and h.post = 'receptionist') as named
    from units u left join units o on o.institution_id = u.institution_id and o.id = u.parent_id and o.parent_id is not null
    where u.institution_id = ${institutionId} and u.parent_id is not null and ${unitId === null ? sql`true` : sql`u.path @> array[${unitId}::uuid]`}
      and u.id not in (select above from received) and ${after === null ? sql`true` : sql`u.id > ${after}::uuid`}
    order by u.id limit ${limit}`.execute(db)
  return rows
}
