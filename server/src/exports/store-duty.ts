import { sql } from 'kysely'
import { visibleTo } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import type { Named } from './duty-sheet.ts'

/** What these cases are about, as far as the reader may see them: no entry for one that they may not, '' for erased words. */
export async function subjectsOf(db: Db, reader: Staff, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; subject: string }>`
    select c.id, coalesce(t.body, '') as subject from cases c left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
    where c.institution_id = ${reader.institutionId} and c.id = any(${[...caseIds]}::uuid[]) and ${visibleTo(reader, 'c', 'c.id')}`.execute(db)
  return new Map(rows.map((row) => [row.id, row.subject]))
}

export interface CustodyRow { id: string; caseId: string; textId: string; takenAt: string }

export async function custodyOf(db: Db, institutionId: string, caseIds: readonly string[]): Promise<CustodyRow[]> {
  if (caseIds.length === 0) return []
  const { rows } = await sql<CustodyRow>`
    select x->>'id' as id, c.id as "caseId", x->'papers'->>'id' as "textId", x->>'at' as "takenAt" from cases c, jsonb_array_elements(c.state->'custody') x
    where c.institution_id = ${institutionId} and c.id = any(${[...caseIds]}::uuid[])`.execute(db)
  return rows
}

export interface OnShift extends Named { personId: string; kindId: string; post: string | null }
export interface Span { from: string; to: string }

/** Everybody whose shift in the unit touches the time, by the beginning of their shift. */
export async function onShiftDuring(db: Db, institutionId: string, unitId: string, { from, to }: Span): Promise<OnShift[]> {
  const { rows } = await sql<OnShift>`
    select distinct on (s.starts_at, p.name, p.id) p.id as "personId", p.name, p.phone, s.kind_id as "kindId", p.post from shifts s join people p on p.institution_id = s.institution_id and p.id = s.person_id
    where s.institution_id = ${institutionId} and s.unit_id = ${unitId} and s.starts_at < ${to}::timestamptz and s.starts_at > ${from}::timestamptz - interval '36 hours' and s.ends_at > ${from}::timestamptz
    order by s.starts_at, p.name, p.id limit 500`.execute(db)
  return rows
}

/** How to reach each of these people, in the order of their names. */
export async function contactsOf(db: Db, institutionId: string, personIds: readonly string[]): Promise<Omit<OnShift, 'kindId'>[]> {
  const { rows } = await sql<Omit<OnShift, 'kindId'>>`
    select p.id as "personId", p.name, p.phone, p.post from people p
    where p.institution_id = ${institutionId} and p.id = any(${[...personIds]}::uuid[]) order by p.name, p.id`.execute(db)
  return rows
}

/** 带班领导: whoever is rostered as such in the unit or above it at that time, else the leader in charge, looked for upwards, else the head. */
export async function leadersDuring(db: Db, institutionId: string, unitPath: readonly string[], { from, to }: Span): Promise<Named[]> {
  const path = sql`${[...unitPath]}::uuid[]`
  const { rows } = await sql<Named & { far: number }>`
    with found as (
      select p.id, p.name, coalesce(p.phone, u.phone) as phone, 0 as far from shifts s join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
        join people p on p.institution_id = s.institution_id and p.id = s.person_id join units u on u.institution_id = p.institution_id and u.id = p.unit_id
      where s.institution_id = ${institutionId} and s.unit_id = any(${path}) and k.post in ('leaderInCharge', 'dutyOfficer') and s.starts_at < ${to}::timestamptz
        and s.starts_at > ${from}::timestamptz - interval '36 hours' and s.ends_at > ${from}::timestamptz
      union all
      select p.id, p.name, coalesce(p.phone, u.phone), case h.post when 'leaderInCharge' then 100 else 200 end + cardinality(${path}) - array_position(${path}, h.unit_id) from unit_posts h
        join people p on p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null join units u on u.institution_id = p.institution_id and u.id = p.unit_id
      where h.institution_id = ${institutionId} and h.unit_id = any(${path}) and h.post in ('leaderInCharge', 'head', 'headNurse', 'principal'))
    select distinct on (name, id) name, phone, far from found where far = (select min(far) from found) order by name, id limit 5`.execute(db)
  return rows
}

/** Who belongs to the posts of a unit and everything below it, and who stands in for them; posts without a holder too. */
export interface CoverRow {
  unitName: string; post: string | null; duties: string | null; holderName: string | null; holderPhone: string | null; deputyName: string | null; deputyPhone: string | null
  /** When the deputy was named. */
  since: string | null
}

export async function coversWithin(db: Db, institutionId: string, unitId: string, limit: number): Promise<CoverRow[]> {
  const { rows } = await sql<CoverRow>`
    with held as (
      select u.path, u.name as unit_name, u.position, a.rank, a.name as post, a.duties, h.person_id from posts a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
        left join post_holders h on h.institution_id = a.institution_id and h.post_id = a.id
          and exists (select from people p where p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null)
      where a.institution_id = ${institutionId} and a.removed_at is null and u.path @> array[${unitId}::uuid]
      union all
      select u.path, u.name, u.position, 0, p.post, u.duties, p.id from covers c join people p on p.institution_id = c.institution_id and p.id = c.person_id and p.disabled_at is null
        join units u on u.institution_id = p.institution_id and u.id = p.unit_id
      where c.institution_id = ${institutionId} and u.path @> array[${unitId}::uuid]
        and not exists (select from post_holders h join posts a on a.institution_id = h.institution_id and a.id = h.post_id and a.removed_at is null
          join units v on v.institution_id = a.institution_id and v.id = a.unit_id and v.path @> array[${unitId}::uuid] where h.institution_id = c.institution_id and h.person_id = c.person_id))
    select d.unit_name as "unitName", d.post, d.duties, p.name as "holderName", coalesce(p.phone, pu.phone) as "holderPhone", b.name as "deputyName", coalesce(b.phone, bu.phone) as "deputyPhone",
      case when b.id is null then null else (select l.at from ledger_entries l where l.institution_id = p.institution_id and l.stream = 'person:' || p.id and l.kind = 'cover-named' order by l.seq desc limit 1) end as since
    from held d left join people p on p.institution_id = ${institutionId} and p.id = d.person_id left join units pu on pu.institution_id = p.institution_id and pu.id = p.unit_id
      left join covers c on c.institution_id = p.institution_id and c.person_id = p.id left join people b on b.institution_id = c.institution_id and b.id = c.deputy_id and b.disabled_at is null
      left join units bu on bu.institution_id = b.institution_id and bu.id = b.unit_id
    order by cardinality(d.path), d.position, d.unit_name, d.rank desc, d.post nulls last, p.name limit ${limit}`.execute(db)
  return rows
}

export async function unitPhone(db: Db, institutionId: string, unitId: string): Promise<string | null> {
  return (await db.selectFrom('units').select('phone').where('institution_id', '=', institutionId).where('id', '=', unitId).executeTakeFirst())?.phone ?? null
}
