import { Client } from 'pg'
import { OperatorError } from './operator-error.ts'

/** Refuses (OperatorError) a database that holds tables, none of which are ours: it belongs to another program. */
export async function refuseForeignTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'daodi', connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ foreign: boolean }>(`
      select to_regclass('public.schema_migrations') is null and exists (select from pg_tables where schemaname = 'public') as "foreign"`)
    if (rows[0]?.foreign === true) {
      throw new OperatorError('DATABASE_URL 指向的数据库里是别的程序的表；请为到底新建一个空数据库。', 'The database that DATABASE_URL names holds the tables of another program; create an empty database for Daodi.')
    }
  } finally {
    await client.end()
  }
}
