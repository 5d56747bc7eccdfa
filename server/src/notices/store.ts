import { sql } from 'kysely'
import type { CaseStatus } from '@daodi/domain/cases/state.ts'
import type { Obligation } from '@daodi/domain/obligations/obligation.ts'
import { visibleTo } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface NoticeRow {
  id: string; kind: string; at: string; read_at: string | null; actor_name: string | null; detail: Record<string, unknown>
  case_id: string | null; number: string | null; subject: string | null; place: string | null; status: CaseStatus | null; due_at: string | null; due_estimated: boolean | null; visible: boolean
  /** Of the case, where something in it has climbed to the reader. */
  open_there: Obligation[] | null
}

/** Newest first. The subject only where the reader may see the case now. */
export async function listNoticeRows(db: Db, staff: Staff, page: { unread: boolean; after: string | null; limit: number }): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.kind, n.at, n.read_at, a.name as actor_name, n.detail, n.case_id, c.number, case when n.visible then t.body end as subject,
      case when n.visible and c.urgency = 'critical' then (select w.body from texts w where w.institution_id = c.institution_id and w.id = (c.state#>>'{place,id}')::uuid) end as place, c.status, c.due_at, c.due_estimated, n.visible,
      case when n.visible and n.kind = 'dutyClimbed' then c.state->'obligations' end as open_there
    from (select n.*, ${visibleTo(staff, 'n', 'n.case_id')} as visible from notices n where n.institution_id = ${staff.institutionId} and n.person_id = ${staff.personId}
        ${page.unread ? sql`and n.read_at is null` : sql``} ${page.after ? sql`and n.id < ${page.after}` : sql``} order by n.id desc limit ${page.limit}) n
      left join cases c on c.institution_id = n.institution_id and c.id = n.case_id left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
      left join people a on a.institution_id = n.institution_id and a.id::text = n.actor
    order by n.id desc`.execute(db)
  return rows
}

/** Up to 1,000: a badge needs no more. */
export async function countUnread(db: Db, staff: Pick<Staff, 'institutionId' | 'personId'>): Promise<number> {
  const { rows: [row] } = await sql<{ unread: number }>`select count(*)::int as unread from (select from notices
    where institution_id = ${staff.institutionId} and person_id = ${staff.personId} and read_at is null limit 1000) n`.execute(db)
  return row?.unread ?? 0
}

export type Reading = { ids: string[] } | { caseId: string } | { upTo: string }

/** Marks the person's own notices as read; returns how many were not. */
export async function markRead(trx: Db, staff: Staff, reading: Reading, at: string): Promise<number> {
  const which = 'ids' in reading ? sql`id = any(${reading.ids}::uuid[])` : 'caseId' in reading ? sql`case_id = ${reading.caseId}` : sql`id <= ${reading.upTo}`
  const { numAffectedRows } = await sql`update notices set read_at = ${at} where institution_id = ${staff.institutionId} and person_id = ${staff.personId} and read_at is null and ${which}`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

export interface NewNotice { institution_id: string; person_id: string; id: string; kind: string; case_id: string | null; xid: string }

/** Notices of transactions from `since` on; those of a transaction that was open at the last look come with the next. */
export async function noticesSince(db: Db, since: string): Promise<NewNotice[]> {
  const { rows } = await sql<NewNotice>`select institution_id, person_id, id, kind, case_id, xid::text as xid from notices where xid >= ${since}::xid8 order by id`.execute(db)
  return rows
}

/** One person's, for somebody who comes back to the stream. */
export async function ownNoticesSince(db: Db, staff: Staff, since: string): Promise<{ rows: NewNotice[]; horizon: string }> {
  const { rows } = await sql<NewNotice & { horizon: string }>`select h.horizon, n.* from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) h
    left join (select institution_id, person_id, id, kind, case_id, xid::text as xid from notices where institution_id = ${staff.institutionId} and person_id = ${staff.personId}
      and xid >= ${since}::xid8 order by id) n on true`.execute(db)
  return { rows: rows.filter((row) => row.id !== null), horizon: rows[0]?.horizon ?? since }
}
