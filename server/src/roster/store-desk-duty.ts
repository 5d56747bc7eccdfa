import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/**
 * Who is at a window or desk now, or at any of a unit's: whoever is rostered for it, or is of its staff and rostered for no
 * desk in particular; then those of its staff who are on no roster at all. Nobody who is away.
 */
export async function atDesksNow(db: Db, institutionId: string, at: string, of: { deskId: string } | { unitId: string }): Promise<{ personId: string; unitId: string }[]> {
  const { rows } = await sql<{ personId: string; unitId: string }>`
    with here as (select d.id, d.unit_id, d.position, d.name from desks d where d.institution_id = ${institutionId} and d.removed_at is null
        and ${'deskId' in of ? sql`d.id = ${of.deskId}` : sql`d.unit_id = ${of.unitId}`}),
      there as (
        select h.id, s.person_id, 0 as later from shifts s join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
          join here h on k.desk_id = h.id or (k.desk_id is null and exists (select from desk_staff f where f.institution_id = s.institution_id and f.desk_id = h.id and f.person_id = s.person_id))
        where s.institution_id = ${institutionId} and s.starts_at <= ${at}::timestamptz and s.starts_at > ${at}::timestamptz - interval '36 hours' and s.ends_at > ${at}::timestamptz
          and (s.ended_at is null or s.ended_at > ${at}::timestamptz)
        union all
        select h.id, f.person_id, 1 from here h join desk_staff f on f.institution_id = ${institutionId} and f.desk_id = h.id
        where not exists (select from shifts s where s.institution_id = ${institutionId} and s.person_id = f.person_id
          and s.starts_at > ${at}::timestamptz - interval '10 days' and s.starts_at < ${at}::timestamptz + interval '10 days'))
    select p.id as "personId", h.unit_id as "unitId" from there t join here h on h.id = t.id join people p on p.institution_id = ${institutionId} and p.id = t.person_id and p.disabled_at is null
    where not exists (select from absences a where a.institution_id = ${institutionId} and a.person_id = p.id and a.from_at <= ${at}::timestamptz and (a.to_at is null or a.to_at > ${at}::timestamptz))
    order by t.later, h.position, h.name, p.name, p.id`.execute(db)
  return rows
}

export interface DeskDuty { deskId: string; personId: string; startsAt: string | null; endsAt: string | null }

/**
 * What covers these desks during a time: shifts, and people of their staff who are on no roster then (null for the hours:
 * they are there in the organisation's working time).
 */
export async function desksCoveredBy(db: Db, institutionId: string, deskIds: readonly string[], span: { from: string; to: string }): Promise<DeskDuty[]> {
  if (deskIds.length === 0) return []
  const { rows } = await sql<DeskDuty>`
    with here as (select d.id, d.unit_id, exists (select from desk_staff f where f.institution_id = d.institution_id and f.desk_id = d.id)
        or exists (select from shift_kinds k where k.institution_id = d.institution_id and k.desk_id = d.id and k.retired_at is null) as own
      from desks d where d.institution_id = ${institutionId} and d.id = any(${[...deskIds]}::uuid[]))
    select h.id as "deskId", s.person_id as "personId", s.starts_at as "startsAt", s.ends_at as "endsAt" from shifts s
      join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
      join here h on k.desk_id = h.id or (k.desk_id is null and (exists (select from desk_staff f where f.institution_id = s.institution_id and f.desk_id = h.id and f.person_id = s.person_id)
        or (not h.own and s.unit_id = h.unit_id)))
    where s.institution_id = ${institutionId} and s.starts_at < ${span.to}::timestamptz and s.starts_at > ${span.from}::timestamptz - interval '36 hours' and s.ends_at > ${span.from}::timestamptz
    union all
    select h.id, f.person_id, null, null from here h join desk_staff f on f.institution_id = ${institutionId} and f.desk_id = h.id
      join people p on p.institution_id = f.institution_id and p.id = f.person_id and p.disabled_at is null
    where not exists (select from shifts s where s.institution_id = ${institutionId} and s.person_id = f.person_id
      and s.starts_at > ${span.from}::timestamptz - interval '10 days' and s.starts_at < ${span.to}::timestamptz + interval '10 days')`.execute(db)
  return rows
}
