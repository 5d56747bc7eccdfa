import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client, DatabaseError } from 'pg'
import { errorCode, errorText } from './connection-errors.ts'
import { type DatabaseLog, silentLog } from './log.ts'
import { OperatorError } from './operator-error.ts'

export interface Migration {
  number: number
  name: string
  /** SHA-256 of the text with line ends as \n, so that a checkout on Windows is the same migration. */
  checksum: string
  sql: string
}

export interface MigrateOptions {
  directory?: string
  log?: DatabaseLog
  /** How long to wait for another process that is migrating. Milliseconds. */
  patience?: number
}

const FILE_NAME = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/
const OLDEST_SERVER = 150_000
const UNIQUE_VIOLATION = '23505'
/** Any fixed number, the same in every version: it names "somebody is migrating this database". */
const MIGRATION_LOCK = 7_305_209_114

/** server/migrations, both from the sources and from a bundle that has the folder beside it. */
export function migrationsDirectory(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  // Beside the server's bundle, beside it seen from another bundle, or in the sources.
  const places = [join(here, 'migrations'), join(here, '..', 'server', 'migrations'), join(here, '..', '..', 'migrations')]
  return places.find((place) => existsSync(place)) ?? join(here, 'migrations')
}

/** All migrations in order. Refuses a file with another kind of name, and a gap or a repetition in the numbers from 0001 on. */
export async function readMigrations(directory = migrationsDirectory()): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => !name.startsWith('.')).sort()
  const migrations: Migration[] = []
  for (const name of names) {
    const number = Number(FILE_NAME.exec(name)?.[1])
    if (Number.isNaN(number)) throw new OperatorError(`${join(directory, name)} 的名称不合迁移文件的规矩（0001-what-it-does.sql）。`, `${join(directory, name)} is not named like a migration (0001-what-it-does.sql).`)
    if (number !== migrations.length + 1) {
      throw new OperatorError(
        `${join(directory, name)} 的编号应为 ${String(migrations.length + 1).padStart(4, '0')}：迁移文件的编号必须连续、不重复。`,
        `${join(directory, name)} should have the number ${String(migrations.length + 1).padStart(4, '0')}: migrations are numbered without gaps or repetitions.`,
      )
    }
    const sql = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n')
    migrations.push({ number, name, checksum: createHash('sha256').update(sql).digest('hex'), sql })
  }
  return migrations
}

/**
 * Brings the database at `url` to the newest schema and returns the names of the migrations that ran. Safe to call from
 * several processes at once: one works, the others wait and find nothing left to do. Refuses (OperatorError), changing
 * nothing: a server before 15 or not in UTF-8, a database newer than this program, an applied migration whose text changed.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<{ applied: string[] }> {
  const log = options.log ?? silentLog
  const migrations = await readMigrations(options.directory)
  const client = new Client({ connectionString: url, application_name: 'daodi migrate', statement_timeout: 0 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseUnsuitableServer(client)
    await takeMigrationLock(client, options.patience ?? 600_000, log)
    await client.query(
      'create table if not exists schema_migrations (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
    )
    const done = await appliedMigrations(client, migrations)
    const pending = migrations.slice(done)
    for (const migration of pending) {
      await applyMigration(client, migration)
      log.info(`Migration ${migration.name} applied.`)
    }
    return { applied: pending.map((migration) => migration.name) }
  } finally {
    // Closing the session gives the lock back, also after an error.
    await client.end()
  }
}

/** How many migrations the database at `url` has had; changes nothing, and knows nothing of this program's own. */
export async function migrationsDone(url: string): Promise<number> {
  const client = new Client({ connectionString: url, application_name: 'daodi backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: [table] } = await client.query<{ there: boolean }>("select to_regclass('schema_migrations') is not null as there")
    if (table?.there !== true) return 0
    const { rows: [done] } = await client.query<{ count: number }>('select count(*)::int as count from schema_migrations')
    return done?.count ?? 0
  } finally {
    await client.end()
  }
}

async function refuseUnsuitableServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; shown: string; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as shown, current_setting('server_encoding') as encoding",
  )
  const server = rows[0]
  if (server === undefined) throw new Error('The server did not tell its version.')
  if (server.version < OLDEST_SERVER) throw new OperatorError(`数据库是 PostgreSQL ${server.shown}；需要 15 或更新的版本。`, `The database server is PostgreSQL ${server.shown}; version 15 or newer is needed.`)
  if (server.encoding !== 'UTF8') throw new OperatorError(`数据库的字符编码是 ${server.encoding}；请新建一个 ENCODING 'UTF8' 的数据库。`, `The database is encoded in ${server.encoding}; create one with ENCODING 'UTF8'.`)
}

