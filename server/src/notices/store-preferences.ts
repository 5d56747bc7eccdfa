import { sql } from 'kysely'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'

export interface PreferenceRow { email: string | null; mail: Record<string, 'now' | 'digest'>; quiet_from: string | null; quiet_to: string | null; digest_at: string | null }

const columns = sql`email, mail, to_char(quiet_from, 'HH24:MI') as quiet_from, to_char(quiet_to, 'HH24:MI') as quiet_to, to_char(digest_at, 'HH24:MI') as digest_at`

/** Null: nothing was ever chosen. */
export async function readPreferences(db: Db, staff: Pick<Staff, 'institutionId' | 'personId'>): Promise<PreferenceRow | null> {
  const { rows: [row] } = await sql<PreferenceRow>`select ${columns} from notice_preferences where institution_id = ${staff.institutionId} and person_id = ${staff.personId}`.execute(db)
  return row ?? null
}

/** Whoever sets a time that has passed today gets the first digest tomorrow. */
export async function writePreferences(trx: Db, staff: Staff, chosen: PreferenceRow, at: string): Promise<void> {
  const { email, mail, quiet_from, quiet_to, digest_at } = chosen
  await sql`insert into notice_preferences (institution_id, person_id, email, mail, quiet_from, quiet_to, digest_at, digest_day, changed_at)
    select i.id, ${staff.personId}, ${email}, ${JSON.stringify(mail)}::jsonb, ${quiet_from}::time, ${quiet_to}::time, ${digest_at}::time,
      case when (${at}::timestamptz at time zone i.time_zone)::time >= ${digest_at}::time then (${at}::timestamptz at time zone i.time_zone)::date end, ${at} from institutions i where i.id = ${staff.institutionId}
    on conflict (institution_id, person_id) do update set email = excluded.email, mail = excluded.mail, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
      digest_at = excluded.digest_at, digest_day = greatest(notice_preferences.digest_day, excluded.digest_day),
      changed_at = excluded.changed_at`.execute(trx)
}
