import { sql, type Kysely, type OperationNodeSource, type RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/** Statements that are not executed by themselves, by name; null where there is nothing to write. */
export type Writes = Readonly<Record<string, OperationNodeSource | null>>

/** As parts of one statement. One sees of another only what that returns, by its name. */
export function writeParts(writes: Writes): RawBuilder<unknown>[] {
  return Object.entries(writes).flatMap(([name, write]) => (write === null ? [] : [sql`${sql.ref(name)} as (${write})`]))
}

/** Several writes in one round trip. */
export async function writeTogether(trx: Kysely<Tables>, writes: Writes): Promise<void> {
  await runParts(trx, writeParts(writes))
}

/** The rows of a table that belong to something, in place of those that belonged to it before. Every column has to be given. */
export function replacing(table: keyof Tables, of: Readonly<Record<string, string>>, rows: readonly Readonly<Record<string, unknown>>[]): Writes {
  const former = `former_${table}`
  const added = JSON.stringify(rows.map((row) => ({ ...of, ...row })))
  return {
    [former]: sql`delete from ${sql.table(table)} where ${sql.join(Object.entries(of).map(([column, value]) => sql`${sql.ref(column)} = ${value}`), sql` and `)} returning 1`,
    // Only when the former ones have made room.
    [`new_${table}`]: rows.length === 0 ? null : sql`insert into ${sql.table(table)} select r.* from jsonb_populate_recordset(null::${sql.table(table)}, ${added}::jsonb) r
      where (select count(*) from ${sql.table(former)}) >= 0`,
  }
}

export async function runParts(trx: Kysely<Tables>, parts: readonly RawBuilder<unknown>[]): Promise<void> {
  if (parts.length > 0) await sql`with ${sql.join(parts, sql`, `)} select`.execute(trx)
}
