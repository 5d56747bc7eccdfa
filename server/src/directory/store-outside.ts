import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../http/route.ts'
import { afterNamed, containing, spelledLike, type PageAsked } from './store-lists.ts'
import { spellings } from './store-spellings.ts'

export interface OutsideRow { id: string; name: string; scope: string | null; keywords: string[]; phone: string | null; address: string | null; hours: string | null }

/**
 * Other organisations. What is asked may be a whole sentence of somebody's: then those are found whose keywords stand in
 * it, besides those with the text in name, scope or keywords, by name.
 */
export async function listOutsideRows(db: Db, institutionId: string, asked: PageAsked): Promise<OutsideRow[]> {
  const matches = asked.q === null ? sql`true` : outsideMatches(asked.q)
  const { rows } = await sql<OutsideRow>`
    select a.id, a.name, a.scope, a.keywords, a.phone, a.address, a.hours from outside_contacts a
    where a.institution_id = ${institutionId} and a.removed_at is null and ${matches} and ${afterNamed('outside_contacts', institutionId, asked.after)}
    order by a.name, a.id limit ${asked.limit}`.execute(db)
  return rows
}

/** `a` is the alias of the contacts. A keyword within a long question finds as well as a piece of a name. */
export function outsideMatches(q: string): RawBuilder<unknown> {
  const text = q.normalize('NFKC').toLowerCase()
  return sql`(${containing(['a.name', 'a.scope', 'a.address'], q)} or ${spelledLike('a', text)}
    or exists (select from unnest(a.keywords) k where lower(k) like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} or (length(k) > 1 and strpos(${text}, lower(k)) > 0)))`
}

export interface OutsideFields {
  name?: string | undefined; scope?: string | null | undefined; keywords?: string[] | undefined; phone?: string | null | undefined; address?: string | null | undefined; hours?: string | null | undefined
}

/** Broken constraint: `outside_contacts_name`. */
export async function insertOutside(trx: Db, contact: OutsideFields & { institutionId: string; id: string; name: string }): Promise<void> {
  const { institutionId, id, name, scope = null, keywords = [], phone = null, address = null, hours = null } = contact
  await trx.insertInto('outside_contacts').values({ institution_id: institutionId, id, name, ...spellings(name, 'place'), scope, keywords, phone, address, hours, removed_at: null }).execute()
}

/** Whether there was such a contact. Broken constraint: `outside_contacts_name`. */
export async function updateOutsideFields(trx: Db, institutionId: string, contactId: string, fields: OutsideFields & { removedAt?: string | null | undefined }): Promise<boolean> {
  const { removedAt, ...same } = fields
  const given = { ...same, removed_at: removedAt, ...(same.name === undefined ? {} : spellings(same.name, 'place')) }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const found = await trx.selectFrom('outside_contacts').select('id').where('institution_id', '=', institutionId).where('id', '=', contactId).forNoKeyUpdate().executeTakeFirst()
  if (found && Object.keys(set).length > 0) await trx.updateTable('outside_contacts').set(set).where('institution_id', '=', institutionId).where('id', '=', contactId).execute()
  return found !== undefined
}
