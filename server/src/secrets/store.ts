import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** A value that former releases stored as it is. */
export interface ReadablePassword { institution_id: string; password: string }
export interface ReadableSecret { institution_id: string; id: string; secret: string; former_secret: string | null }

/** Locked until the transaction ends: two processes starting at once must not both close them. */
export async function lockReadable(trx: Db): Promise<{ passwords: ReadablePassword[]; secrets: ReadableSecret[] }> {
  const { rows: passwords } = await sql<ReadablePassword>`select institution_id, password from mail_settings where password is not null for update`.execute(trx)
  const { rows: secrets } = await sql<ReadableSecret>`select institution_id, id, secret, former_secret from webhook_endpoints where secret is not null for update`.execute(trx)
  return { passwords, secrets }
}

export async function keepClosedPassword(trx: Db, institutionId: string, box: string | null): Promise<void> {
  await trx.updateTable('mail_settings').set({ password: null, password_box: box }).where('institution_id', '=', institutionId).execute()
}

export async function keepClosedSecret(trx: Db, endpoint: { institutionId: string; id: string }, boxes: { secret: string; former: string | null; off?: boolean }): Promise<void> {
  await trx.updateTable('webhook_endpoints')
    .set({ secret: null, former_secret: null, secret_box: boxes.secret, former_secret_box: boxes.former, ...(boxes.off ? { state: 'off' as const, former_until: null } : {}) })
    .where('institution_id', '=', endpoint.institutionId).where('id', '=', endpoint.id).execute()
}

export interface ClosedBox { institution_id: string; endpoint_id: string | null; box: string }

/** Everything that is closed now; `endpoint_id` null: the password of the mail server. A handful for each institution. */
export async function closedBoxes(db: Db): Promise<ClosedBox[]> {
  const { rows } = await sql<ClosedBox>`
    select institution_id, null::uuid as endpoint_id, password_box as box from mail_settings where password_box is not null
    union all select institution_id, id, secret_box from webhook_endpoints where secret_box is not null order by 1, 2 nulls first`.execute(db)
  return rows
}
