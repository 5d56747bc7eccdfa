// Writes server/schema.sql: the schema that all migrations lead to, made on a throw-away database.
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@daodi/server/database/connect.ts'
import { describeSchema } from '@daodi/server/database/describe-schema.ts'
import { startEmbedded } from '@daodi/server/database/embedded/start-embedded.ts'
import { migrate, migrationsDirectory } from '@daodi/server/database/migrate.ts'

const dataDir = join(tmpdir(), `daodi-write-schema-${randomBytes(4).toString('hex')}`)
const server = await startEmbedded({ dataDir, settings: { fsync: 'off' } })
try {
  await migrate(server.url)
  const { pool, close } = connect(server.url)
  const client = await pool.connect()
  const file = join(migrationsDirectory(), '..', 'schema.sql')
  writeFileSync(file, await describeSchema(client))
  client.release()
  await close()
  console.log(`Written: ${file}`)
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
