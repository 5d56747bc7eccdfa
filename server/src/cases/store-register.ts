import { sql, type RawBuilder } from 'kysely'
import type { PromisedLimit } from '@daodi/domain/matters/matter.ts'
import { fixedStatement } from '../database/fixed-statement.ts'
import type { WorkingTime } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { surroundingsOf, surroundingsQuery, type Surroundings, type SurroundingsRow } from '../directory/store.ts'
import { workingTimeAlong } from '../policy/store.ts'

export interface RegisterAsk {
  institutionId: string
  /** The unit whose book the case goes into; without a book of its own, the nearest unit above that has one. */
  unitId: string
  at: string
  matterId: string | null
  phoneDigits: string | null
  /** As told: of those known by the number it is whoever is called that. */
  requesterName: string | null
  unitIds: string[]
  personIds: string[]
}

export interface RegisterScene {
  around: Surroundings
  book: { unitId: string; code: string; day: string; serial: number } | null
  policyDigest: string
  workingTime: WorkingTime | null
  matter: { id: string; name: string; working_days: number | null; promised: PromisedLimit | null; category: string | null; citation_required: boolean; in_force: boolean } | null
  /** The edition of the directory of matters in force; null before the first. */
  edition: number | null
  /** Somebody known by this phone number: of that name, else the newest record. */
  requester: { id: string; name: string | null; organization: string | null; address: string | null; email: string | null } | null
}

interface SceneRow extends SurroundingsRow {
  book_unit: string | null; book_code: string | null; day: string; serial: number | null; policy_digest: string | null; working_time: WorkingTime | null
  matter: RegisterScene['matter']; edition: number | null; requester: RegisterScene['requester']
}

const scene = fixedStatement<RegisterAsk & Record<string, unknown>, SceneRow>(['institutionId', 'unitId', 'at', 'matterId', 'phoneDigits', 'requesterName', 'unitIds', 'personIds'], (ask) => sql`
    with here as (select u.path, u.policy_digest, (${ask.at}::timestamptz at time zone i.time_zone)::date as day
        from units u join institutions i on i.id = u.institution_id where u.institution_id = ${ask.institutionId} and u.id = ${ask.unitId}),
      book as (select u.id, u.register_code from here, unnest(here.path) with ordinality as above(id, depth)
        join units u on u.institution_id = ${ask.institutionId} and u.id = above.id where u.register_code is not null order by above.depth desc limit 1),
      counted as (insert into register_counters as c (institution_id, unit_id, day, last) select ${ask.institutionId}, book.id, here.day, 1 from book, here
        on conflict (institution_id, unit_id, day) do update set last = c.last + 1 returning last)
    select s.*, (select id from book) as book_unit, (select register_code from book) as book_code, (select day::text from here) as day, (select last from counted) as serial,
      (select policy_digest from here) as policy_digest, ${workingTimeAlong(sql`${ask.institutionId}`, sql`(select path from here)`)} as working_time,
      (select json_build_object('id', m.id, 'name', m.name, 'working_days', m.working_days, 'promised', m.promised, 'category', m.category, 'citation_required', m.citation_required,
          'in_force', coalesce(m.valid_from <= (select day from here), true) and coalesce(m.valid_until >= (select day from here), true))
        from matters m where m.institution_id = ${ask.institutionId} and m.id = ${ask.matterId} and m.removed_in is null) as matter,
      (select max(e.number) from matter_editions e where e.institution_id = ${ask.institutionId}) as edition,
      (select json_build_object('id', r.id, 'name', r.name, 'organization', r.organization, 'address', r.address, 'email', r.email) from requesters r
        where r.institution_id = ${ask.institutionId} and r.phone_digits = ${ask.phoneDigits} order by (r.name = ${ask.requesterName}) is true desc, r.created_at desc limit 1) as requester
    from (${surroundingsQuery(ask.institutionId, ask)}) s`)

/**
 * Everything registration needs, in one statement, the number included: the book's counter is held until the
 * transaction ends and goes back with it, so a refused registration leaves no gap.
 */
export async function registerScene(trx: Db, ask: RegisterAsk): Promise<RegisterScene> {
  const [row] = await scene(trx, { ...ask })
  if (!row || row.policy_digest === null) throw new Error('the registering unit does not exist')
  const { book_unit: unitId, book_code: code, day, serial } = row
  return {
    around: surroundingsOf(row), policyDigest: row.policy_digest, workingTime: row.working_time, matter: row.matter, edition: row.edition, requester: row.requester,
    book: unitId && code && serial ? { unitId, code, day, serial } : null,
  }
}

export interface NewRequester { id: string; name: string | null; phone: string | null; organization: string | null; address: string | null; email: string | null; declined: boolean }

/** A new person, as a part of the statement that records their case. */
export function requesterInsertion(institutionId: string, requester: NewRequester, at: string): RawBuilder<unknown> {
  const { id, name, phone, organization, address, email, declined } = requester
  return sql`insert into requesters (institution_id, id, name, phone, phone_digits, organization, address, email, declined, created_at)
    values (${institutionId}, ${id}, ${name}, ${phone}, ${phone?.replace(/\D/g, '') ?? null}, ${organization}, ${address}, ${email}, ${declined}, ${at})`
}

/** What a known person tells anew replaces what was there; what they leave out stays. Somebody erased meanwhile stays erased. */
export function requesterRenewal(trx: Db, institutionId: string, id: string, told: Partial<NewRequester> & { phone_digits?: string }): RawBuilder<unknown> {
  return sql`${trx.updateTable('requesters').set(told).where('institution_id', '=', institutionId).where('id', '=', id).where('erased_at', 'is', null)}`
}
