import { sql } from 'kysely'
import { personKeys } from '@daodi/domain/directory/same-person.ts'
import type { Db } from '../http/route.ts'

/** Which of the keys of `personKeys` somebody has who works in another institution of the installation. Who has left may begin elsewhere. */
export async function keysElsewhere(db: Db, institutionId: string, keys: readonly string[]): Promise<Set<string>> {
  return new Set((await withKeys(db, keys)).filter((row) => row.institution_id !== institutionId).map(({ key }) => key))
}

/** In the transaction that writes them. Whether somebody of that name and mobile works here or elsewhere already; what is told of elsewhere is that alone. */
export async function samePerson(db: Db, institutionId: string, asked: { name: string; phones: readonly (string | null | undefined)[]; except: string | null }): Promise<'person-known' | 'person-elsewhere' | null> {
  const keys = personKeys(asked.name, asked.phones.filter((phone) => phone != null))
  const found = (await withKeys(db, keys)).filter(({ id }) => id !== asked.except)
  if (found.some((row) => row.institution_id === institutionId)) return 'person-known'
  return found.length > 0 ? 'person-elsewhere' : null
}

/**
 * Holds the keys until the transaction ends, in every institution of the installation: whoever asks at the same moment about
 * the same person waits, and then finds them. A bounded number of locks, however many people a workbook brings.
 */
async function holdKeys(trx: Db, keys: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('person-keys:' || bucket, 0)) from (
    select distinct abs(hashtext(key)::bigint) % ${LOCKS} as bucket from unnest(${keys}::text[]) key order by bucket) buckets`.execute(trx)
}
const LOCKS = 64

async function withKeys(db: Db, keys: readonly string[]): Promise<{ institution_id: string; id: string; key: string }[]> {
  if (keys.length === 0) return []
  await holdKeys(db, keys)
  const { rows } = await sql<{ institution_id: string; id: string; key: string }>`
    select p.institution_id, p.id, k.key from unnest(${keys}::text[]) k(key)
      join people p on p.name = split_part(k.key, '/', 1) and p.disabled_at is null
    where exists (select from unnest(array_remove(p.phone || p.other_phones, null)) n where right(regexp_replace(n, '\\D', '', 'g'), 11) = split_part(k.key, '/', 2))`.execute(db)
  return rows
}
