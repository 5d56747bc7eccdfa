import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { secretDigest } from '../access/store.ts'
import { OperatorError } from '../database/operator-error.ts'
import { type ClonedDatabase, cloneDatabase, emptyDatabase } from '../database/testing.ts'
import { freePort } from '../database/embedded/server-process.ts'
import { commands, main } from './daodi.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
let folder: string
let database: ClonedDatabase
const children = new Set<() => void>()

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'daodi-commands-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => { database = await cloneDatabase() })
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  for (const kill of children) kill()
  children.clear()
  await database.drop()
})

type Env = Record<string, string>

/** The command in this very process: its exit code, what it printed, and the sentence it refused with. */
async function run(words: string[], env: Env = {}): Promise<{ code: number | null; out: string; refused: string }> {
  let out = ''
  const keep = (text: unknown): boolean => { out += String(text); return true }
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
  for (const [name, value] of Object.entries({ DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), ...env })) vi.stubEnv(name, value)
  try {
    return { code: await main(words), out, refused: '' }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    if (`${error.zh}${error.message}`.includes('\n')) throw new Error(`more than one line: ${error.zh} ${error.message}`, { cause: error })
    if (!/\p{Script=Han}/u.test(error.zh)) throw new Error(`not in Chinese: ${error.zh}`, { cause: error })
    return { code: null, out, refused: error.message }
  } finally {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    // Commands that serve listen for signals, which this process must not go on doing.
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  }
}

/** A server in a process of its own, once it answers. */
async function start(words: string[], env: Env = {}) {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'server', 'src', 'commands', 'daodi.ts'), ...words], {
    cwd: root, env: { PATH: process.env['PATH'], DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), PORT: String(port), ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(() => child.kill('SIGKILL'))
  const seen = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => { seen.out += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { seen.err += chunk.toString() })
  const ended = new Promise<number | null>((resolve) => { child.once('close', resolve) })
  while (!seen.err.includes('到底 Daodi: ')) {
    if (child.exitCode !== null) throw new Error(`did not start: ${seen.err}`)
    await sleep(50)
  }
  const stop = (signal: NodeJS.Signals): Promise<number | null> => { child.kill(signal); return ended }
  return { port, seen, stop }
}

const tokenIn = (text: string): string => /\n {4}(\S{20})\n/.exec(text)?.[1] ?? ''

async function keptDigest(): Promise<string | undefined> {
  const { setup_digest: kept } = await database.db.selectFrom('installation').select('setup_digest').executeTakeFirstOrThrow()
  return kept?.toString('hex')
}

describe('daodi serve', () => {
  it('prints a set-up token of which only the digest is kept, another at each start, and stops in good order', async () => {
    const first = await start(['serve'])
    const token = tokenIn(first.seen.err)
    expect(await keptDigest()).toBe(secretDigest(token).toString('hex'))
    expect(first.seen.out).not.toContain(token)
    expect((await run(['health', `http://127.0.0.1:${first.port}`])).code).toBe(0)
    expect(await first.stop('SIGTERM')).toBe(0)
    expect((await run(['health', `http://127.0.0.1:${first.port}`])).code).toBe(1)

    const second = await start(['serve'])
    expect(tokenIn(second.seen.err)).not.toBe(token)
    expect(await keptDigest()).toBe(secretDigest(tokenIn(second.seen.err)).toString('hex'))
    expect(await second.stop('SIGINT')).toBe(0)
  })

  it('asks for no set-up where it is done, and runs API and worker apart', async () => {
    await sql`insert into installation (kind) values ('real')`.execute(database.db)
    const [api, worker] = await Promise.all([start(['serve', '--api']), start(['serve', '--worker'])])
    expect(worker.seen.err).toContain('worker is running')
    expect(tokenIn(api.seen.err)).toBe('')
    await expect(fetch(`http://127.0.0.1:${worker.port}/api/health`)).rejects.toThrow('fetch failed')
    expect(await Promise.all([worker.stop('SIGTERM'), api.stop('SIGTERM')])).toEqual([0, 0])
  })

  it('refuses a demonstration unless it is meant, and never on an open address', async () => {
    await sql`insert into installation (kind) values ('demo')`.execute(database.db)
    const PORT = String(await freePort())
    expect((await run(['serve'], { PORT })).refused).toMatch(/^This database was made as a demonstration .*--demo-database/)
    expect((await run(['serve', '--demo-database'], { PORT, HOST: '0.0.0.0' })).refused).toContain('this machine only')
    const meant = await start(['serve', '--demo-database'])
    const health = await fetch(`http://127.0.0.1:${meant.port}/api/health`)
    expect(await health.json()).toMatchObject({ demo: true })
    expect(await meant.stop('SIGTERM')).toBe(0)
  })

  it('says in one sentence what stands in the way', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => { taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)) })
    expect((await run(['serve'], { PORT: String(port) })).refused).toBe(`Port ${port} on 127.0.0.1 is in use by another program; stop that one, or set PORT to another number.`)
    taken.close()
    const PORT = String(await freePort())
    expect((await run(['serve'], { PORT, DATA_DIR: '/dev/null/data' })).refused).toMatch(/^The data folder .* cannot be written/)
    expect((await run(['serve'], { PORT: 'http' })).refused).toMatch(/^PORT is "http"/)
    expect((await run(['serve'], { TRUSTED_PROXIES: '10.0.0.0/8, proxy' })).refused).toMatch(/^TRUSTED_PROXIES holds "proxy"/)
    expect((await run(['serve'], { PUBLIC_URL: 'daodi.example' })).refused).toMatch(/^PUBLIC_URL is "daodi.example"/)
    expect((await run(['serve'], { METRICS_TOKEN: 'short' })).refused).toMatch(/^METRICS_TOKEN is too short/)
  })

  it('leaves a database alone that a newer version has migrated, and says so in both languages', async () => {
    await sql`insert into schema_migrations (number, name, checksum) select max(number) + 1, '9999-of-tomorrow.sql', 'x' from schema_migrations`.execute(database.db)
    const before = await sql`select count(*) from pg_class`.execute(database.db)
    for (const words of [['serve'], ['migrate'], ['ledger', 'verify']]) expect((await run(words, { PORT: String(await freePort()) })).refused).toMatch(/^The database is newer than this program: .*9999-of-tomorrow\.sql.* Install the newer version\.$/)
    expect(await sql`select count(*) from pg_class`.execute(database.db)).toEqual(before)
  })

  it('leaves the database of another program alone', async () => {
    const other = await emptyDatabase()
    await sql`create table their_orders (id integer)`.execute(other.db)
    expect((await run(['serve'], { DATABASE_URL: other.url, PORT: String(await freePort()) })).refused).toContain('the tables of another program')
    const { rows } = await sql`select tablename from pg_tables where schemaname = 'public'`.execute(other.db)
    expect(rows).toEqual([{ tablename: 'their_orders' }])
    await other.drop()
  })
})

