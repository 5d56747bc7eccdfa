import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const program = join(root, 'dist', 'server', 'daodi.js')
const START_LIMIT_MS = 300_000
const STOP_LIMIT_MS = 30_000

/** A server of our own, with an empty data folder, on a free port of this machine. */
export interface Site {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string
  /** Everything the program has printed so far. */
  output(): string
  stop(): Promise<void>
}

/**
 * Starts the built product: `demo` with invented organisations, people and cases, or `serve`, empty and waiting for its
 * set-up. What the environment says of a database does not count: every site has its own.
 */
export async function startSite(mode: 'demo' | 'serve', env: Readonly<Record<string, string>> = {}): Promise<Site> {
  await ensureBuilt()
  await removeLeftovers()
  const folder = await mkdtemp(join(tmpdir(), `daodi-journeys-${process.pid}-`))
  // Run by root, the database runs as an ordinary user, who has to get into the folder.
  await chmod(folder, 0o755)
  const { DATABASE_URL: _database, HOST: _host, PUBLIC_URL: _url, ...inherited } = process.env
  const server = spawn(process.execPath, [program, mode], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...inherited, PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
  })
  await writeFile(join(folder, 'server.pid'), String(server.pid))
  const printed = collect(server)
  const stop = async (): Promise<void> => {
    await end(server)
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  try {
    const url = await addressOf(server, printed)
    await untilReady(url)
    return { url, output: printed, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Ends the servers and removes the folders of runs that were killed. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = /^daodi-journeys-(\d+)-/.exec(name)?.[1]
    if (run === undefined || isAlive(Number(run))) continue
    const folder = join(tmpdir(), name)
    const pid = Number(await readFile(join(folder, 'server.pid'), 'utf8').catch(() => '0'))
    // By now the number may be another program's.
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (commandLine.includes('daodi.js')) {
      process.kill(pid, 'SIGTERM')
      for (let waited = 0; isAlive(pid) && waited < STOP_LIMIT_MS; waited += 100) await sleep(100)
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function ensureBuilt(): Promise<void> {
  if (['server/daodi.js', 'staff-web/index.html', 'portal/index.html'].every((file) => existsSync(join(root, 'dist', file)))) return
  const [code] = await once(spawn(process.execPath, [join(root, 'tools', 'build.mjs')], { cwd: root, stdio: 'inherit' }), 'exit') as [number | null]
  if (code !== 0) throw new Error('the product could not be built')
}

function collect(server: ChildProcess): () => string {
  let text = ''
  for (const stream of [server.stdout, server.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => { text += part })
  return () => text
}

async function addressOf(server: ChildProcess, printed: () => string): Promise<string> {
  const deadline = Date.now() + START_LIMIT_MS
  for (;;) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed())
    if (found) return found[0]
    if (server.exitCode !== null || Date.now() > deadline) throw new Error(`the server did not start:\n${printed()}`)
    await sleep(50)
  }
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  for (;;) {
    const health = await fetch(`${url}/api/health`).then((response) => response.ok, () => false)
    if (health) return
    if (Date.now() > deadline) throw new Error(`${url} does not become ready`)
    await sleep(50)
  }
}

/** Asks it to stop, as an operator would, and waits; only what does not listen is killed. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  const late = sleep(STOP_LIMIT_MS, 'late', { ref: false })
  if (await Promise.race([gone, late]) !== 'late') return
  server.kill('SIGKILL')
  await gone
}
