import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/**
 * Waits until everything in the ledger may be sealed. The horizon is the whole server's, so other tests with a
 * transaction open in another database hold it up; once it has passed an entry, it has passed it for good.
 */
export async function settled(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ done: boolean }>`
      select not exists (select from ledger_entries where xid >= pg_snapshot_xmin(pg_current_snapshot())) as done`.execute(db)
    if (rows[0]?.done === true) return
    await sleep(20)
  }
}
