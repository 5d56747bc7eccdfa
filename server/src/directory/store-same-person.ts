import { sql } from 'kysely'
import { personKeys } from '@daodi/domain/directory/same-person.ts'
import type { Db } from '../http/route.ts'

/** Which of the keys of `personKeys` somebody has who works in another institution of the installation. Who has left may begin elsewhere. */
export async function keysElsewhere(db: Db, institutionId: string, keys: readonly string[]): Promise<Set<string>> {
  return new Set((await withKeys(db, keys)).filter((row) => row.institution_id !== institutionId).map(({ key }) => key))
}

/** Whether somebody of that name and mobile works here or elsewhere already; what is told of elsewhere is that alone. */
export async function samePerson(db: Db, institutionId: string, asked: { name: string; phones: readonly (string | null | undefined)[]; except: string | null }): Promise<'person-known' | 'person-elsewhere' | null> {
  const keys = personKeys(asked.name, asked.phones.filter((phone) => phone != null))
  const found = (await withKeys(db, keys)).filter(({ id }) => id !== asked.except)
  if (found.some((row) => row.institution_id === institutionId)) return 'person-known'
  return found.length > 0 ? 'person-elsewhere' : null
}

async function withKeys(db: Db, keys: readonly string[]): Promise<{ institution_id: string; id: string; key: string }[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<{ institution_id: string; id: string; key: string }>`
    select p.institution_id, p.id, k.key from unnest(${keys}::text[]) k(key)
      join people p on p.name = split_part(k.key, '/', 1) and p.disabled_at is null
    where exists (select from unnest(array_remove(p.phone || p.other_phones, null)) n where right(regexp_replace(n, '\\D', '', 'g'), 11) = split_part(k.key, '/', 2))`.execute(db)
  return rows
}
