import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../http/route.ts'

/** The job's name in tasks.ts. */
export const RING_FOR_HELP = 'ring-for-help'

export interface NewBell { institutionId: string; id: string; unitId: string; team: string | null; place: string; rungAt: string; openToAllAt: string }

export function bellRow(trx: Db, bell: NewBell) {
  return trx.insertInto('bells').values({
    institution_id: bell.institutionId, id: bell.id, unit_id: bell.unitId, team: bell.team, place: bell.place, rung_at: bell.rungAt, open_to_all_at: bell.openToAllAt, answered_by: null, answered_at: null,
  })
}

export async function lockBell(trx: Db, institutionId: string, bellId: string): Promise<{ rungAt: string; answeredAt: string | null } | null> {
  const row = await trx.selectFrom('bells').select(['rung_at', 'answered_at']).where('institution_id', '=', institutionId).where('id', '=', bellId).forUpdate().executeTakeFirst()
  return row ? { rungAt: row.rung_at, answeredAt: row.answered_at } : null
}

export function bellAnswered(trx: Db, institutionId: string, bellId: string, by: { personId: string; at: string }) {
  return trx.updateTable('bells').set({ answered_by: by.personId, answered_at: by.at }).where('institution_id', '=', institutionId).where('id', '=', bellId)
}

export interface BellRow {
  id: string; place: string; unitId: string; unitName: string; team: string | null; rungAt: string; openToAllAt: string; answeredByName: string | null; answeredAt: string | null; told: boolean
}

/** Everything unanswered, and what was answered in the last day, newest first. `told`: it was given to this person. */
export async function bellRows(db: Db, institutionId: string, personId: string, at: string): Promise<BellRow[]> {
  const { rows } = await sql<BellRow>`
    select b.id, b.place, b.unit_id as "unitId", u.name as "unitName", b.team, b.rung_at as "rungAt", b.open_to_all_at as "openToAllAt", p.name as "answeredByName", b.answered_at as "answeredAt",
      exists (select from obligations o join obligation_rungs r on r.institution_id = o.institution_id and r.obligation_id = o.id
        where o.institution_id = b.institution_id and o.stream = 'bell:' || b.id and r.person_id = ${personId}) as told
    from bells b join units u on u.institution_id = b.institution_id and u.id = b.unit_id left join people p on p.institution_id = b.institution_id and p.id = b.answered_by
    where b.institution_id = ${institutionId} and (b.answered_at is null or b.rung_at > ${at}::timestamptz - interval '1 day')
    order by (b.answered_at is null) desc, b.rung_at desc limit 200`.execute(db)
  return rows
}

export type UnitBellRow = Omit<BellRow, 'told' | 'unitId'>

/** Of a unit and what is below it: everything unanswered, and the last that were answered in the last hours. */
export async function unitBellRows(db: Db, institutionId: string, unitId: string, at: string): Promise<UnitBellRow[]> {
  const bells = (where: RawBuilder<unknown>, limit: number) => sql`(select b.id, b.place, u.name as "unitName", b.team, b.rung_at as "rungAt", b.open_to_all_at as "openToAllAt", p.name as "answeredByName", b.answered_at as "answeredAt"
    from bells b join units u on u.institution_id = b.institution_id and u.id = b.unit_id and u.path @> array[${unitId}::uuid] left join people p on p.institution_id = b.institution_id and p.id = b.answered_by
    where b.institution_id = ${institutionId} and ${where} order by b.rung_at desc limit ${limit})`
  const { rows } = await sql<UnitBellRow>`${bells(sql`b.answered_at is null`, 100)} union all ${bells(sql`b.answered_at is not null and b.rung_at > ${at}::timestamptz - interval '8 hours'`, 8)}`.execute(db)
  return rows.toSorted((one, other) => other.rungAt.localeCompare(one.rungAt))
}
