import { sql, type RawBuilder } from 'kysely'
import { spellings } from '../directory/store-spellings.ts'

/** To be written together with others; null where there is nothing of the kind. */
type Part = RawBuilder<unknown> | null

export interface UnitWrite {
  id: string; parentId: string | null; path: string[]; kind: string; name: string; registerCode: string | null; phone: string | null; room: string | null; duties: string | null; authority: string | null
  policyDigest: string | null; position: number
}
export interface PostWrite { id: string; unitId: string; name: string; duties: string | null; authority: string | null; limits: string | null; rank: number; languages: string[]; qualifications: string[] }
export interface PersonWrite {
  id: string; unitId: string; login: string; name: string; title: string | null; phones: string[]; rooms: string[]; languages: string[]; qualifications: string[]; employment: string
}

const rowsOf = (rows: readonly unknown[]): RawBuilder<unknown> => sql`${JSON.stringify(rows)}::json`
const words = (column: string): RawBuilder<unknown> => sql`array(select json_array_elements_text(${sql.ref(`x.${column}`)}))`

export function newUnits(institutionId: string, units: readonly UnitWrite[]): Part {
  if (units.length === 0) return null
  return sql`insert into units (institution_id, id, parent_id, path, kind, name, register_code, phone, room, position, policy_digest, duties, authority)
    select ${institutionId}::uuid, x.id, x."parentId", ${words('path')}::uuid[], x.kind, x.name, x."registerCode", x.phone, x.room, x.position, x."policyDigest", x.duties, x.authority
    from json_to_recordset(${rowsOf(units)}) as x(id uuid, "parentId" uuid, path json, kind text, name text, "registerCode" text, phone text, room text, position int, "policyDigest" text, duties text, authority text)`
}

/** Names are freed first, so that two may exchange theirs. */
export function freedNames(table: 'units' | 'posts', institutionId: string, changed: readonly { id: string }[]): Part {
  if (changed.length === 0) return null
  return sql`update ${sql.table(table)} set name = id::text where institution_id = ${institutionId} and id = any(${changed.map(({ id }) => id)}::uuid[])`
}

export function changedUnits(institutionId: string, units: readonly UnitWrite[]): Part {
  if (units.length === 0) return null
  return sql`update units u set name = x.name, phone = x.phone, room = x.room, duties = x.duties, authority = x.authority
    from json_to_recordset(${rowsOf(units)}) as x(id uuid, name text, phone text, room text, duties text, authority text) where u.institution_id = ${institutionId} and u.id = x.id`
}

export interface RoleWrite { unitId: string; role: string; personIds: string[] }

export function formerUnitRoles(institutionId: string, roles: readonly RoleWrite[]): Part {
  if (roles.length === 0) return null
  return sql`delete from unit_posts h using json_to_recordset(${rowsOf(roles)}) as x("unitId" uuid, role text) where h.institution_id = ${institutionId} and h.unit_id = x."unitId" and h.post = x.role`
}

export function newUnitRoles(institutionId: string, roles: readonly RoleWrite[]): Part {
  if (roles.length === 0) return null
  return sql`insert into unit_posts (institution_id, unit_id, post, person_id) select ${institutionId}::uuid, x."unitId", x.role, p::uuid
    from json_to_recordset(${rowsOf(roles)}) as x("unitId" uuid, role text, "personIds" json) cross join lateral json_array_elements_text(x."personIds") p`
}

export function newPosts(institutionId: string, posts: readonly PostWrite[]): Part {
  if (posts.length === 0) return null
  return sql`insert into posts (institution_id, id, unit_id, name, duties, authority, limits, rank, languages, qualifications)
    select ${institutionId}::uuid, x.id, x."unitId", x.name, x.duties, x.authority, x.limits, x.rank, ${words('languages')}, ${words('qualifications')}
    from json_to_recordset(${rowsOf(posts)}) as x(id uuid, "unitId" uuid, name text, duties text, authority text, limits text, rank int, languages json, qualifications json)`
}

export function changedPosts(institutionId: string, posts: readonly PostWrite[]): Part {
  if (posts.length === 0) return null
  return sql`update posts a set name = x.name, duties = x.duties, authority = x.authority, limits = x.limits, rank = x.rank, languages = ${words('languages')}, qualifications = ${words('qualifications')}
    from json_to_recordset(${rowsOf(posts)}) as x(id uuid, name text, duties text, authority text, limits text, rank int, languages json, qualifications json)
    where a.institution_id = ${institutionId} and a.id = x.id`
}

