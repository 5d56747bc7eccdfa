import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface DemoCounts { institutions: number; people: number; matters: number; cases: number; open: number; late: number; ledgerEntries: number }

export async function countDemo(db: Db): Promise<DemoCounts> {
  const { rows: [row] } = await sql<DemoCounts>`
    select (select count(*) from institutions)::int as institutions, (select count(*) from people)::int as people, (select count(*) from matters)::int as matters,
      (select count(*) from cases)::int as cases, (select count(*) from cases where ended_at is null)::int as open,
      (select count(distinct case_id) from obligations where state = 'open' and late_at is not null)::int as late, (select count(*) from ledger_entries)::int as "ledgerEntries"`.execute(db)
  if (!row) throw new Error('no counts')
  return row
}

/** What people were told more than two days ago they have read by now. */
export async function readOldNotices(db: Db, now: string): Promise<void> {
  await sql`update notices set read_at = at + interval '20 minutes' where read_at is null and at < ${now}::timestamptz - interval '2 days'`.execute(db)
}

/** A receiver of events that is switched off, and what it took while it was on: a demonstration sends nothing out. */
export async function inventEndpoint(db: Db, endpoint: { institutionId: string; id: string; secretBox: string; now: string }): Promise<void> {
  const { institutionId, id, secretBox, now } = endpoint
  await db.insertInto('webhook_endpoints').values({
    institution_id: institutionId, id, name: '县政务服务平台', url: 'https://events.example.gov.cn/daodi', kinds: ['case.registered', 'case.closed', 'case.rated'], secret: null, former_secret: null, secret_box: secretBox,
    former_secret_box: null, former_until: null, most_failures: 20, state: 'off', created_at: now,
  }).execute()
  await sql`insert into outbox (institution_id, id, channel, purpose, endpoint_id, case_id, kind, state, attempts, created_at, ended_at, answer)
    select c.institution_id, (lpad(to_hex((extract(epoch from c.ended_at) * 1000)::bigint), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid, 'webhook', 'event', ${id}::uuid, c.id, 'case.closed', 'sent', 1, c.ended_at, c.ended_at, '200'
    from cases c where c.institution_id = ${institutionId} and c.ended_at is not null and not c.confidential order by c.ended_at desc limit 12`.execute(db)
}
