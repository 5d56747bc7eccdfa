import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dataFolder } from './data-folder.ts'
import { isAlive } from './processes.ts'
import { type EmbeddedDatabase, type EmbeddedOptions, findEmbedded, startEmbedded } from './start-embedded.ts'
import { newFolder, removeFolder, serverPid } from './testing-embedded.ts'

const dataDir = newFolder()
const { cluster } = dataFolder(dataDir)

const started: EmbeddedDatabase[] = []

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const server = await startEmbedded({ dataDir, ...options })
  started.push(server)
  return server
}

// A test that fails must not leave the folder locked for those after it.
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
})

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  const server = await start()
  await ask(server.url, "create table kept (word text); insert into kept values ('到底')")
  await server.stop()
})

afterAll(() => removeFolder(dataDir))

describe('a started database', () => {
  it('is durable, Chinese, and the program is no superuser in it', async () => {
    const server = await start()
    expect(server.adopted).toBe(false)
    expect(
      await ask(
        server.url,
        "select word, current_setting('fsync') as fsync, current_setting('timezone') as zone, (select rolsuper from pg_roles where rolname = current_user) as super from kept",
      ),
    ).toEqual([{ word: '到底', fsync: 'on', zone: 'UTC', super: false }])
    const sorted = await ask(
      server.url,
      "select string_agg(name, '' order by name) as names from (values ('赵'), ('钱'), ('孙'), ('安'), ('李')) as people (name)",
    )
    expect(sorted).toEqual([{ names: '安李钱孙赵' }])
    await ask(server.url, 'create extension pg_trgm; create extension ltree; create extension btree_gist; create extension pgcrypto')
    await server.stop()
  })

  it('lets nobody in without the password, which only its owner can read', async () => {
    const server = await start()
    const address = new URL(server.url)
    for (const user of ['daodi', 'daodi_administrator', 'postgres']) {
      address.username = user
      address.password = 'guess'
      await expect(ask(address.href, 'select 1')).rejects.toThrow('password authentication failed')
    }
    expect(address.hostname).toBe('127.0.0.1')
    expect(
      await ask(server.administratorUrl, "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets"),
    ).toEqual([{ addresses: '127.0.0.1', sockets: '' }])
    const readable = readdirSync(cluster).filter((name) => readFile(name).includes(new URL(server.url).password))
    expect(readable).toEqual(['daodi-passwords'])
    expect(statSync(join(cluster, 'daodi-passwords')).mode & 0o777).toBe(0o600)
    expect(statSync(cluster).mode & 0o777).toBe(0o700)
    await server.stop()
  })

  it('keeps what people wrote out of the server log', async () => {
    const server = await start()
    await expect(ask(server.url, "select '张三丰13800000000'::integer")).rejects.toThrow(/张三丰/)
    await server.stop()
    expect(readFile('server.log')).not.toContain('张三丰')
  })

  it('can be found by commands beside it, and not when it is stopped', async () => {
    const server = await start()
    expect(await findEmbedded(dataDir)).toEqual({ url: server.url, administratorUrl: server.administratorUrl })
    await server.stop()
    expect(await findEmbedded(dataDir)).toBeUndefined()
  })

  it('stops twice without complaint and leaves no process and no lock', async () => {
    const server = await start()
    const pid = serverPid(dataDir)
    await Promise.all([server.stop(), server.stop()])
    expect(isAlive(pid)).toBe(false)
    expect(heldIn(dataDir)).toEqual(['postgres'])
  })
})

/** What lies in a data folder, but for the copy of the programs that a checkout in a closed home needs. */
function heldIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name !== 'postgres-programs').sort()
}

function readFile(name: string): string {
  const path = join(cluster, name)
  return statSync(path).isFile() ? readFileSync(path, 'utf8') : ''
}

