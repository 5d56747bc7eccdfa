// `npm run try`: what a newcomer does. Clones the repository into an empty folder, starts the demonstration on a free
// port, opens its pages, plays the tour, stops it and starts it once more; and looks whether anything is left running.
// Another repository or branch: `npm run try -- URL [BRANCH]`. Takes minutes and needs a package registry, so it is no part of the tests.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const START_LIMIT_MS = 15 * 60_000
const STOP_LIMIT_MS = 30_000
const [from = root, branch] = process.argv.slice(2)

const folder = await mkdtemp(join(tmpdir(), 'daodi-try-'))
// As root, PostgreSQL runs as another user, who has to get into the folder.
await chmod(folder, 0o755)
const checkout = join(folder, 'daodi')
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const { DATABASE_URL: _database, HOST: _host, PUBLIC_URL: _url, ...inherited } = process.env
const environment = { ...inherited, PORT: String(port), DATA_DIR: join(folder, 'data'), NO_COLOR: '1' }

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
try {
  await timed(`cloned ${from}`, () => run('git', ['clone', '--quiet', ...(branch ? ['--branch', branch] : []), from, checkout], folder))
  await start('first start: packages, build, database, demonstration')
  for (const path of ['/', '/staff/', '/api/public/info', '/api/openapi.json', '/api/health']) {
    const reply = await fetch(address + path)
    if (!reply.ok) throw new Error(`${path} answers ${reply.status}`)
  }
  say('pages and API answer')
  await timed('tour', () => run('npm', ['run', '--silent', 'tour', '--', address], checkout))
  await stop()
  const warm = await start('second start')
  await stop()
  const changed = await run('git', ['status', '--porcelain'], checkout)
  if (changed.trim() !== '') throw new Error(`the clone has changed:\n${changed}`)
  const left = await processesIn(folder)
  if (left.length > 0) throw new Error(`still running:\n${left.join('\n')}`)
  say(`nothing is left running, as ${userInfo().username}; warm start ${warm.toFixed(1)} s`)
} catch (failure) {
  say(`FAILED: ${failure instanceof Error ? failure.message : String(failure)}`)
  process.exitCode = 1
} finally {
  await Promise.all([...running].map(end))
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

/** `npm start` until it is ready; the seconds that took. @param {string} what */
async function start(what) {
  if (await answers()) throw new Error(`somebody else answers at ${address}`)
  const child = spawn('npm', ['start'], { cwd: checkout, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (/** @type {string} */ part) => { said += part })
  return timed(what, async () => {
    const deadline = Date.now() + START_LIMIT_MS
    while (!await answers()) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`npm start did not become ready:\n${said}`)
      await sleep(50)
    }
  })
}

/** As Ctrl-C would. */
async function stop() {
  await timed('stopped', async () => { await Promise.all([...running].map(end)) })
  if (await answers()) throw new Error(`${address} answers though it was stopped`)
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  running.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGINT')
  if (await Promise.race([gone, sleep(STOP_LIMIT_MS, 'late', { ref: false })]) !== 'late') return
  child.kill('SIGKILL')
  throw new Error('npm start did not stop when asked to')
}

function answers() {
  return fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2_000) }).then((reply) => reply.ok, () => false)
}

/** What runs in or from this folder, as far as the system tells us. @param {string} place */
async function processesIn(place) {
  const found = []
  for (const pid of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (words.includes(place)) found.push(`${pid} ${words.replaceAll('\0', ' ')}`)
  }
  return found
}

/** @param {string} program @param {string[]} words @param {string} cwd @returns {Promise<string>} */
async function run(program, words, cwd) {
  const child = spawn(program, words, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (/** @type {string} */ part) => { said += part })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${code}:\n${said}`)
  return said
}

/** The seconds it took. @param {string} what @param {() => Promise<unknown>} work */
async function timed(what, work) {
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  say(`${what}: ${seconds.toFixed(1)} s`)
  return seconds
}

/** @param {string} words */
function say(words) {
  process.stdout.write(`${words}\n`)
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const found = server.address()
  server.close()
  await once(server, 'close')
  if (found === null || typeof found === 'string') throw new Error('no port is free')
  return found.port
}
