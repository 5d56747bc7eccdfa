import { type CustomTypesConfig, TypeOverrides, types } from 'pg'

// PostgreSQL's fixed type numbers, from its pg_type catalog.
const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const DATE_ARRAY = 1182
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184
const TIMESTAMPTZ_ARRAY = 1185
const TEXT_ARRAY: number = 1009

const UTC_TEXT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/**
 * `int8` → number. A value beyond ±(2^53 − 1) is refused with a RangeError, because rounding an id or an amount
 * silently would be worse than failing.
 */
function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database sent ${text}, which JavaScript cannot hold exactly; select it as text.`)
  return value
}

/**
 * `timestamptz` → ISO 8601 in UTC with exactly three decimals, e.g. `2026-03-02T01:00:00.000Z`. Microseconds are cut
 * off, so write times with millisecond precision where they are compared again later (keyset paging, equality).
 * `infinity` and `-infinity` stay as they are.
 */
function parseTimestamptz(text: string): string {
  const utc = UTC_TEXT.exec(text)
  if (utc !== null) return `${utc[1]}T${utc[2]}.${(utc[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
  if (text === 'infinity' || text === '-infinity') return text
  const parsed: unknown = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text')(text)
  if (parsed instanceof Date) return parsed.toISOString()
  throw new RangeError(`The database sent a point in time that cannot be read: ${text}`)
}

const keepText = (text: string): string => text

function parseArray<Item>(parseItem: (text: string) => Item): (text: string) => (Item | null)[] {
  return (text) => {
    const items: (string | null)[] = types.getTypeParser(TEXT_ARRAY, 'text')(text)
    return items.map((item) => (item === null ? null : parseItem(item)))
  }
}

/**
 * How columns reach the program: the domain knows no Date objects, so points in time and dates are strings.
 * `date` → `YYYY-MM-DD`; `timestamp` (without zone) → PostgreSQL's own text; `numeric` → string, as pg does.
 */
export function columnParsers(): CustomTypesConfig {
  const parsers = new TypeOverrides()
  parsers.setTypeParser(INT8, parseInt8)
  parsers.setTypeParser(INT8_ARRAY, parseArray(parseInt8))
  parsers.setTypeParser(DATE, keepText)
  parsers.setTypeParser(DATE_ARRAY, parseArray(keepText))
  parsers.setTypeParser(TIMESTAMP, keepText)
  parsers.setTypeParser(TIMESTAMPTZ, parseTimestamptz)
  parsers.setTypeParser(TIMESTAMPTZ_ARRAY, parseArray(parseTimestamptz))
  return parsers
}