async function takeMigrationLock(client: Client, patience: number, log: DatabaseLog): Promise<void> {
  const giveUpAt = performance.now() + patience
  for (let told = false; ; told = true) {
    // Asked again and again rather than waited for: a waiting statement would hold a snapshot and could block the other.
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [MIGRATION_LOCK])
    if (rows[0]?.taken === true) return
    if (!told) log.info('Another process is migrating this database; waiting for it.')
    if (performance.now() > giveUpAt)
      throw new OperatorError('另一个进程升级这个数据库的时间太长了；请在 pg_stat_activity 里查看“daodi migrate”。', 'Another process has been migrating this database for too long; look at pg_stat_activity for "daodi migrate".')
    await sleep(100)
  }
}

/** How many of `migrations` have run, after checking that the database holds exactly a beginning of them. */
async function appliedMigrations(client: Client, migrations: Migration[]): Promise<number> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from schema_migrations order by number',
  )
  const newest = rows.at(-1)
  if (newest !== undefined && newest.number > migrations.length) {
    throw new OperatorError(
      `数据库比本程序新：它已做过迁移 ${newest.name}，而本程序只认识前 ${migrations.length} 个。请安装较新的程序，或恢复升级前的备份。`,
      `The database is newer than this program: it has had migration ${newest.name}, this program knows ${migrations.length}. Install the newer version.`,
    )
  }
  rows.forEach((row, index) => {
    const migration = migrations[index]
    if (migration === undefined || migration.number !== row.number)
      throw new OperatorError('schema_migrations 表缺了行；请从备份恢复数据库。', 'The table schema_migrations has a gap; restore the database from a backup.')
    if (migration.checksum !== row.checksum) {
      throw new OperatorError(
        `迁移 ${migration.name} 在执行（当时名为 ${row.name}）之后被改动过；请放回原文，改动另写新的迁移。`,
        `Migration ${migration.name} has been changed after it was applied as ${row.name}; put the old text back and write a new migration instead.`,
      )
    }
  })
  return rows.length
}

const TRANSACTION_ID = 'select pg_current_xact_id()::text as id'

async function applyMigration(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('insert into schema_migrations (number, name, checksum) values ($1, $2, $3)', [migration.number, migration.name, migration.checksum])
    const before = await client.query<{ id: string }>(TRANSACTION_ID)
    await client.query(migration.sql)
    const after = await client.query<{ id: string }>(TRANSACTION_ID)
    if (before.rows[0]?.id !== after.rows[0]?.id) throw new Error('it must not begin, commit or roll back a transaction itself')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw describeFailure(error, migration)
  }
}

function describeFailure(error: unknown, migration: Migration): Error {
  if (errorCode(error) === UNIQUE_VIOLATION && errorText(error).includes('schema_migrations')) {
    return new OperatorError(`另一个进程正在执行迁移 ${migration.name}；请重新启动一次。`, `Migration ${migration.name} is being applied by another process at the same time; start again.`, { cause: error })
  }
  const position = error instanceof DatabaseError ? Number(error.position) : Number.NaN
  const line = Number.isNaN(position) ? '' : ` at line ${migration.sql.slice(0, position - 1).split('\n').length}`
  return new Error(`Migration ${migration.name} failed${line}: ${errorText(error)}`, { cause: error })
}
