import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** What closes an institution's mail password besides the key. */
export const passwordOf = (institutionId: string): string => `mail ${institutionId}`

export interface MailServerRow {
  host: string; port: number; security: 'tls' | 'starttls' | 'none'; login: string | null; password_box: string | null; sender: string; sender_name: string | null
}

export async function hasMailServer(db: Db, institutionId: string): Promise<boolean> {
  return await db.selectFrom('mail_settings').select('host').where('institution_id', '=', institutionId).executeTakeFirst() !== undefined
}

/** With the password, closed: for sending only, never for a reply or a log. */
export async function readMailServer(db: Db, institutionId: string): Promise<MailServerRow | null> {
  return await db.selectFrom('mail_settings').select(['host', 'port', 'security', 'login', 'password_box', 'sender', 'sender_name'])
    .where('institution_id', '=', institutionId).executeTakeFirst() ?? null
}

export async function writeMailServer(trx: Db, institutionId: string, server: MailServerRow, at: string): Promise<void> {
  const values = { ...server, changed_at: at }
  await trx.insertInto('mail_settings').values({ institution_id: institutionId, ...values }).onConflict((conflict) => conflict.column('institution_id').doUpdateSet(values)).execute()
}

export async function removeMailServer(trx: Db, institutionId: string): Promise<void> {
  await trx.deleteFrom('mail_settings').where('institution_id', '=', institutionId).execute()
}

export interface LetterAbout {
  institution: string; time_zone: string; number: string; handler: string; unit: string; unit_phone: string | null
  promised_at: string | null; promised_estimated: boolean | null; email: string | null
}

/** What a letter to the person asking says, as it stands now; erased words and addresses are gone from here too. */
export async function letterAbout(db: Db, institutionId: string, outbox: { caseId: string; requesterId: string }): Promise<LetterAbout | null> {
  const { rows: [row] } = await sql<LetterAbout>`
    select i.name as institution, i.time_zone, c.number, p.name as handler, u.name as unit, u.phone as unit_phone, c.state->'promise'->>'dueAt' as promised_at,
      (c.state->'promise'->>'estimated')::boolean as promised_estimated,
      r.email
    from cases c join institutions i on i.id = c.institution_id join people p on p.institution_id = c.institution_id and p.id = c.handler_id
      join units u on u.institution_id = c.institution_id and u.id = c.handler_unit_id
      left join requesters r on r.institution_id = c.institution_id and r.id = ${outbox.requesterId} and r.erased_at is null
    where c.institution_id = ${institutionId} and c.id = ${outbox.caseId}`.execute(db)
  return row ?? null
}

export interface StaffLetterAbout {
  institution: string; time_zone: string; email: string | null; disabled: boolean; quiet_from: string | null; quiet_to: string | null
  kind: string; at: string; actor_name: string | null; number: string | null; case_id: string | null; due_at: string | null; due_estimated: boolean | null; read: boolean
}

/** A notice to be mailed, with where its person wants it now. */
export async function staffLetterAbout(db: Db, institutionId: string, about: { personId: string; noticeId: string }): Promise<StaffLetterAbout | null> {
  const { rows: [row] } = await sql<StaffLetterAbout>`
    select i.name as institution, i.time_zone, f.email, p.disabled_at is not null as disabled, to_char(f.quiet_from, 'HH24:MI') as quiet_from, to_char(f.quiet_to, 'HH24:MI') as quiet_to,
      n.kind, n.at, a.name as actor_name, c.number, n.case_id, c.due_at, c.due_estimated, n.read_at is not null as read
    from notices n join institutions i on i.id = n.institution_id join people p on p.institution_id = n.institution_id and p.id = n.person_id
      left join notice_preferences f on f.institution_id = n.institution_id and f.person_id = n.person_id
      left join cases c on c.institution_id = n.institution_id and c.id = n.case_id
      left join people a on a.institution_id = n.institution_id and a.id::text = n.actor
    where n.institution_id = ${institutionId} and n.person_id = ${about.personId} and n.id = ${about.noticeId}`.execute(db)
  return row ?? null
}

export interface DigestAbout {
  institution: string; time_zone: string; email: string | null; disabled: boolean; quiet_from: string | null; quiet_to: string | null
  /** Up to when a digest has been sent already. */
  upto: string | null
  late: number; due_today: number; unread: number
  notices: { kind: string; number: string | null; at: string }[]
}

