import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type PoolClient } from 'pg'
import { connect, type Connection } from './connect.ts'

/** Where a program is cut off: at its n-th statement, counted from 1 over all its connections, BEGIN and COMMIT included. */
export interface Interruption {
  statement: number
  /** `before`: the connection is ended, then the statement is sent. `after`: the server does the statement, and its answer never arrives. */
  moment: 'before' | 'after'
}

export interface Interrupted extends Connection {
  /** False when the program was done before its n-th statement. */
  happened(): boolean
}

type Send = (...args: unknown[]) => Promise<unknown>

/**
 * A pool for a program that dies at its n-th statement: the server ends the connection in use, and nothing is sent any
 * more over any other. What it had not committed by then is undone by the server, as after a kill of the process.
 */
export function connectUntil(url: string, { statement, moment }: Interruption): Interrupted {
  const connection = connect(url, { applicationName: 'daodi tests, to be interrupted', reconnectFor: 0 })
  let sent = 0
  connection.pool.on('connect', (client) => {
    const send = Reflect.get(client, 'query').bind(client) as Send
    const counted: Send = async (...args) => {
      sent += 1
      if (sent < statement) return send(...args)
      if (sent === statement && moment === 'after') await send(...args)
      if (sent === statement) await endConnection(url, client)
      throw new Error('Connection terminated: the program was killed here')
    }
    Object.defineProperty(client, 'query', { value: counted, configurable: true })
  })
  return { ...connection, happened: () => sent >= statement }
}

/** Returns once the server has let go of the connection, its locks included. */
async function endConnection(url: string, client: PoolClient): Promise<void> {
  const pid: unknown = Reflect.get(client, 'processID')
  const other = new Client({ connectionString: url, application_name: 'daodi tests' })
  await other.connect()
  try {
    await other.query('select pg_terminate_backend($1)', [pid])
    // The function could wait by itself, but looks only every tenth of a second.
    while ((await other.query('select from pg_stat_activity where pid = $1', [pid])).rowCount !== 0) await sleep(2)
  } finally {
    await other.end()
  }
}
