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

const remains = sql<boolean>`(exists (select from texts t where t.institution_id = c.institution_id and t.case_id = c.id and t.body is not null)
  or exists (select from attachments a where a.institution_id = c.institution_id and a.case_id = c.id and a.erased_at is null))`

/**
 * Holds the person's row and says which of their cases have something to erase: all of them at first; once the person is
 * erased, those in which something was written since. Null when there is nobody, or nothing, to erase any more.
 */
export async function lockRequester(trx: Db, institutionId: string, id: string): Promise<{ caseIds: string[] } | null> {
  const { rows: [person] } = await sql<{ is_erased: boolean }>`select erased_at is not null as is_erased from requesters where institution_id = ${institutionId} and id = ${id} for update`.execute(trx)
  if (!person) return null
  const { rows: cases } = await sql<{ id: string }>`select c.id from cases c where c.institution_id = ${institutionId} and c.requester_id = ${id}
    and (${!person.is_erased}::boolean or ${remains}) order by c.id`.execute(trx)
  return person.is_erased && cases.length === 0 ? null : { caseIds: cases.map((row) => row.id) }
}

export async function hasRemains(trx: Db, institutionId: string, caseId: string): Promise<boolean> {
  return (await sql`select from cases c where c.institution_id = ${institutionId} and c.id = ${caseId} and ${remains}`.execute(trx)).rows.length > 0
}

export interface UnnamedCase { institution_id: string; institution: string; id: string; number: string; requester_id: string | null; is_open: boolean; texts: number; attachments: number }

/** A case by its number, with counts of what is to be erased in it. */
export async function caseByNumber(db: Db, number: string): Promise<UnnamedCase | null> {
  const { rows: [row] } = await sql<UnnamedCase>`
    select c.institution_id, i.short_name as institution, c.id, c.number, c.requester_id, c.ended_at is null as is_open,
      (select count(*) from texts t where t.institution_id = c.institution_id and t.case_id = c.id and t.body is not null)::int as texts,
      (select count(*) from attachments a where a.institution_id = c.institution_id and a.case_id = c.id and a.erased_at is null)::int as attachments
    from cases c join institutions i on i.id = c.institution_id where c.number = ${number}`.execute(db)
  return row ?? null
}

/** Every word of a case, the person's and those written to and about them. The rows stay: the ledger's digests point to them. Returns how many. */
export async function eraseWords(trx: Db, institutionId: string, caseId: string): Promise<number> {
  const { numUpdatedRows } = await trx.updateTable('texts').set({ body: null, salt: null }).where('institution_id', '=', institutionId).where('case_id', '=', caseId)
    .where('body', 'is not', null).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What the case was asked as, before and after corrections. */
export async function subjectsIn(trx: Db, institutionId: string, caseId: string): Promise<string[]> {
  const rows = await trx.selectFrom('texts').select('body').where('institution_id', '=', institutionId).where('case_id', '=', caseId).where('kind', '=', 'subject').execute()
  return rows.flatMap(({ body }) => (body === null ? [] : [body]))
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
  await trx.updateTable('requesters').set({ name: null, phone: null, phone_digits: null, organization: null, address: null, email: null, erased_at: at })
    .where('institution_id', '=', institutionId).where('id', '=', id).where('erased_at', 'is', null).execute()
}
