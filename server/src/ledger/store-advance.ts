import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/** The newest transaction that a seal, an entry or a notice tells of. */
export async function newestTransaction(db: Db): Promise<bigint> {
  const { rows } = await sql<{ newest: string }>`
    select greatest(
      coalesce((select to_xid from ledger_seals order by number desc limit 1), '0'::xid8), coalesce((select xid from ledger_entries order by xid desc limit 1), '0'::xid8),
      coalesce((select xid from notices order by xid desc limit 1), '0'::xid8))::text as newest`.execute(db)
  return BigInt(rows[0]?.newest ?? '0')
}

/** The number that the next transaction gets. */
export async function nextTransaction(db: Db): Promise<bigint> {
  const { rows } = await sql<{ next: string }>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(db)
  return BigInt(rows[0]?.next ?? '0')
}

/** Uses up so many transaction numbers, each in a transaction of its own that writes nothing. */
export async function useUpTransactions(db: Db, count: number): Promise<void> {
  await sql.raw(`do $$ begin for i in 1..${Math.trunc(count)} loop perform pg_current_xact_id(); commit; end loop; end $$`).execute(db)
}
