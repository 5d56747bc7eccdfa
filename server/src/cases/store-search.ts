import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../http/route.ts'
import { searchWords, type RequesterRow } from './store-read.ts'

/** Of somebody with more cases than this only the newest are found by what changed: nobody is to wait for years of cases. */
const MOST_RENEWED = 200

interface FoundCase { id: string; number: string; subject: string | null; content: string | null; place: string | null; summary: string | null; requester: Pick<RequesterRow, 'name' | 'phone' | 'organization' | 'address'> }

interface RenewedPerson { institutionId: string; requesterId: string; exceptCaseId: string }

/**
 * After a person's data changed: their other cases are found by the new ones too. Holds those cases, so that an act
 * under way on one of them does not put its old words back; the person's row is
 * written by `renewal` in the same statement, or has been already in this transaction.
 */
export async function renewSearch(trx: Db, { institutionId, requesterId, exceptCaseId }: RenewedPerson, renewal?: RawBuilder<unknown>): Promise<void> {
  const written = renewal ? sql`with renewed as (${renewal})` : sql``
  const { rows: held } = await sql<{ id: string }>`${written} select id from cases where institution_id = ${institutionId} and requester_id = ${requesterId} and id <> ${exceptCaseId}
    order by id desc limit ${MOST_RENEWED} for no key update`.execute(trx)
  if (held.length === 0) return
  const body = (path: string) => sql`(select t.body from texts t where t.institution_id = c.institution_id and t.id = (c.state #>> ${path}::text[])::uuid)`
  const { rows } = await sql<FoundCase>`
    select c.id, c.number, ${body('{subject,id}')} as subject, ${body('{content,id}')} as content, ${body('{place,id}')} as place, ${body('{course,summary,id}')} as summary,
      json_build_object('name', r.name, 'phone', r.phone, 'organization', r.organization, 'address', r.address) as requester
    from cases c join requesters r on r.institution_id = c.institution_id and r.id = c.requester_id and r.erased_at is null
    where c.institution_id = ${institutionId} and c.id = any(${held.map(({ id }) => id)}::uuid[])`.execute(trx)
  const words = rows.map(({ id, subject, ...found }) => ({ id, words: searchWords({ ...found, subject: subject ?? '' }) }))
  await sql`update case_search s set words = w.words::tsvector from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as w(id uuid, words text)
    where s.institution_id = ${institutionId} and s.case_id = w.id`.execute(trx)
}
