import { sql } from 'kysely'
import { isWorkingAt, nextWorkingMoment, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { Db } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'

/** Somebody on duty by the roster. */
export interface OnDuty {
  personId: string; name: string; personPost: string | null; phone: string | null; room: string | null
  shiftId: string; kindId: string; kindName: string; unitId: string; unitName: string; post: string | null; team: string | null; main: boolean; startsAt: string; endsAt: string
}

/**
 * Who is on duty at a moment, here or in a unit with everything below it, in any post or in one; those who are away all
 * the same are left out. By the index on the beginning: no shift lasts longer than 36 hours.
 */
export async function onDutyNow(db: Db, institutionId: string, at: string, within: { unitId?: string | undefined; post?: string | undefined } = {}): Promise<OnDuty[]> {
  const { unitId, post } = within
  const here = unitId === undefined ? sql`true` : sql`u.path @> array[${unitId}::uuid]`
  const { rows } = await sql<OnDuty>`
    select p.id as "personId", p.name, p.post as "personPost", coalesce(p.phone, u.phone) as phone, coalesce(p.room, u.room) as room, s.id as "shiftId", k.id as "kindId", k.name as "kindName",
      u.id as "unitId", u.name as "unitName", k.post, k.team, k.main, s.starts_at as "startsAt", s.ends_at as "endsAt"
    from shifts s join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id join units u on u.institution_id = s.institution_id and u.id = s.unit_id
      join people p on p.institution_id = s.institution_id and p.id = s.person_id and p.disabled_at is null
    where s.institution_id = ${institutionId} and s.starts_at <= ${at}::timestamptz and s.starts_at > ${at}::timestamptz - interval '36 hours' and s.ends_at > ${at}::timestamptz
      and (s.ended_at is null or s.ended_at > ${at}::timestamptz) and ${here} and ${post === undefined ? sql`true` : sql`k.post = ${post}`}
      and not exists (select from absences a where a.institution_id = s.institution_id and a.person_id = s.person_id and a.from_at <= ${at}::timestamptz and (a.to_at is null or a.to_at > ${at}::timestamptz))
    order by cardinality(u.path), u.position, u.name, k.from_time, k.name, p.name, p.id`.execute(db)
  return rows
}

/** Everybody who works in a unit or below it, at its windows, and is not away, on whatever shift. */
export async function staffHere(db: Db, institutionId: string, unitId: string, at: string): Promise<{ personId: string; unitId: string }[]> {
  const { rows } = await sql<{ personId: string; unitId: string }>`select p.id as "personId", p.unit_id as "unitId" from units u join people p on p.institution_id = u.institution_id and p.unit_id = u.id and p.disabled_at is null
    where u.institution_id = ${institutionId} and u.path @> array[${unitId}::uuid] and not exists (select from absences a where a.institution_id = p.institution_id and a.person_id = p.id
      and a.from_at <= ${at}::timestamptz and (a.to_at is null or a.to_at > ${at}::timestamptz)) order by cardinality(u.path), p.name, p.id limit 200`.execute(db)
  return rows
}

export type PresenceState = 'here' | 'out' | 'trip' | 'leave' | 'offShift' | 'notRostered'

export interface Presence {
  personId: string
  state: PresenceState
  /** Until when, where it is known; of somebody who is here, until when the shift lasts. */
  until: string | null
  note: string | null
  /** Who stands in: named for this absence, else the holder of the B post. */
  deputy: { personId: string; name: string; post: string | null; unitId: string; unitName: string; here: boolean } | null
}

interface PresenceRow {
  person_id: string; absence: 'leave' | 'trip' | 'out' | null; to_at: string | null; note: string | null; rostered: boolean; unit_rostered: boolean; on_until: string | null; next_at: string | null
  deputy_id: string | null; deputy_name: string | null; deputy_post: string | null; deputy_unit: string; deputy_unit_name: string; deputy_away: boolean
}

/**
 * Where people are, whoever of `personIds` belongs to the institution. Somebody without shifts is not rostered while others
 * of their unit are planned for that moment; in a unit without a roster for it they are there in working time.
 */
export async function presenceOf(db: Db, institutionId: string, personIds: readonly string[], at: string): Promise<Map<string, Presence>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<PresenceRow>`
    select p.id as person_id, a.kind as absence, a.to_at, a.note, exists (select from shifts s where s.institution_id = p.institution_id and s.person_id = p.id
        and s.starts_at > ${at}::timestamptz - interval '10 days' and s.starts_at < ${at}::timestamptz + interval '10 days') as rostered,
      exists (select from shifts s where s.institution_id = p.institution_id and s.unit_id = p.unit_id and s.starts_at <= ${at}::timestamptz and s.starts_at > ${at}::timestamptz - interval '36 hours'
        and s.ends_at > ${at}::timestamptz) as unit_rostered,
      (select max(s.ends_at) from shifts s where s.institution_id = p.institution_id and s.person_id = p.id and s.starts_at <= ${at}::timestamptz and s.starts_at > ${at}::timestamptz - interval '36 hours'
        and s.ends_at > ${at}::timestamptz and (s.ended_at is null or s.ended_at > ${at}::timestamptz)) as on_until,
      (select min(s.starts_at) from shifts s where s.institution_id = p.institution_id and s.person_id = p.id and s.starts_at > ${at}::timestamptz) as next_at,
      d.id as deputy_id, d.name as deputy_name, d.post as deputy_post, d.unit_id as deputy_unit, u.name as deputy_unit_name,
      exists (select from absences b where b.institution_id = p.institution_id and b.person_id = d.id and b.from_at <= ${at}::timestamptz and (b.to_at is null or b.to_at > ${at}::timestamptz)) as deputy_away
    from people p left join lateral (select kind, to_at, note, deputy_id from absences a where a.institution_id = p.institution_id and a.person_id = p.id and a.from_at <= ${at}::timestamptz
        and (a.to_at is null or a.to_at > ${at}::timestamptz) order by a.from_at desc limit 1) a on true
      left join covers c on c.institution_id = p.institution_id and c.person_id = p.id
      left join people d on d.institution_id = p.institution_id and d.id = coalesce(a.deputy_id, c.deputy_id) and d.disabled_at is null
      left join units u on u.institution_id = d.institution_id and u.id = d.unit_id
    where p.institution_id = ${institutionId} and p.id = any(${[...personIds]}::uuid[])`.execute(db)
  const calendar = rows.some((row) => row.absence === null && !row.rostered && !row.unit_rostered) ? await currentCalendar(db, institutionId) : null
  return new Map(rows.map((row) => [row.person_id, presence(row, calendar, at)]))
}

function presence(row: PresenceRow, calendar: Calendar | null, at: string): Presence {
  const deputy = row.deputy_id === null ? null : { personId: row.deputy_id, name: row.deputy_name ?? '', post: row.deputy_post, unitId: row.deputy_unit, unitName: row.deputy_unit_name, here: !row.deputy_away }
  const about = { personId: row.person_id, note: row.note, deputy }
  if (row.absence !== null) return { ...about, state: row.absence, until: row.to_at }
  if (row.rostered) return row.on_until === null ? { ...about, state: 'offShift', until: row.next_at } : { ...about, state: 'here', until: row.on_until }
  if (row.unit_rostered) return { ...about, state: 'notRostered', until: row.next_at }
  if (!calendar || isWorkingAt(calendar, at)) return { ...about, state: 'here', until: null }
  return { ...about, state: 'offShift', until: nextWorkingMoment(calendar, at) }
}