const PERSON = sql`x(id uuid, "unitId" uuid, login text, name text, pinyin text, initials text, spellings text, title text, phones json, rooms json, languages json, qualifications json, employment text)`
const spelled = (people: readonly PersonWrite[]): RawBuilder<unknown> => rowsOf(people.map((person) => ({ ...person, ...spellings(person.name) })))
const first = (column: string): RawBuilder<unknown> => sql`${sql.ref(`x.${column}`)}->>0`
const rest = (column: string): RawBuilder<unknown> => sql`(${words(column)})[2:]`

/** Without a password: nobody signs in as them until an administrator has issued one. */
export function newPeople(institutionId: string, people: readonly PersonWrite[]): Part {
  if (people.length === 0) return null
  return sql`insert into people (institution_id, id, unit_id, login, name, pinyin, initials, spellings, post, phone, other_phones, room, other_rooms, languages, qualifications, employment)
    select ${institutionId}::uuid, x.id, x."unitId", x.login, x.name, x.pinyin, x.initials, x.spellings, x.title, ${first('phones')}, ${rest('phones')}, ${first('rooms')}, ${rest('rooms')},
      ${words('languages')}, ${words('qualifications')}, x.employment
    from json_to_recordset(${spelled(people)}) as ${PERSON}`
}

export function changedPeople(institutionId: string, people: readonly PersonWrite[]): Part {
  if (people.length === 0) return null
  return sql`update people p set unit_id = x."unitId", name = x.name, pinyin = x.pinyin, initials = x.initials, spellings = x.spellings, post = x.title, phone = ${first('phones')}, other_phones = ${rest('phones')},
      room = ${first('rooms')}, other_rooms = ${rest('rooms')}, languages = ${words('languages')}, qualifications = ${words('qualifications')}, employment = x.employment
    from json_to_recordset(${spelled(people)}) as ${PERSON} where p.institution_id = ${institutionId} and p.id = x.id`
}

export interface HolderWrite { personId: string; postIds: string[] }

const holdingRows = (holdings: readonly HolderWrite[]) => sql`json_to_recordset(${rowsOf(holdings)}) as x("personId" uuid, "postIds" json)`

/** A post that somebody keeps keeps its recorded exception. */
export function formerHoldings(institutionId: string, holdings: readonly HolderWrite[]): Part {
  if (holdings.length === 0) return null
  return sql`delete from post_holders h using ${holdingRows(holdings)} where h.institution_id = ${institutionId} and h.person_id = x."personId"
    and h.post_id <> all (array(select json_array_elements_text(x."postIds"))::uuid[])`
}

export function newHoldings(institutionId: string, holdings: readonly HolderWrite[]): Part {
  if (holdings.length === 0) return null
  return sql`insert into post_holders (institution_id, post_id, person_id) select ${institutionId}::uuid, p::uuid, x."personId"
    from ${holdingRows(holdings)} cross join lateral json_array_elements_text(x."postIds") p on conflict do nothing`
}

export interface GrantWrite { personId: string; unitIds: string[]; unitId: string; roles: string[] }

const grantRows = (grants: readonly GrantWrite[]) => sql`json_to_recordset(${rowsOf(grants)}) as x("personId" uuid, "unitIds" json, "unitId" uuid, roles json)`

/** Of the roles in these units; being an administrator is untouched. */
export function formerGrants(institutionId: string, grants: readonly GrantWrite[]): Part {
  if (grants.length === 0) return null
  return sql`delete from grants g using ${grantRows(grants)} where g.institution_id = ${institutionId} and g.person_id = x."personId" and g.role <> 'administrator'
    and g.unit_id = any (array(select json_array_elements_text(x."unitIds"))::uuid[])`
}

export function newGrants(institutionId: string, grants: readonly GrantWrite[]): Part {
  if (grants.length === 0) return null
  return sql`insert into grants (institution_id, person_id, role, unit_id) select ${institutionId}::uuid, x."personId", r, x."unitId"
    from ${grantRows(grants)} cross join lateral json_array_elements_text(x.roles) r on conflict do nothing`
}
