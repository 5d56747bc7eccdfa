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
