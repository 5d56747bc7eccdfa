import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../http/route.ts'

export interface UnitRow {
  id: string; path: string[]; on_duty: boolean; parent_id: string | null; name: string; register_code: string | null; phone: string | null; room: string | null; kind: 'institution' | 'department' | 'window'
  depth: number; head_name: string | null; people: number; duties: string | null; authority: string | null; posts: { post: string; personId: string; personName: string }[]; policy_digest: string
}

/** The whole tree of an institution, a unit before what is below it. `depth` 0 is the institution itself. `on_duty`: the reader has a shift in it or below it now. */
export async function listUnitRows(db: Db, institutionId: string, reader: { personId: string; at: string }): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    with recursive tree as (
      select u.id, u.parent_id, u.name, 0 as depth, array[(u.position, u.name, u.id)] as place from units u where u.institution_id = ${institutionId} and u.parent_id is null
      union all
      select u.id, u.parent_id, u.name, t.depth + 1, t.place || (u.position, u.name, u.id) from units u join tree t on u.parent_id = t.id where u.institution_id = ${institutionId}),
      duty as (select distinct unnest(b.path) as id from shifts s join units b on b.institution_id = s.institution_id and b.id = s.unit_id
        where s.institution_id = ${institutionId} and s.person_id = ${reader.personId} and s.starts_at <= ${reader.at}::timestamptz and s.starts_at > ${reader.at}::timestamptz - interval '36 hours'
          and s.ends_at > ${reader.at}::timestamptz and (s.ended_at is null or s.ended_at > ${reader.at}::timestamptz))
    select t.id, u.path, u.policy_digest, t.id in (select id from duty) as on_duty, t.parent_id, t.name, u.register_code, u.phone, u.room, u.kind, t.depth, u.duties, u.authority,
      coalesce((select json_agg(json_build_object('post', h.post, 'personId', p.id, 'personName', p.name) order by h.post, p.name, p.id)
        from unit_posts h join people p on p.institution_id = h.institution_id and p.id = h.person_id and p.disabled_at is null
        where h.institution_id = u.institution_id and h.unit_id = u.id), '[]') as posts,
      (select p.name from unit_posts h join people p on p.institution_id = h.institution_id and p.id = h.person_id
        where h.institution_id = u.institution_id and h.unit_id = u.id and h.post = 'head' and p.disabled_at is null order by p.name, p.id limit 1) as head_name,
      (select count(*)::int from people p where p.institution_id = u.institution_id and p.unit_id = u.id and p.disabled_at is null) as people
    from tree t join units u on u.institution_id = ${institutionId} and u.id = t.id order by t.place`.execute(db)
  return rows
}

/** One page of a list ordered by name: what follows the row `after`, at most `limit` rows. */
export interface PageAsked { q: string | null; unitId: string | null; after: string | null; limit: number }

export interface PersonRow { id: string; name: string; pinyin: string; post: string | null; unit_id: string; unit_name: string; phone: string | null; room: string | null }

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
const startsWith = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** Any of these columns holds the text, capitals or not. */
export function containing(columns: readonly string[], q: string): RawBuilder<unknown> {
  const pattern = contains(q.normalize('NFKC').toLowerCase())
  return sql.join(columns.map((column) => sql`lower(${sql.ref(column)}) like ${pattern}`), sql` or `)
}

/** What stands under the alias can be typed so, or begins so. */
export function spelledLike(alias: string, text: string): RawBuilder<unknown> {
  const letters = text.replace(/[\s']/g, '')
  if (letters === '') return sql`false`
  return sql`(${sql.ref(`${alias}.pinyin`)} like ${startsWith(letters)} or ${sql.ref(`${alias}.initials`)} like ${startsWith(letters)} or ${sql.ref(`${alias}.spellings`)} like ${`% ${startsWith(letters)}`})`
}

/** Rows of the table under the alias `a` that follow the row `after` in the order of name and id. */
export function afterNamed(table: string, institutionId: string, after: string | null): RawBuilder<unknown> {
  return after === null ? sql`true` : sql`(a.name, a.id) > (select b.name, b.id from ${sql.table(table)} b where b.institution_id = ${institutionId} and b.id = ${after})`
}

/** By name, pinyin, initials, post or phone; `p` is the people's alias. */
export function personMatches(q: string | null): RawBuilder<unknown> {
  if (q === null) return sql`true`
  const text = q.normalize('NFKC').toLowerCase()
  const digits = text.replace(/\D/g, '')
  const phone = digits.length >= 3 ? sql`regexp_replace(p.phone, '\\D', '', 'g') like ${contains(digits)}` : sql`false`
  return sql`(lower(p.name) like ${contains(text)} or ${spelledLike('p', text)} or lower(p.post) like ${contains(text)} or ${phone})`
}

export function personAfter(institutionId: string, after: string | null): RawBuilder<unknown> {
  return after === null ? sql`true` : sql`(p.name, p.id) > (select b.name, b.id from people b where b.institution_id = ${institutionId} and b.id = ${after})`
}

/** In the same department (本科): a department and its windows are one, so a clerk alone at a window has colleagues. */
function inDepartmentOf(institutionId: string, unitId: string): RawBuilder<unknown> {
  return sql`p.unit_id in (select s.id from units mine left join units above on above.institution_id = mine.institution_id and above.id = mine.parent_id and above.kind = 'department' and mine.kind = 'window'
    join units s on s.institution_id = mine.institution_id and (s.id = coalesce(above.id, mine.id) or s.parent_id = coalesce(above.id, mine.id) and s.kind = 'window' and (above.id is not null or mine.kind = 'department'))
    where mine.institution_id = ${institutionId} and mine.id = ${unitId})`
}

/** Those who work here now, by name. */
export async function listPersonRows(db: Db, institutionId: string, asked: PageAsked & { withWindows?: boolean }): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.pinyin, p.post, p.unit_id, u.name as unit_name, coalesce(p.phone, u.phone) as phone, coalesce(p.room, u.room) as room
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and p.disabled_at is null and ${personMatches(asked.q)} and ${personAfter(institutionId, asked.after)}
      and ${asked.unitId === null ? sql`true` : asked.withWindows === true ? inDepartmentOf(institutionId, asked.unitId) : sql`p.unit_id = ${asked.unitId}`}
    order by p.name, p.id limit ${asked.limit}`.execute(db)
  return rows
}
