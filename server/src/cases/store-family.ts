import { sql } from 'kysely'
import type { CaseStatus } from '@daodi/domain/cases/state.ts'
import { visibleTo } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

/** How many of the cases split off from this one have not ended. */
export async function openChildren(db: Db, institutionId: string, caseId: string): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`
    select count(*)::int as count from cases where institution_id = ${institutionId} and parent_id = ${caseId} and ended_at is null`.execute(db)
  return row?.count ?? 0
}

export interface RelativeRow { id: string; number: string; subject: string | null; status: CaseStatus }

/** The cases that belong with one, as far as this reader may see them. */
export async function relativesOf(db: Db, institutionId: string, ids: readonly string[], staff: Staff): Promise<RelativeRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<RelativeRow>`
    select c.id, c.number, t.body as subject, c.status from cases c left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
    where c.institution_id = ${institutionId} and c.id = any(${[...ids]}::uuid[])
      and ${visibleTo(staff, 'c', 'c.id')}`.execute(db)
  return rows
}
