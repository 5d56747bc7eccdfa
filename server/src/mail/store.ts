import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface MailServerRow {
  host: string; port: number; security: 'tls' | 'starttls' | 'none'; login: string | null; password: string | null; sender: string; sender_name: string | null
}

export async function hasMailServer(db: Db, institutionId: string): Promise<boolean> {
  return await db.selectFrom('mail_settings').select('host').where('institution_id', '=', institutionId).executeTakeFirst() !== undefined
}

/** With the password: for sending only, never for a reply or a log. */
export async function readMailServer(db: Db, institutionId: string): Promise<MailServerRow | null> {
  return await db.selectFrom('mail_settings').select(['host', 'port', 'security', 'login', 'password', 'sender', 'sender_name'])
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
  institution: string; time_zone: string; number: string; status: string; subject: string | null; handler: string; unit: string; unit_phone: string | null
  promised_at: string | null; confidential: boolean; email: string | null; person: string | null; reply: string | null
}

/** What a letter to the person asking says, as it stands now; erased words and addresses are gone from here too. */
export async function letterAbout(db: Db, institutionId: string, outbox: { caseId: string; requesterId: string; seq: number }): Promise<LetterAbout | null> {
  const { rows: [row] } = await sql<LetterAbout>`
    select i.name as institution, i.time_zone, c.number, c.status, t.body as subject, p.name as handler, u.name as unit, u.phone as unit_phone, c.state->'promise'->>'dueAt' as promised_at,
      c.confidential, r.email, r.name as person, (select w.body from ledger_entries e join texts w on w.institution_id = e.institution_id and w.id = (e.data->'text'->>'id')::uuid
        where e.institution_id = c.institution_id and e.stream = 'case:' || c.id and e.seq <= ${outbox.seq} and e.kind = 'person-told' and e.data->>'channel' = 'email' order by e.seq desc limit 1) as reply
    from cases c join institutions i on i.id = c.institution_id join people p on p.institution_id = c.institution_id and p.id = c.handler_id
      join units u on u.institution_id = c.institution_id and u.id = c.handler_unit_id left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
      left join requesters r on r.institution_id = c.institution_id and r.id = ${outbox.requesterId} and r.erased_at is null
    where c.institution_id = ${institutionId} and c.id = ${outbox.caseId}`.execute(db)
  return row ?? null
}

export interface StaffLetterAbout {
  institution: string; time_zone: string; email: string | null; disabled: boolean; quiet_from: string | null; quiet_to: string | null; language: string
  kind: string; at: string; actor_name: string | null; number: string | null; case_id: string | null; subject: string | null; due_at: string | null; detail: Record<string, unknown>; read: boolean
}

/** A notice to be mailed, with where its person wants it now. */
export async function staffLetterAbout(db: Db, institutionId: string, about: { personId: string; noticeId: string }): Promise<StaffLetterAbout | null> {
  const { rows: [row] } = await sql<StaffLetterAbout>`
    select i.name as institution, i.time_zone, f.email, p.disabled_at is not null as disabled, to_char(f.quiet_from, 'HH24:MI') as quiet_from, to_char(f.quiet_to, 'HH24:MI') as quiet_to,
      n.kind, n.at, a.name as actor_name, c.number, n.case_id, case when c.confidential then null else t.body end as subject, c.due_at, n.detail, n.read_at is not null as read
    from notices n join institutions i on i.id = n.institution_id join people p on p.institution_id = n.institution_id and p.id = n.person_id
      left join notice_preferences f on f.institution_id = n.institution_id and f.person_id = n.person_id
      left join cases c on c.institution_id = n.institution_id and c.id = n.case_id left join texts t on t.institution_id = c.institution_id and t.id = c.subject_id
      left join people a on a.institution_id = n.institution_id and a.id::text = n.actor
    where n.institution_id = ${institutionId} and n.person_id = ${about.personId} and n.id = ${about.noticeId}`.execute(db)
  return row ?? null
}
