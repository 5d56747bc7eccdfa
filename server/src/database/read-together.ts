import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/** A SELECT, and which of its columns are points in time. */
export interface Read<Row> { rows: RawBuilder<Row>; instants?: readonly (keyof Row & string)[] }

/** Several reads in one round trip, each in its own order. Their columns pass through JSON: no bytes, and no numbers beyond 2^53. */
export async function readTogether<Found extends object>(db: Kysely<Tables>, reads: { [Name in keyof Found]: Read<Found[Name]> }): Promise<{ [Name in keyof Found]: Found[Name][] }> {
  const each = Object.entries(reads) as [string, Read<object>][]
  const columns = each.map(([name, { rows }]) => sql`(select json_agg(r) from (${rows}) r) as ${sql.ref(name)}`)
  const { rows: [found] } = await sql<Record<string, Record<string, unknown>[] | null>>`select ${sql.join(columns, sql`, `)}`.execute(db)
  return Object.fromEntries(each.map(([name, { instants = [] }]) => [name, (found?.[name] ?? []).map((row) => ({ ...row, ...instantsOf(row, instants) }))])) as { [Name in keyof Found]: Found[Name][] }
}

/** JSON has them as `2026-03-02T01:00:00+00:00`. */
function instantsOf(row: Record<string, unknown>, names: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, typeof row[name] === 'string' ? new Date(row[name]).toISOString() : null]))
}
