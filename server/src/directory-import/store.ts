import { sql } from 'kysely'
import type { KnownDirectory, KnownPerson, KnownPost, KnownUnit, Workbook } from '@daodi/domain/directory/import-shape.ts'
import { readTogether } from '../database/read-together.ts'
import { keysElsewhere } from '../directory/store-same-person.ts'
import type { Db } from '../http/route.ts'
import { lockAccounts } from '../directory/store-accounts.ts'
import { draftsIn } from '../matters/store-drafts.ts'
import { documentOf, mattersInForce, type Stored } from '../matters/store-matters.ts'
import type { MatterChange } from '../matters/store-publish.ts'
import { lockRegulation } from '../policy/store.ts'

/** Where a unit stands, and under which policy: what one below it is born with. */
export interface UnitPlace { id: string; path: string[]; position: number; policyDigest: string }
export type PlacedDirectory = Omit<KnownDirectory, 'units'> & { units: readonly (KnownUnit & UnitPlace)[] }

interface Found { units: KnownUnit & UnitPlace; posts: KnownPost; people: KnownPerson; elsewhere: { logins: string[]; codes: string[] }; matters: Stored; drafts: MatterChange }

/** The whole directory of an institution, and which of these logins and register codes others have. */
export async function knownDirectory(db: Db, institutionId: string, { logins, codes, keys }: { logins: readonly string[]; codes: readonly string[]; keys: readonly string[] }): Promise<PlacedDirectory> {
  const units = sql<KnownUnit & UnitPlace>`
    select u.id, u.parent_id as "parentId", u.name, u.kind, u.register_code as "registerCode", u.phone, u.room, u.duties, u.authority, u.path, u.position, u.policy_digest as "policyDigest",
      coalesce((select json_object_agg(h.post, h.people) from (select post, json_agg(person_id order by person_id) as people from unit_posts
        where institution_id = u.institution_id and unit_id = u.id group by post) h), '{}') as roles
    from units u where u.institution_id = ${institutionId} order by cardinality(u.path), u.position, u.name, u.id`
  const posts = sql<KnownPost>`
    select id, unit_id as "unitId", name, duties, authority, limits, rank, languages, qualifications from posts where institution_id = ${institutionId} and removed_at is null order by unit_id, name`
  const people = sql<KnownPerson>`
    with held as (select h.person_id, json_agg(json_build_object('id', h.post_id, 'isException', h.exception_reason is not null) order by h.post_id) as posts
        from post_holders h join posts a on a.institution_id = h.institution_id and a.id = h.post_id and a.removed_at is null where h.institution_id = ${institutionId} group by h.person_id),
      given as (select g.person_id, json_agg(g.role order by g.role) as roles from grants g join people p on p.institution_id = g.institution_id and p.id = g.person_id and p.unit_id = g.unit_id
        where g.institution_id = ${institutionId} and g.role <> 'administrator' group by g.person_id)
    select p.id, p.login, p.name, p.unit_id as "unitId", p.post as title, array_remove(p.phone || p.other_phones, null) as phones, array_remove(p.room || p.other_rooms, null) as rooms, p.languages,
      p.qualifications, p.employment, p.disabled_at is not null as disabled, coalesce(h.posts, '[]') as posts, coalesce(g.roles, '[]') as roles
    from people p left join held h on h.person_id = p.id left join given g on g.person_id = p.id where p.institution_id = ${institutionId} order by p.unit_id, p.name, p.login`
  const elsewhere = sql<{ logins: string[]; codes: string[] }>`
    select array(select login from people where login = any(${logins}::text[]) and institution_id <> ${institutionId}) as logins,
      array(select register_code from units where register_code = any(${codes}::text[]) and institution_id <> ${institutionId}) as codes`
  const found = await readTogether<Found>(db, {
    units: { rows: units }, posts: { rows: posts }, people: { rows: people }, elsewhere: { rows: elsewhere }, matters: { rows: mattersInForce(institutionId, 'all') }, drafts: { rows: draftsIn(institutionId) },
  })
  const matters = new Map(found.matters.map((row) => [row.id, documentOf(row)]))
  for (const { id, document } of found.drafts) {
    if (document === null) matters.delete(id)
    else matters.set(id, document)
  }
  const [other] = found.elsewhere
  return { matters: [...matters].map(([id, document]) => ({ id, document })), units: found.units, posts: found.posts, people: found.people, loginsElsewhere: new Set(other?.logins), codesElsewhere: new Set(other?.codes), keysElsewhere: await keysElsewhere(db, institutionId, keys) }
}

export interface KeptImport { id: string; sheets: Workbook; digest: string; applied: boolean }

/** Older ones of the institution are forgotten: a trial run is applied within the day or done again. */
export async function keepImport(trx: Db, kept: { institutionId: string; id: string; personId: string; fileName: string; digest: string; sheets: Workbook; at: string }): Promise<void> {
  await sql`delete from directory_imports where institution_id = ${kept.institutionId} and created_at < ${kept.at}::timestamptz - interval '1 day'`.execute(trx)
  await trx.insertInto('directory_imports').values({
    institution_id: kept.institutionId, id: kept.id, person_id: kept.personId, file_name: kept.fileName, file_digest: kept.digest, sheets: JSON.stringify(kept.sheets), created_at: kept.at, applied_at: null,
  }).execute()
}

/** Locks it; only whoever tried it out may apply it. */
export async function lockImport(trx: Db, institutionId: string, { id, personId }: { id: string; personId: string }): Promise<KeptImport | undefined> {
  const row = await trx.selectFrom('directory_imports').select(['id', 'sheets', 'file_digest', 'applied_at'])
    .where('institution_id', '=', institutionId).where('id', '=', id).where('person_id', '=', personId).forUpdate().executeTakeFirst()
  return row && { id: row.id, sheets: row.sheets, digest: row.file_digest, applied: row.applied_at !== null }
}

/** The rows have served their purpose; that it was applied is remembered. */
export function importApplied(trx: Db, institutionId: string, id: string, at: string) {
  return trx.updateTable('directory_imports').set({ applied_at: at, sheets: '{}' }).where('institution_id', '=', institutionId).where('id', '=', id)
}

/** As changes to accounts and new units do: no two of them at a time in an institution, and no regulation published meanwhile. */
export async function lockForImport(trx: Db, institutionId: string): Promise<void> {
  await lockAccounts(trx, institutionId)
  await lockRegulation(trx, institutionId)
}
