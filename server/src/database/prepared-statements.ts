import type pg from 'pg'

/** Beyond these many different texts no further one is prepared: texts that vary without end would fill the server's memory. */
const MOST_STATEMENTS = 500
/** Planning a short statement costs little. */
const SHORTEST = 120

const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST_STATEMENTS) return known
  const name = `daodi_${names.size + 1}`
  names.set(text, name)
  return name
}

/**
 * Gives long statements with parameters a name, so that PostgreSQL parses and plans them once a connection instead of
 * at every call: our statements are few and long, and planning one can take longer than running it.
 */
export function prepareStatements(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const send: unknown = Reflect.get(client, 'query')
    if (typeof send !== 'function') return
    const prepared = (...args: unknown[]): unknown => {
      const [text, values] = args
      const name = typeof text === 'string' && Array.isArray(values) && text.length >= SHORTEST ? nameOf(text) : undefined
      return Reflect.apply(send, client, name === undefined ? args : [{ name, text, values }, ...args.slice(2)])
    }
    Object.defineProperty(client, 'query', { value: prepared, configurable: true })
  })
}
