import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface EndpointRow {
  id: string; name: string; url: string; kinds: string[]; failures: number; most_failures: number; state: 'on' | 'off' | 'failed'; former_until: string | null; created_at: string
}

const SHOWN = ['id', 'name', 'url', 'kinds', 'failures', 'most_failures', 'state', 'former_until', 'created_at'] as const

/** Without their secrets. An institution has a handful. */
export async function listEndpoints(db: Db, institutionId: string): Promise<EndpointRow[]> {
  return db.selectFrom('webhook_endpoints').select([...SHOWN]).where('institution_id', '=', institutionId).orderBy('id').execute()
}

export async function lockEndpoint(trx: Db, institutionId: string, id: string): Promise<EndpointRow | null> {
  return await trx.selectFrom('webhook_endpoints').select([...SHOWN]).where('institution_id', '=', institutionId).where('id', '=', id).forUpdate().executeTakeFirst() ?? null
}

export async function insertEndpoint(trx: Db, endpoint: { institutionId: string; id: string; name: string; url: string; kinds: string[]; mostFailures: number; secretBox: string; at: string }): Promise<void> {
  const { institutionId, id, name, url, kinds, mostFailures, secretBox, at } = endpoint
  await trx.insertInto('webhook_endpoints').values({
    institution_id: institutionId, id, name, url, kinds, secret: null, former_secret: null, secret_box: secretBox, former_secret_box: null, former_until: null, most_failures: mostFailures, created_at: at,
  }).execute()
}

export async function changeEndpoint(
  trx: Db, institutionId: string, id: string, changes: Partial<{ name: string; url: string; kinds: string[]; most_failures: number; state: 'on' | 'off'; failures: number }>,
): Promise<void> {
  if (Object.keys(changes).length > 0) await trx.updateTable('webhook_endpoints').set(changes).where('institution_id', '=', institutionId).where('id', '=', id).execute()
}

/** The one that was in use until now stays valid until `formerUntil`. */
export async function changeSecret(trx: Db, endpoint: { institutionId: string; id: string }, secretBox: string, formerUntil: string): Promise<void> {
  await sql`update webhook_endpoints set former_secret_box = secret_box, former_until = ${formerUntil}, secret_box = ${secretBox} where institution_id = ${endpoint.institutionId} and id = ${endpoint.id}`.execute(trx)
}

export async function removeEndpoint(trx: Db, institutionId: string, id: string): Promise<void> {
  await trx.deleteFrom('webhook_endpoints').where('institution_id', '=', institutionId).where('id', '=', id).execute()
}

/** What closes an endpoint's secrets besides the key. */
export const secretOf = (institutionId: string, endpointId: string): string => `webhook ${institutionId} ${endpointId}`

/** With its secrets, closed: for signing only. */
export async function endpointToSign(db: Db, institutionId: string, id: string): Promise<{ url: string; name: string; state: string; secret_box: string | null; former_secret_box: string | null; former_until: string | null } | null> {
  return await db.selectFrom('webhook_endpoints').select(['url', 'name', 'state', 'secret_box', 'former_secret_box', 'former_until'])
    .where('institution_id', '=', institutionId).where('id', '=', id).executeTakeFirst() ?? null
}

export async function noteDelivery(db: Db, institutionId: string, id: string): Promise<void> {
  await db.updateTable('webhook_endpoints').set({ failures: 0 }).where('institution_id', '=', institutionId).where('id', '=', id).where('failures', '>', 0).execute()
}

/** Counts a failure in a row; true when it was the one too many and has just switched the endpoint off. */
export async function noteFailure(trx: Db, institutionId: string, id: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ off: boolean }>`update webhook_endpoints set failures = failures + 1, state = case when failures + 1 >= most_failures then 'failed' else state end
    where institution_id = ${institutionId} and id = ${id} and state = 'on' returning state = 'failed' as off`.execute(trx)
  return row?.off ?? false
}

/** Whoever administers the institution as a whole. */
export async function administratorsOf(db: Db, institutionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select g.person_id as id from grants g join institutions i on i.id = g.institution_id and i.root_unit_id = g.unit_id
    join people p on p.institution_id = g.institution_id and p.id = g.person_id and p.disabled_at is null where g.institution_id = ${institutionId} and g.role = 'administrator'`.execute(db)
  return rows.map((row) => row.id)
}