describe('a leftover postmaster.pid', () => {
  const naming = (pid: number | undefined): string => `${pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n  1 2\nready   \n`

  async function expectStartOver(pidFile: string): Promise<void> {
    const owner = statSync(cluster)
    writeFileSync(join(cluster, 'postmaster.pid'), pidFile, { mode: 0o600 })
    chownSync(join(cluster, 'postmaster.pid'), owner.uid, owner.gid)
    const warnings: string[] = []
    const server = await start({ log: { info: () => undefined, warn: (message) => warnings.push(message) } })
    expect(server.adopted).toBe(false)
    expect(await ask(server.url, 'select word from kept')).toEqual([{ word: '到底' }])
    expect(warnings).toEqual([expect.stringContaining('was not stopped properly')])
  }

  it.each([
    ['is empty', ''],
    ['is damaged', 'nonsense\n\u0000'],
  ])('that %s does not block the start', async (_what, pidFile) => {
    await expectStartOver(pidFile)
    expect(readFile('postmaster.pid')).toContain('ready')
  })

  it('that names a process which has ended does not block the start', async () => {
    const gone = spawnSync('true')
    await expectStartOver(naming(gone.pid))
    expect(readFile('postmaster.pid')).toContain('ready')
  })

  it("that names another living process of the server's user does not block the start, nor harm that process", async () => {
    const owner = statSync(cluster)
    const identity = process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : {}
    const other = spawn('sleep', ['60'], { ...identity, stdio: 'ignore', cwd: '/' })
    await expectStartOver(naming(other.pid))
    expect(other.exitCode ?? other.signalCode).toBeNull()
    other.kill()
  })
})

describe('a refusal is one sentence, and nothing is touched', () => {
  it('for a folder of another major version', async () => {
    const folder = newFolder()
    const place = dataFolder(folder).cluster
    mkdirSync(place)
    const owner = statSync(cluster)
    chownSync(place, owner.uid, owner.gid)
    writeFileSync(join(place, 'PG_VERSION'), '15\n')
    await expect(start({ dataDir: folder })).rejects.toThrow(/was made by PostgreSQL 15, but this program brings PostgreSQL 18; nothing in it was touched/)
    expect(heldIn(folder)).toEqual(['postgres'])
    expect(readdirSync(place)).toEqual(['PG_VERSION'])
    removeFolder(folder)
  })

  it('for a folder that holds something else', async () => {
    const folder = newFolder()
    const place = dataFolder(folder).cluster
    mkdirSync(place)
    const owner = statSync(cluster)
    chownSync(place, owner.uid, owner.gid)
    writeFileSync(join(place, 'thesis.doc'), 'x')
    await expect(start({ dataDir: folder })).rejects.toThrow(/is neither empty nor a PostgreSQL data folder; nothing in it was touched/)
    expect(readdirSync(place)).toEqual(['thesis.doc'])
    removeFolder(folder)
  })

  it('for a data folder that cannot be made', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(start({ dataDir: join(folder, 'file', 'data') })).rejects.toThrow(
      /^The data folder .*\/file\/data cannot be written \(.*\); make it writable or set DATA_DIR to another folder\.$/,
    )
    removeFolder(folder)
  })

  it('for a second start in the same process', async () => {
    const results = await Promise.allSettled([start(), start()])
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused.map((result) => String(result.reason))).toEqual([
      expect.stringMatching(/The data folder .* is in use by another running Daodi \(process \d+\); stop that one, or set DATA_DIR to another folder\./),
    ])
    for (const result of results) if (result.status === 'fulfilled') await result.value.stop()
  })

  it('for lost passwords', async () => {
    const folder = newFolder()
    const server = await start({ dataDir: folder })
    await server.stop()
    writeFileSync(join(dataFolder(folder).cluster, 'daodi-passwords'), '{}')
    await expect(start({ dataDir: folder })).rejects.toThrow(/password file .* cannot be used \(it is damaged\); restore it from a backup/)
    removeFolder(folder)
  })
})

describe('a first start that was cut short', () => {
  it('begins again from nothing', async () => {
    const folder = newFolder()
    const unfinished = `${dataFolder(folder).cluster}.unfinished-0123`
    mkdirSync(unfinished)
    chmodSync(unfinished, 0o700)
    writeFileSync(join(unfinished, 'PG_VERSION'), '18\n')
    const server = await start({ dataDir: folder })
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(heldIn(folder)).toEqual(['daodi.lock', 'postgres'])
    await server.stop()
    removeFolder(folder)
  })
})
