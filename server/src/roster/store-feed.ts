import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export async function putFeed(trx: Db, feed: { institutionId: string; personId: string; digest: Buffer; at: string }): Promise<void> {
  await trx.insertInto('roster_feeds').values({ institution_id: feed.institutionId, person_id: feed.personId, digest: feed.digest, created_at: feed.at })
    .onConflict((conflict) => conflict.columns(['institution_id', 'person_id']).doUpdateSet({ digest: feed.digest, created_at: feed.at })).execute()
}

export async function removeFeed(trx: Db, institutionId: string, personId: string): Promise<boolean> {
  const gone = await trx.deleteFrom('roster_feeds').where('institution_id', '=', institutionId).where('person_id', '=', personId).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export async function hasFeed(db: Db, institutionId: string, personId: string): Promise<boolean> {
  return await db.selectFrom('roster_feeds').select('person_id').where('institution_id', '=', institutionId).where('person_id', '=', personId).executeTakeFirst() !== undefined
}

export interface FeedOwner { institution_id: string; person_id: string; name: string; institution_name: string }

/** Whoever has left has no calendar any more. */
export async function feedOwner(db: Db, digest: Buffer): Promise<FeedOwner | null> {
  const { rows: [row] } = await sql<FeedOwner>`
    select f.institution_id, f.person_id, p.name, i.short_name as institution_name from roster_feeds f join people p on p.institution_id = f.institution_id and p.id = f.person_id and p.disabled_at is null
      join institutions i on i.id = f.institution_id where f.digest = ${digest}`.execute(db)
  return row ?? null
}

export interface FeedShift { id: string; kindName: string; unitName: string; room: string | null; startsAt: string; endsAt: string; post: string | null }

export async function feedShifts(db: Db, institutionId: string, personId: string, span: { from: string; to: string }): Promise<FeedShift[]> {
  const { rows } = await sql<FeedShift>`
    select s.id, k.name as "kindName", u.name as "unitName", u.room, s.starts_at as "startsAt", s.ends_at as "endsAt", k.post from shifts s
      join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id join units u on u.institution_id = s.institution_id and u.id = s.unit_id
    where s.institution_id = ${institutionId} and s.person_id = ${personId} and s.starts_at > ${span.from}::timestamptz and s.starts_at < ${span.to}::timestamptz order by s.starts_at, s.id`.execute(db)
  return rows
}

export interface ToSign { shiftId: string; kindName: string; personName: string; writtenAt: string }

/** Hand-overs that wait for this person's signature. */
export async function handoversToSign(db: Db, institutionId: string, personId: string): Promise<ToSign[]> {
  const { rows } = await sql<ToSign>`
    select h.shift_id as "shiftId", k.name as "kindName", p.name as "personName", h.written_at as "writtenAt" from shift_handovers h
      join shifts s on s.institution_id = h.institution_id and s.id = h.shift_id join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id
      join people p on p.institution_id = s.institution_id and p.id = s.person_id
    where h.institution_id = ${institutionId} and h.successor_id = ${personId} and h.accepted_at is null order by h.written_at`.execute(db)
  return rows
}
