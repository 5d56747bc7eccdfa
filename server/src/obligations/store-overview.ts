import { sql, type RawBuilder } from 'kysely'
import { visibleCases } from '../cases/store-list.ts'
import { lowestIdAt } from '../database/new-id.ts'
import { utcText } from '../database/utc-text.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { ofUnit, type LastDayDuty } from './store.ts'

/** `openElsewhere`: of `open`, what its people have in hand for another unit, which no list of this one shows. `lateCases`: the cases of which the late duties are, each once. */
export interface OverviewCounts { open: number; openElsewhere: number; late: number; lateCases: number; dueToday: number; waitingToSign: number; registeredToday: number; closedToday: number }
/** `handlingHidden`, `firstContactHidden`: so many of them this reader may not see, and no list shows them. */
export interface OverviewPerson { personId: string; name: string; post: string | null; handling: number; handlingHidden: number; firstContact: number; firstContactHidden: number; owed: number; late: number; amber: number }
export interface LoadRow extends OverviewPerson { lastDay: LastDayDuty[] | null }

/**
 * What the unit and everything below it has in hand, and what its people have for another unit, where they hold a post: so
 * the figures are the sums of what stands beside each of its people. `day`: the organisation's today, from its midnight to the next, as instants.
 */
export async function unitCounts(db: Db, institutionId: string, unitId: string, { day, now }: { day: { from: string; to: string }; now: string }): Promise<OverviewCounts> {
  const owed = ofUnit(institutionId, unitId).map((part) => sql`select o.kind, o.due_at, o.late_at, o.case_id from obligations o
    where o.institution_id = ${institutionId} and o.state = 'open' and o.opened_at <= ${now} and ${part}`)
  const { rows: [row] } = await sql<OverviewCounts>`
    with inside as materialized (select id from units where institution_id = ${institutionId} and path @> array[${unitId}::uuid]),
      members as materialized (select id from people where institution_id = ${institutionId} and unit_id in (select id from inside)),
      owed as (${sql.join(owed, sql` union all `)}),
      open as (select false as elsewhere from cases c where c.institution_id = ${institutionId} and c.ended_at is null and c.handler_unit_id in (select id from inside)
        union all select true from cases c where c.institution_id = ${institutionId} and c.ended_at is null and c.handler_id in (select id from members) and c.handler_unit_id not in (select id from inside))
    select (select count(*) from open)::int as open, (select count(*) from open where elsewhere)::int as "openElsewhere",
      (select count(*) from owed where late_at is not null)::int as late, (select count(distinct case_id) from owed where late_at is not null)::int as "lateCases",
      (select count(*) from owed where due_at > ${day.from} and due_at <= ${day.to})::int as "dueToday",
      (select count(*) from owed where kind = 'signFor')::int as "waitingToSign",
      (select count(*) from cases c where c.institution_id = ${institutionId} and c.id >= ${lowestIdAt(day.from)}::uuid and c.id < ${lowestIdAt(day.to)}::uuid
        and (c.first_contact_unit_id in (select id from inside) or c.first_contact_id in (select id from members)))::int as "registeredToday",
      (select count(*) from cases c where c.institution_id = ${institutionId} and c.ended_at >= ${day.from} and c.ended_at < ${day.to}
        and (c.handler_unit_id in (select id from inside) or c.handler_id in (select id from members)))::int as "closedToday"`.execute(db)
  if (!row) throw new Error('no counts')
  return row
}

interface LoadTime { now: string; lastDayEnds: string }

export async function unitLoad(db: Db, staff: Staff, unitId: string, time: LoadTime): Promise<LoadRow[]> {
  return loadOf(db, staff, sql`p.unit_id in (select id from units where institution_id = ${staff.institutionId} and path @> array[${unitId}::uuid])`, time)
}

/** The same of the people named, whatever unit they are of. */
export async function peopleLoad(db: Db, staff: Staff, personIds: readonly string[], time: LoadTime): Promise<LoadRow[]> {
  return loadOf(db, staff, sql`p.id = any(${[...personIds]}::uuid[])`, time)
}

async function loadOf(db: Db, staff: Staff, which: RawBuilder<unknown>, { now, lastDayEnds }: LoadTime): Promise<LoadRow[]> {
  const { institutionId } = staff
  const open = (column: string) => sql`select count(*)::int as all, (count(*) filter (where not ${visibleCases(staff)}))::int as hidden from cases c
      where c.institution_id = p.institution_id and ${sql.ref(column)} = p.id and c.ended_at is null`
  const { rows } = await sql<LoadRow>`
    select p.id as "personId", p.name, p.post, h.all as handling, h.hidden as "handlingHidden", f.all as "firstContact", f.hidden as "firstContactHidden", d.owed, d.late, d.amber, d."lastDay"
    from people p, lateral (${open('c.handler_id')}) h, lateral (${open('c.first_contact_id')}) f, lateral (select count(*)::int as owed, count(*) filter (where o.late_at is not null)::int as late,
        count(*) filter (where o.late_at is null and o.paused_at is null and o.due_at > ${now} and o.warn_at <= ${now})::int as amber,
        json_agg(json_build_object('openedAt', ${utcText('o.opened_at')}, 'dueAt', ${utcText('o.due_at')}, 'warnAt', ${utcText('o.warn_at')})) filter (where o.late_at is null and o.paused_at is null
          and o.due_at > ${now} and o.due_at <= ${lastDayEnds} and (o.warn_at is null or o.warn_at > ${now})) as "lastDay"
      from obligations o where o.institution_id = p.institution_id and o.person_id = p.id and o.state = 'open' and o.opened_at <= ${now}) d
    where p.institution_id = ${institutionId} and ${which} and p.disabled_at is null order by d.late desc, d.owed desc, p.name limit 500`.execute(db)
  return rows
}
