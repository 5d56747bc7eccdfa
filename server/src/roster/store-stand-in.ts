import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../http/route.ts'

/**
 * Who stands in for whom at a moment, the one rule in SQL: whoever is named for the absence, else the holder of the B post,
 * as long as they work here and are not away themselves, and as far as the regulation of the absent colleague's unit lets the B post stand in by itself.
 * `within` narrows it by the table `a`, the absence, and `deputy.id`; each branch has an index.
 */
function standIns(at: string, within: { named: RawBuilder<unknown>; covering: RawBuilder<unknown> }): RawBuilder<unknown> {
  const now = sql`a.from_at <= ${at}::timestamptz and (a.to_at is null or a.to_at > ${at}::timestamptz)`
  return sql`select s.institution_id, s.absence_id, s.person_id, s.deputy_id from (
      select a.institution_id, a.id as absence_id, a.person_id, a.deputy_id from absences a where a.deputy_id is not null and ${now} and ${within.named}
      union all select a.institution_id, a.id, a.person_id, c.deputy_id from covers c join absences a on a.institution_id = c.institution_id and a.person_id = c.person_id
        where a.deputy_id is null and ${now} and ${within.covering}) s
    join people d on d.institution_id = s.institution_id and d.id = s.deputy_id and d.disabled_at is null
    join people o on o.institution_id = s.institution_id and o.id = s.person_id join units ou on ou.institution_id = o.institution_id and ou.id = o.unit_id
    where not exists (select from absences b where b.institution_id = s.institution_id and b.person_id = s.deputy_id and b.from_at <= ${at}::timestamptz and (b.to_at is null or b.to_at > ${at}::timestamptz))
      and coalesce((select pol.document #>> '{absent,deputy}' from policies pol where pol.digest = ou.policy_digest), 'automatic') = 'automatic'`
}

/** For whom the person `p` of the statement around it stands in, as an array. */
export function standsInFor(at: string): RawBuilder<string[]> {
  const deputy = (table: string) => sql`${sql.ref(`${table}.institution_id`)} = p.institution_id and ${sql.ref(`${table}.deputy_id`)} = p.id`
  return sql`array(select i.person_id from (${standIns(at, { named: deputy('a'), covering: deputy('c') })}) i)`
}

export interface StandInRow { id: string; institutionId: string; absenceId: string; personId: string; personName: string; deputyId: string; deputyName: string; beganAt: string; until: string | null }

const shown = (changed: RawBuilder<unknown>): RawBuilder<StandInRow> => sql`with changed as (${changed})
  select x.id, x.institution_id as "institutionId", x.absence_id as "absenceId", x.person_id as "personId", p.name as "personName", x.deputy_id as "deputyId", d.name as "deputyName", x.began_at as "beganAt", a.to_at as until
  from changed x join people p on p.institution_id = x.institution_id and p.id = x.person_id join people d on d.institution_id = x.institution_id and d.id = x.deputy_id
    left join absences a on a.institution_id = x.institution_id and a.id = x.absence_id order by x.began_at, x.id`

/** Writes down whoever has come to stand in for a colleague since the last time; each once, however many workers look. */
export async function beginStandIns(trx: Db, at: string): Promise<StandInRow[]> {
  const here = sql`a.institution_id = n.id`
  const { rows } = await shown(sql`insert into stand_ins (institution_id, id, absence_id, person_id, deputy_id, began_at, ended_at)
    select i.institution_id, gen_random_uuid(), i.absence_id, i.person_id, i.deputy_id, ${at}, null from institutions n cross join lateral (${standIns(at, { named: here, covering: here })}) i
    where not exists (select from stand_ins k where k.institution_id = i.institution_id and k.absence_id = i.absence_id and k.ended_at is null)
    on conflict (institution_id, absence_id) where ended_at is null do nothing returning *`).execute(trx)
  return rows
}

/** Ends what is over: the colleague is back, or somebody else stands in. */
export async function endStandIns(trx: Db, at: string): Promise<StandInRow[]> {
  const same = sql`a.institution_id = e.institution_id and a.id = e.absence_id`
  const { rows } = await shown(sql`update stand_ins e set ended_at = ${at} where e.ended_at is null
    and not exists (select from (${standIns(at, { named: same, covering: same })}) i where i.deputy_id = e.deputy_id) returning e.*`).execute(trx)
  return rows
}

/** How much the colleague owes that the holder of the B post now sees to. */
export async function owedInPlace(db: Db, institutionId: string, personId: string, kinds: readonly string[]): Promise<number> {
  const { rows: [row] } = await sql<{ owed: number }>`select count(*)::int as owed from obligations where institution_id = ${institutionId} and person_id = ${personId} and state = 'open'
    and case_id is not null and kind = any(${[...kinds]}::text[])`.execute(db)
  return row?.owed ?? 0
}

/** What one person did in another's place since a moment: how many acts, and the numbers of the cases. */
export async function doneInPlace(db: Db, { institutionId, personId, deputyId, beganAt }: StandInRow): Promise<{ acts: number; numbers: string[] }> {
  const { rows: [row] } = await sql<{ acts: number; numbers: string[] | null }>`select count(*)::int as acts, array_agg(distinct c.number order by c.number) as numbers
    from ledger_entries l join cases c on c.institution_id = l.institution_id and c.id = substr(l.stream, 6)::uuid
    where l.institution_id = ${institutionId} and l.data ->> 'inPlaceOf' = ${personId} and l.at >= ${beganAt}::timestamptz and l.actor = ${deputyId} and l.kind <> 'requester-revealed'`.execute(db)
  return { acts: row?.acts ?? 0, numbers: row?.numbers ?? [] }
}
