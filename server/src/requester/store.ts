import { sql } from 'kysely'
import { searchVector } from '@daodi/domain/search/words.ts'
import type { Db } from '../http/route.ts'

/** Somebody who asked, with what the product keeps of them; counts only of what they wrote and what was written to them. */
export interface KeptRequester {
  institution_id: string; institution: string; id: string; name: string | null; phone: string | null; erased_at: string | null
  cases: number; open: number; texts: number; attachments: number; first_number: string | null; last_number: string | null
}

const kept = sql<KeptRequester>`
  select r.institution_id, i.short_name as institution, r.id, r.name, r.phone, r.erased_at, count(c.id)::int as cases, (count(c.id) filter (where c.ended_at is null))::int as open,
    coalesce(sum((select count(*) from texts t where t.institution_id = c.institution_id and t.case_id = c.id and t.body is not null)), 0)::int as texts,
    coalesce(sum((select count(*) from attachments a where a.institution_id = c.institution_id and a.case_id = c.id and a.erased_at is null)), 0)::int as attachments,
    (array_agg(c.number order by c.id))[1] as first_number, (array_agg(c.number order by c.id desc))[1] as last_number
  from requesters r join institutions i on i.id = r.institution_id left join cases c on c.institution_id = r.institution_id and c.requester_id = r.id`

/** By phone number, however it is written and with or without +86: everybody registered under it, in all institutions. */
export async function requestersByPhone(db: Db, phone: string): Promise<KeptRequester[]> {
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  const { rows } = await sql<KeptRequester>`${kept} where r.phone_digits = any(${[digits, `86${digits}`, `0086${digits}`]}) group by r.institution_id, i.short_name, r.id order by r.id`.execute(db)
  return rows
}

export async function requesterById(db: Db, id: string): Promise<KeptRequester[]> {
  const { rows } = await sql<KeptRequester>`${kept} where r.id = ${id} group by r.institution_id, i.short_name, r.id`.execute(db)
  return rows
}

/** Holds the person's row and says which cases are theirs; null when there is nobody to erase any more. */
export async function lockRequester(trx: Db, institutionId: string, id: string): Promise<{ caseIds: string[] } | null> {
  const { rows } = await sql`select from requesters where institution_id = ${institutionId} and id = ${id} and erased_at is null for update`.execute(trx)
  if (rows.length === 0) return null
  const cases = await trx.selectFrom('cases').select('id').where('institution_id', '=', institutionId).where('requester_id', '=', id).orderBy('id').execute()
  return { caseIds: cases.map((row) => row.id) }
}

/** Every word of a case, the person's and those written to and about them. The rows stay: the ledger's digests point to them. Returns how many. */
export async function eraseWords(trx: Db, institutionId: string, caseId: string): Promise<number> {
  const { numUpdatedRows } = await trx.updateTable('texts').set({ body: null, salt: null }).where('institution_id', '=', institutionId).where('case_id', '=', caseId)
    .where('body', 'is not', null).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** From now on the case is found by its number only. */
export async function eraseSearch(trx: Db, institutionId: string, found: { caseId: string; number: string }): Promise<void> {
  await sql`update case_search set words = ${searchVector(found.number)}::tsvector where institution_id = ${institutionId} and case_id = ${found.caseId}`.execute(trx)
}

/** Answers kept for repeated requests repeat what was asked. */
export async function eraseAnswers(trx: Db, caseIds: string[]): Promise<void> {
  if (caseIds.length > 0) await trx.deleteFrom('idempotency_keys').where('case_id', 'in', caseIds).execute()
}

export async function eraseContacts(trx: Db, institutionId: string, id: string, at: string): Promise<void> {
  await trx.updateTable('requesters').set({ name: null, phone: null, phone_digits: null, organization: null, address: null, erased_at: at })
    .where('institution_id', '=', institutionId).where('id', '=', id).execute()
}
