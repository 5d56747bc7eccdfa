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

export async function runParts(trx: Kysely<Tables>, parts: readonly RawBuilder<unknown>[]): Promise<void> {
  if (parts.length > 0) await sql`with ${sql.join(parts, sql`, `)} select`.execute(trx)
}
