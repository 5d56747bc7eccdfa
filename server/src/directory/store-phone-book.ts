import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../http/route.ts'
import { outsideMatches } from './store-outside.ts'
import { containing, spelledLike } from './store-lists.ts'

/** In the order in which they are listed. */
export const BOOK_KINDS = ['person', 'desk', 'unit', 'outside'] as const
type BookKind = (typeof BOOK_KINDS)[number]

export interface BookAsked {
  q: string | null; kind: BookKind | null
  /** What the last row of the page before was. */
  after: { rank: number; kind: BookKind; id: string } | null
  limit: number
}
export interface BookRow {
  kind: BookKind; rank: number; id: string; name: string; post: string | null; unit_id: string | null; unit_name: string | null; room: string | null; phones: string[]; duty: string | null
}

interface Found { from: RawBuilder<unknown>; kind: BookKind }

/** Everybody and every place that can be called, what fits best first; one statement, of which only the rows shown are decorated. */
export async function listBookRows(db: Db, institutionId: string, asked: BookAsked): Promise<BookRow[]> {
  const text = asked.q?.normalize('NFKC').toLowerCase() ?? null
  const all: Found[] = [
    { kind: 'person', from: people(institutionId, asked.q, text) }, { kind: 'desk', from: desks(institutionId, asked.q, text) },
    { kind: 'unit', from: units(institutionId, asked.q, text) }, { kind: 'outside', from: outside(institutionId, asked.q, text) },
  ]
  const parts = all.filter(({ kind }) => asked.kind === null || kind === asked.kind).map(({ from }) => from)
  const { after } = asked
  const following = after === null ? sql`true` : sql`(f.rank, f.sort, f.name, f.id) > (${after.rank}::int, ${BOOK_KINDS.indexOf(after.kind)}::int, (select b.name from found b where b.id = ${after.id}), ${after.id}::uuid)`
  const { rows } = await sql<BookRow>`
    with found(kind, sort, id, name, rank) as (${sql.join(parts, sql` union all `)}),
      shown as (select f.* from found f where ${following} order by f.rank, f.sort, f.name, f.id limit ${asked.limit})
    select s.kind, s.rank, s.id, s.name, d.post, d.unit_id, d.unit_name, d.room, d.phones, d.duty from shown s cross join lateral (${decorated(institutionId, asked.q)}) d
    order by s.rank, s.sort, s.name, s.id`.execute(db)
  return rows
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** The very name first, then what begins so, then what says so elsewhere. */
function rank(text: string | null, alias: string, spelled: boolean): RawBuilder<unknown> {
  if (text === null) return sql`0`
  const name = sql`lower(${sql.ref(`${alias}.name`)})`
  const letters = text.replace(/[\s']/g, '')
  const same = spelled ? sql` or ${sql.ref(`${alias}.initials`)} = ${letters} or ${sql.ref(`${alias}.pinyin`)} = ${letters} or strpos(${sql.ref(`${alias}.spellings`)}, ${` ${letters} `}) > 0` : sql``
  const begins = spelled ? sql` or ${spelledLike(alias, text)}` : sql``
  return sql`case when ${name} = ${text}${same} then 0 when ${name} like ${`${escaped(text)}%`}${begins} then 1 when ${name} like ${`%${escaped(text)}%`} then 2 else 3 end`
}

function numberMatches(columns: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const digits = text.replace(/\D/g, '')
  return digits.length < 3 ? sql`false` : sql`regexp_replace(${columns}, '\\D', '', 'g') like ${`%${digits}%`}`
}

function people(institutionId: string, q: string | null, text: string | null): RawBuilder<unknown> {
  const matches = q === null || text === null ? sql`true` : sql`(${containing(['p.name', 'p.post', 'p.room', 'u.name'], q)} or ${spelledLike('p', text)}
    or ${numberMatches(sql`concat_ws(' ', p.phone, array_to_string(p.other_phones, ' '))`, text)} or array_to_string(p.other_rooms, ' ') like ${`%${escaped(text)}%`}
    or p.id in (select h.person_id from posts a join post_holders h on h.institution_id = a.institution_id and h.post_id = a.id
      where a.institution_id = ${institutionId} and a.removed_at is null and (${containing(['a.name', 'a.duties'], q)})))`
  return sql`select 'person', 0, p.id, p.name, ${rank(text, 'p', true)} from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and p.disabled_at is null and ${matches}`
}

function desks(institutionId: string, q: string | null, text: string | null): RawBuilder<unknown> {
  const matches = q === null || text === null ? sql`true` : sql`(${containing(['a.name', 'a.scope', 'a.room', 'u.name'], q)} or ${numberMatches(sql`a.phone`, text)})`
  return sql`select 'desk', 1, a.id, a.name, ${rank(text, 'a', false)} from desks a join units u on u.institution_id = a.institution_id and u.id = a.unit_id
    where a.institution_id = ${institutionId} and a.removed_at is null and ${matches}`
}

/** A unit is found by its matters too. */
function units(institutionId: string, q: string | null, text: string | null): RawBuilder<unknown> {
  const matches = q === null || text === null ? sql`true` : sql`(${containing(['u.name', 'u.duties', 'u.room'], q)} or ${numberMatches(sql`u.phone`, text)}
    or u.id in (select m.unit_id from matters m where m.institution_id = ${institutionId} and (${containing(['m.name'], q)} or lower(array_to_string(m.keywords, ' ')) like ${`%${escaped(text)}%`})))`
  return sql`select 'unit', 2, u.id, u.name, ${rank(text, 'u', false)} from units u where u.institution_id = ${institutionId} and ${matches}`
}

function outside(institutionId: string, q: string | null, text: string | null): RawBuilder<unknown> {
  const matches = q === null || text === null ? sql`true` : sql`(${outsideMatches(q)} or ${numberMatches(sql`a.phone`, text)})`
  return sql`select 'outside', 3, a.id, a.name, ${rank(text, 'a', true)} from outside_contacts a where a.institution_id = ${institutionId} and a.removed_at is null and ${matches}`
}

/** What stands beside a name; of duties the one that was asked for. Joins run in the order written: from the person, never through all posts. */
function decorated(institutionId: string, q: string | null): RawBuilder<unknown> {
  const first = (columns: readonly string[]): RawBuilder<unknown> => (q === null ? sql`` : sql`(${containing(columns, q)}) is true desc, `)
  return sql`
    select concat_ws('、', p.post, (select string_agg(a.name, '、' order by a.name) from post_holders h join posts a on a.institution_id = h.institution_id and a.id = h.post_id
        where h.institution_id = p.institution_id and h.person_id = p.id and a.removed_at is null and a.name is distinct from p.post)) as post, u.id as unit_id, u.name as unit_name,
      coalesce(nullif(concat_ws('、', p.room, nullif(array_to_string(p.other_rooms, '、'), '')), ''), u.room) as room,
      case when p.phone is null and p.other_phones = '{}' then array_remove(array[u.phone], null) else array_remove(p.phone || p.other_phones, null) end as phones,
      coalesce((select a.duties from post_holders h join posts a on a.institution_id = h.institution_id and a.id = h.post_id
        where h.institution_id = p.institution_id and h.person_id = p.id and a.removed_at is null and a.duties is not null order by ${first(['a.duties', 'a.name'])}a.name limit 1), u.duties) as duty
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id where s.kind = 'person' and p.institution_id = ${institutionId} and p.id = s.id
    union all select a.kind, u.id, u.name, coalesce(a.room, u.room), array_remove(array[coalesce(a.phone, u.phone)], null), a.scope
    from desks a join units u on u.institution_id = a.institution_id and u.id = a.unit_id where s.kind = 'desk' and a.institution_id = ${institutionId} and a.id = s.id
    union all select null, u.id, b.name, u.room, array_remove(array[u.phone], null), coalesce((select m.name from matters m where ${q === null ? sql`false` : sql`m.institution_id = u.institution_id and m.unit_id = u.id
        and (${containing(['m.name'], q)} or lower(array_to_string(m.keywords, ' ')) like ${`%${escaped(q.normalize('NFKC').toLowerCase())}%`})`} order by m.name limit 1), u.duties)
    from units u left join units b on b.institution_id = u.institution_id and b.id = u.parent_id where s.kind = 'unit' and u.institution_id = ${institutionId} and u.id = s.id
    union all select a.hours, null, null, a.address, array_remove(array[a.phone], null), a.scope
    from outside_contacts a where s.kind = 'outside' and a.institution_id = ${institutionId} and a.id = s.id`
}
