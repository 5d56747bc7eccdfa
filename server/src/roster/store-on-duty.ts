import { sql, type RawBuilder } from 'kysely'
import { containing, personMatches } from '../directory/store-lists.ts'
import type { Db } from '../http/route.ts'
import type { OnDuty } from './store-duty.ts'

/** The last row of the page before. */
export interface OnDutyAfter { unitId: string; startsAt: string; kindId: string; personId: string }

export interface OnDutyAsked { unitId: string | null; post: string | null; q: string | null; after: OnDutyAfter | null; limit: number }

/**
 * A page of who is on duty at a moment, unit by unit. The units are walked in their order and each one's shifts are found by
 * the index on unit and beginning, so that a page costs as much as it shows, however many are on duty in the house.
 */
export async function listOnDuty(db: Db, institutionId: string, at: string, asked: OnDutyAsked): Promise<OnDuty[]> {
  const { unitId, post, q, after, limit } = asked
  const here = unitId === null ? sql`true` : sql`u.path @> array[${unitId}::uuid]`
  const { rows } = await sql<OnDuty>`
    select p.id as "personId", p.name, p.post as "personPost", coalesce(p.phone, u.phone) as phone, coalesce(p.room, u.room) as room, s.id as "shiftId", k.id as "kindId", k.name as "kindName",
      u.id as "unitId", u.name as "unitName", k.post, k.team, k.main, s.starts_at as "startsAt", s.ends_at as "endsAt"
    from (select u.*, cardinality(u.path) as depth from units u where u.institution_id = ${institutionId} and ${here} and ${unitsFrom(institutionId, after)}
        order by cardinality(u.path), u.position, u.name, u.id offset 0) u
      join shifts s on s.institution_id = ${institutionId} and s.unit_id = u.id and s.starts_at <= ${at}::timestamptz and s.starts_at > ${at}::timestamptz - interval '36 hours'
        and s.ends_at > ${at}::timestamptz and (s.ended_at is null or s.ended_at > ${at}::timestamptz)
      join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id join people p on p.institution_id = s.institution_id and p.id = s.person_id and p.disabled_at is null
    where ${post === null ? sql`true` : sql`k.post = ${post}`} and ${matching(q)} and ${following(institutionId, after)}
      and not exists (select from absences a where a.institution_id = s.institution_id and a.person_id = s.person_id and a.from_at <= ${at}::timestamptz and (a.to_at is null or a.to_at > ${at}::timestamptz))
    order by u.depth, u.position, u.name, u.id, s.starts_at, s.kind_id, p.name, p.id limit ${limit}`.execute(db)
  return rows
}

const unitPlace = (institutionId: string, unitId: string): RawBuilder<unknown> =>
  sql`(select cardinality(b.path), b.position, b.name, b.id from units b where b.institution_id = ${institutionId} and b.id = ${unitId})`

/** The units before the one where the last page ended are not looked into. */
function unitsFrom(institutionId: string, after: OnDutyAfter | null): RawBuilder<unknown> {
  return after === null ? sql`true` : sql`(cardinality(u.path), u.position, u.name, u.id) >= ${unitPlace(institutionId, after.unitId)}`
}

function following(institutionId: string, after: OnDutyAfter | null): RawBuilder<unknown> {
  if (after === null) return sql`true`
  return sql`(u.id <> ${after.unitId}::uuid or (s.starts_at, s.kind_id, p.name, p.id) > (${after.startsAt}::timestamptz, ${after.kindId}::uuid,
    (select b.name from people b where b.institution_id = ${institutionId} and b.id = ${after.personId}), ${after.personId}::uuid))`
}

/** By what the phone book finds people by, and by what stands beside them here: shift, team, unit, room. */
function matching(q: string | null): RawBuilder<unknown> {
  return q === null ? sql`true` : sql`(${personMatches(q)} or ${containing(['k.name', 'k.team', 'u.name', 'p.room', 'u.room'], q)})`
}
