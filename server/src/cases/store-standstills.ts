import { sql, type RawBuilder } from 'kysely'

/** What let the clocks of a case stand still, as the two clocks are reckoned with it; of no case there is none. `course` is its column in the statement. */
export function standstillsIn(course: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(${course} -> 'pauses', '[]') || case when jsonb_typeof(${course} -> 'pause') = 'object'
    then jsonb_build_array(jsonb_build_object('from', ${course} #>> '{pause,from}', 'stops', ${course} #>> '{pause,stops}')) else '[]' end`
}