/** What has come since the last digest and is still unread, of the kinds that the person wants in it; and what they owe. */
export async function digestAbout(db: Db, person: { institutionId: string; personId: string }, upTo: string): Promise<DigestAbout | null> {
  const { institutionId, personId } = person
  const { rows: [row] } = await sql<DigestAbout>`
    with f as (select f.*, i.name, i.time_zone, p.disabled_at from notice_preferences f join institutions i on i.id = f.institution_id join people p on p.institution_id = f.institution_id and p.id = f.person_id
        where f.institution_id = ${institutionId} and f.person_id = ${personId}),
      fresh as (select n.id, n.kind, n.at, c.number from f join notices n on n.institution_id = f.institution_id and n.person_id = f.person_id and n.read_at is null and n.at <= ${upTo}
          and n.at > coalesce(f.digest_upto, ${upTo}::timestamptz - interval '1 day') and f.mail->>n.kind = 'digest'
        left join cases c on c.institution_id = n.institution_id and c.id = n.case_id order by n.id limit 1000),
      owed as (select o.late_at, o.due_at from obligations o where o.institution_id = ${institutionId} and o.person_id = ${personId} and o.state = 'open' and o.paused_at is null
        union all select o.late_at, o.due_at from obligation_rungs r join obligations o on o.institution_id = r.institution_id and o.id = r.obligation_id
        where r.institution_id = ${institutionId} and r.person_id = ${personId} and r.rung = 0 and o.case_id is not null and o.person_id is distinct from ${personId} and o.state = 'open' and o.paused_at is null)
    select f.name as institution, f.time_zone, f.email, f.disabled_at is not null as disabled, to_char(f.quiet_from, 'HH24:MI') as quiet_from, to_char(f.quiet_to, 'HH24:MI') as quiet_to,
      f.digest_upto as upto, (select count(*) from owed where late_at is not null)::int as late,
      (select count(*) from owed where late_at is null and (due_at at time zone f.time_zone)::date <= (${upTo}::timestamptz at time zone f.time_zone)::date)::int as due_today,
      (select count(*) from fresh)::int as unread,
      coalesce((select json_agg(json_build_object('kind', s.kind, 'number', s.number, 'at', s.at)) from (select * from fresh order by id limit 50) s), '[]') as notices
    from f`.execute(db)
  return row ?? null
}

export async function digestSent(db: Db, person: { institutionId: string; personId: string }, upTo: string): Promise<void> {
  await sql`update notice_preferences set digest_upto = ${upTo} where institution_id = ${person.institutionId} and person_id = ${person.personId}
    and (digest_upto is null or digest_upto < ${upTo})`.execute(db)
}

/**
 * Writes a digest into the outbox for everybody whose time has come today, and who has something to be told: once a day,
 * however many workers ask. The first one reaches a day back, and what it had to tell stays to be told until one is sent.
 * `idPrefix`: the first part of a time-ordered id of this moment.
 */
export async function writeDigests(db: Db, at: string, idPrefix: string): Promise<number> {
  const { numAffectedRows } = await sql`
    with today as (update notice_preferences f set digest_day = (${at}::timestamptz at time zone i.time_zone)::date, digest_upto = coalesce(f.digest_upto, ${at}::timestamptz - interval '1 day') from institutions i
        where i.id = f.institution_id and f.email is not null and f.digest_at is not null and (${at}::timestamptz at time zone i.time_zone)::time >= f.digest_at
          and (f.digest_day is null or f.digest_day < (${at}::timestamptz at time zone i.time_zone)::date)
        returning f.institution_id, f.person_id, f.mail, f.digest_upto, i.time_zone)
    insert into outbox (institution_id, id, channel, purpose, person_id, kind, state, created_at, next_at)
    select t.institution_id, (${idPrefix}::text || substr(gen_random_uuid()::text, 19))::uuid, 'mail', 'digest', t.person_id, 'digest', 'waiting', ${at}, ${at}
    from today t where exists (select from notices n where n.institution_id = t.institution_id and n.person_id = t.person_id and n.read_at is null
        and n.at > t.digest_upto and t.mail->>n.kind = 'digest')
      or exists (select from obligations o where o.institution_id = t.institution_id and o.person_id = t.person_id and o.state = 'open' and o.paused_at is null
        and (o.due_at at time zone t.time_zone)::date <= (${at}::timestamptz at time zone t.time_zone)::date)`.execute(db)
  return Number(numAffectedRows ?? 0)
}
