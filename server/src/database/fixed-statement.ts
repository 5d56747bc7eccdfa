import { CompiledQuery, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/** Stands where a value will be. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A statement whose words never change, only its values: put together once a process, not at every call, which for long
 * ones takes longer than sending them. `build` may only pass the values on into the statement, never look at them.
 * A value named twice is sent once.
 */
export function fixedStatement<Values extends Record<string, unknown>, Row>(names: readonly (keyof Values & string)[], build: (values: Values) => RawBuilder<Row>): (db: Kysely<Tables>, values: Values) => Promise<Row[]> {
  let fixed: { text: string; parameters: readonly unknown[] } | undefined
  return async (db, values) => {
    fixed ??= written(build(Object.fromEntries(names.map((name) => [name, new Place(name)])) as Values).compile(db))
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(fixed.text, fixed.parameters.map((parameter) => (parameter instanceof Place ? values[parameter.name] : parameter))))
    return rows
  }
}

/** Each place numbered once, however often the statement names it. */
function written({ sql, parameters }: { sql: string; parameters: readonly unknown[] }): { text: string; parameters: readonly unknown[] } {
  const kept: unknown[] = []
  const text = sql.replace(/\$(\d+)/g, (_, number: string) => {
    const parameter = parameters[Number(number) - 1]
    const at = parameter instanceof Place ? kept.findIndex((one) => one instanceof Place && one.name === parameter.name) : -1
    return `$${at < 0 ? kept.push(parameter) : at + 1}`
  })
  return { text, parameters: kept }
}
