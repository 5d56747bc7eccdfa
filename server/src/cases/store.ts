import { sql, type RawBuilder } from 'kysely'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { ChainHead } from '@daodi/domain/ledger/entry.ts'
import { visibleTo } from '../access/store.ts'
import type { Staff, WorkingTime } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { workingTimeAlong } from '../policy/store.ts'

/** `workingTime`: of the first contact's unit, which limits are reckoned with. */
export interface LockedCase { state: CaseState; head: ChainHead; workingTime: WorkingTime | null }

interface LockedRow { state: CaseState; head_seq: number; head_hash: string; working_time: WorkingTime | null }

/** What opening a case needs of its row `c`. */
const opened = sql`c.state, c.head_seq, c.head_hash, ${workingTimeOfCase()} as working_time`

/** The working time of the first contact's unit of the case `c`. */
export function workingTimeOfCase(): RawBuilder<WorkingTime> {
  return workingTimeAlong(sql`c.institution_id`, sql`(select fu.path from units fu where fu.institution_id = c.institution_id and fu.id = c.first_contact_unit_id)`)
}

function locked(row: LockedRow | undefined): LockedCase | null {
  return row ? { state: row.state, head: { seq: row.head_seq, hash: row.head_hash }, workingTime: row.working_time } : null
}

/** Loads a case that this caller may see, and holds its row until the transaction ends, so that two people cannot both act on it. */
export async function lockCase(trx: Db, staff: Staff, caseId: string): Promise<LockedCase | null> {
  const { rows } = await sql<LockedRow>`
    select ${opened} from cases c where c.institution_id = ${staff.institutionId} and c.id = ${caseId} and ${visibleTo(staff, 'c', 'c.id')}
    for update`.execute(trx)
  return locked(rows[0])
}

/** The same without holding it, for reading what may be done with it. */
export async function seeCase(db: Db, staff: Staff, caseId: string): Promise<LockedCase | null> {
  const { rows } = await sql<LockedRow>`
    select ${opened} from cases c where c.institution_id = ${staff.institutionId} and c.id = ${caseId} and ${visibleTo(staff, 'c', 'c.id')}`.execute(db)
  return locked(rows[0])
}

/** For the worker and the operator, who see every case. */
export async function lockAnyCase(trx: Db, institutionId: string, caseId: string): Promise<LockedCase | null> {
  const { rows } = await sql<LockedRow>`select ${opened} from cases c where c.institution_id = ${institutionId} and c.id = ${caseId} for update`.execute(trx)
  return locked(rows[0])
}

export interface CasePlace { institutionId: string; caseId: string }

/** Several of them at once; where `waits` is false, without those that somebody else holds. Always in one order, so that two who want the same ones do not wait for each other. */
export async function lockAnyCases(trx: Db, found: readonly CasePlace[], waits: boolean): Promise<LockedCase[]> {
  const { rows } = await sql<LockedRow>`select ${opened} from cases c where (c.institution_id, c.id) in (select * from unnest(${found.map(({ institutionId }) => institutionId)}::uuid[], ${found.map(({ caseId }) => caseId)}::uuid[]))
    order by c.institution_id, c.id for update of c ${waits ? sql`` : sql`skip locked`}`.execute(trx)
  return rows.flatMap((row) => locked(row) ?? [])
}

/** By number and code, for the person: a wrong code looks like no case at all. */
export async function lockCaseByCode(trx: Db, number: string, codeDigest: Buffer): Promise<LockedCase | null> {
  const { rows } = await sql<LockedRow>`
    select ${opened} from cases c where c.number = ${number} and c.code_digest = ${codeDigest} and c.institution_id = (
      select institution_id from units where register_code = ${registerCodeOf(number)}) for update`.execute(trx)
  return locked(rows[0])
}

export function registerCodeOf(number: string): string {
  return /^[A-Z]+/.exec(number)?.[0] ?? ''
}
