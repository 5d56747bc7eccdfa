import { sql } from 'kysely'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { ChainHead } from '@daodi/domain/ledger/entry.ts'
import { visibleTo } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface LockedCase { state: CaseState; head: ChainHead }

interface LockedRow { state: CaseState; head_seq: number; head_hash: string }

function locked(row: LockedRow | undefined): LockedCase | null {
  return row ? { state: row.state, head: { seq: row.head_seq, hash: row.head_hash } } : null
}

/** Loads a case that this caller may see, and holds its row until the transaction ends, so that two people cannot both act on it. */
export async function lockCase(trx: Db, staff: Staff, caseId: string): Promise<LockedCase | null> {
  const { rows } = await sql<LockedRow>`
    select state, head_seq, head_hash from cases c where institution_id = ${staff.institutionId} and id = ${caseId} and ${visibleTo(staff, 'c', 'c.id')}
    for update`.execute(trx)
  return locked(rows[0])
}

/** The same without holding it, for reading what may be done with it. */
export async function seeCase(db: Db, staff: Staff, caseId: string): Promise<LockedCase | null> {
  const { rows } = await sql<LockedRow>`
    select state, head_seq, head_hash from cases c where institution_id = ${staff.institutionId} and id = ${caseId} and ${visibleTo(staff, 'c', 'c.id')}`.execute(db)
  return locked(rows[0])
}

/** For the worker and the operator, who see every case. */
export async function lockAnyCase(trx: Db, institutionId: string, caseId: string): Promise<LockedCase | null> {
  const { rows } = await sql<LockedRow>`select state, head_seq, head_hash from cases where institution_id = ${institutionId} and id = ${caseId} for update`.execute(trx)
  return locked(rows[0])
}

/** By number and code, for the person: a wrong code looks like no case at all. */
export async function lockCaseByCode(trx: Db, number: string, codeDigest: Buffer): Promise<LockedCase | null> {
  const { rows } = await sql<LockedRow>`
    select c.state, c.head_seq, c.head_hash from cases c where c.number = ${number} and c.code_digest = ${codeDigest} and c.institution_id = (
      select institution_id from units where register_code = ${registerCodeOf(number)}) for update`.execute(trx)
  return locked(rows[0])
}

export function registerCodeOf(number: string): string {
  return /^[A-Z]+/.exec(number)?.[0] ?? ''
}
