import { sql, type RawBuilder } from 'kysely'

/** A point in time inside JSON, written as everywhere else: `2026-03-02T01:00:00.000Z`. */
export function utcText(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
