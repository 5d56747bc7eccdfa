import Fastify from 'fastify'
import { connect } from '@daodi/server/database/connect.ts'

/** The limit of this machine with the same driver and the same server library: nothing, one row read, one row written. */
export async function runBareServer(databaseUrl: string): Promise<void> {
  const { pool } = connect(databaseUrl, { applicationName: 'daodi bare', maxConnections: 10 })
  await pool.query('create table if not exists bare_rows (id bigint generated always as identity primary key, body text not null)')
  await pool.query("insert into bare_rows (body) select repeat('x', 200) from generate_series(1, 1000)")
  const app = Fastify({ logger: false })
  app.get('/empty', () => ({ ok: true }))
  app.get('/select', async () => (await pool.query('select id, body from bare_rows where id = $1', [1 + Math.floor(Math.random() * 1000)])).rows[0])
  app.post('/insert', async () => (await pool.query('insert into bare_rows (body) values ($1) returning id', ['x'.repeat(200)])).rows[0])
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  process.stdout.write(`${address}\n`)
}
