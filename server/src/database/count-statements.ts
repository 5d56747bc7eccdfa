import type { Pool } from 'pg'

type Listener = (text: string) => void

const listenersByPool = new WeakMap<Pool, Set<Listener>>()

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  if (typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string') return query.text
  return '(not a text query)'
}

/** Makes the pool's connections report every statement they send. `connect` calls it once, before the first connection. */
export function observeStatements(pool: Pool): void {
  const listeners = new Set<Listener>()
  listenersByPool.set(pool, listeners)
  pool.on('connect', (client) => {
    const send: unknown = Reflect.get(client, 'query')
    if (typeof send !== 'function') return
    const observed = (...args: unknown[]): unknown => {
      for (const listener of listeners) listener(textOf(args[0]))
      return Reflect.apply(send, client, args)
    }
    Object.defineProperty(client, 'query', { value: observed, configurable: true })
  })
}

/**
 * Runs `work` and returns, beside its result, the text of every statement that went through the pool meanwhile, in
 * order, BEGIN and COMMIT included. Whatever else uses the pool at the same time is counted too, so keep it to yourself.
 */
export async function countStatements<Result>(pool: Pool, work: () => Promise<Result>): Promise<{ result: Result; count: number; statements: string[] }> {
  const listeners = listenersByPool.get(pool)
  if (listeners === undefined) throw new Error('countStatements needs a pool made by connect().')
  const statements: string[] = []
  const listener: Listener = (text) => statements.push(text)
  listeners.add(listener)
  try {
    const result = await work()
    return { result, count: statements.length, statements }
  } finally {
    listeners.delete(listener)
  }
}