describe('daodi demo', () => {
  it('never takes over a real database, nor an open address', async () => {
    await sql`insert into installation (kind) values ('real')`.execute(database.db)
    expect((await run(['demo'], { PORT: String(await freePort()) })).refused).toContain('holds real work')
    expect((await run(['demo'], { HOST: '192.168.1.4' })).refused).toContain('this machine only')
    expect((await database.db.selectFrom('installation').select('kind').executeTakeFirst())?.kind).toBe('real')
  })
})

describe('daodi', () => {
  it('tells what it can do, in both languages', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    for (const words of ['serve', 'demo', 'migrate', 'health', 'ledger verify', 'ledger export', 'ledger seal', '核对台账']) expect(out).toContain(words)
    const one = await run(['ledger', 'verify', '--help'])
    expect([one.code, one.out.split('\n')[0]]).toEqual([0, 'daodi ledger verify [FILE] [--json]'])
  })

  it.each([[['frob']], [['ledger']], [['ledger', 'verify', '--loud']], [['ledger', 'seal', 'x']], [[]]])('%j is called wrongly: 2', async (words) => {
    expect((await run(words)).code).toBe(2)
  })

  it('tells of a group only its own commands', async () => {
    const { code, out } = await run(['ledger', '--help'])
    expect(code).toBe(0)
    expect(out.match(/^ {2}\w.*$/gm)).toEqual(['  ledger verify [FILE] [--json]', '  ledger export [FILE]', '  ledger seal', '  ledger advance', expect.stringContaining('daodi COMMAND --help')])
    const wrong = await run(['ledger', 'frob'])
    expect([wrong.code, wrong.out.includes('没有这个命令'), wrong.out.includes('requester')]).toEqual([2, true, false])
  })

  it.each(commands.map((command) => [command.words, command] as const))('%s --help tells every option and a command line that can be typed', async (words, { options = {}, examples, takes }) => {
    const { code, out } = await run([...words.split(' '), '--help'])
    expect(code).toBe(0)
    for (const option of Object.keys(options)) expect(out).toMatch(new RegExp(`^ {2}.*--${option} `, 'm'))
    for (const example of examples) {
      expect(out).toContain(`    daodi ${example}\n`)
      expect(example.startsWith(words)).toBe(true)
      const { positionals } = parseArgs({ args: example.slice(words.length).split(' ').filter((word) => word !== ''), options, allowPositionals: true, strict: true })
      expect(positionals.length).toBeGreaterThanOrEqual(takes.least)
      expect(positionals.length).toBeLessThanOrEqual(takes.most)
    }
    const [, zh = '', en = ''] = out.split('\n').filter((line) => line !== '')
    expect([/\p{Script=Han}/u.test(zh), /[a-z]{3}/.test(en), /\p{Script=Han}/u.test(en)]).toEqual([true, true, false])
  })

  it('says in Chinese what is wrong with a command line', async () => {
    expect((await run(['ledger', 'verify', '--loud'])).out).toContain('没有这个选项')
    expect((await run(['mail', 'test', '--to'])).out).toContain('选项的值不对')
    expect((await run(['ledger', 'seal', 'x'])).out).toContain('后面不带别的词')
  })

  it('exports, verifies the file, and finds what was changed in it', async () => {
    const file = join(folder, 'ledger.jsonl')
    expect((await run(['ledger', 'seal'])).code).toBe(0)
    expect((await run(['ledger', 'export', file])).code).toBe(0)
    expect((await run(['ledger', 'export', file])).refused).toContain('exists already')
    expect(await run(['ledger', 'verify', file], { DATABASE_URL: 'postgres://127.0.0.1:9/none' })).toMatchObject({ code: 0, out: expect.stringContaining('全部无误') })
    writeFileSync(file, readFileSync(file, 'utf8').replace('"entries":0', '"entries":1'))
    const judged = await run(['ledger', 'verify', file, '--json'])
    expect([judged.code, JSON.parse(judged.out).findings[0].kind]).toEqual([1, 'count-differs'])
    expect((await run(['ledger', 'verify', join(folder, 'none')])).refused).toContain('cannot be read')
    expect((await run(['ledger', 'verify'])).refused).toMatch(/holds no ledger entries, so nothing was verified/)
    expect(await run(['migrate'])).toMatchObject({ code: 0, out: expect.stringContaining('up to date') })
  })
})
