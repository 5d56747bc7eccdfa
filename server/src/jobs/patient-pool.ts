import { Pool, type PoolClient } from 'pg'
import { mayReconnect } from '../database/connection-errors.ts'

/** The one code for "away for the moment" that the job library tries again with; see RETRYABLE_ERROR_CODES in its source. */
const TRY_AGAIN = '57P03'

/**
 * Connections for the job library. It does not wait for the statement that marks a job as done, so a connection lost in
 * that statement would be a rejection nobody handles, and end the process. Here every such loss carries the code that the
 * library tries again with, for as long as the server is away.
 */
export function patientPool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: url, application_name: 'daodi jobs', max, keepAlive: true, options: '-c timezone=UTC' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    const send: unknown = Reflect.get(client, 'query')
    if (typeof send !== 'function') return
    const patient = (...args: unknown[]): unknown => {
      const sent: unknown = Reflect.apply(send, client, args)
      return sent instanceof Promise ? sent.catch(tryAgain) : sent
    }
    Object.defineProperty(client, 'query', { value: patient, configurable: true })
  })
  const connect: (...args: unknown[]) => unknown = Reflect.get(pool, 'connect').bind(pool)
  const patientConnect = (...args: unknown[]): unknown => {
    // The library handles failures itself where it hands in a callback.
    if (args.length > 0) return connect(...args)
    // After the end nobody is left to wait: the queue gives a job that was not marked as done to another worker, later.
    if (pool.ending) return new Promise(() => undefined)
    return (connect() as Promise<PoolClient>).catch(tryAgain)
  }
  Object.defineProperty(pool, 'connect', { value: patientConnect })
  return pool
}

function tryAgain(error: unknown): never {
  if (!mayReconnect(error)) throw error
  throw Object.assign(new Error('The database is away.', { cause: error }), { code: TRY_AGAIN })
}
