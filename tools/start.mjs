// `node tools/start.mjs <command> …`: makes the checkout runnable if it is not, then becomes that command.
// The command runs in this very process: signals, exit code and terminal are its own, and killing it kills it.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'
import { sentences, twoLines } from './sentences.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const programs = new Map([['bench', 'bench/main.js']])

/** @param {string | undefined} command */
function programFor(command) {
  const own = programs.get(command ?? '')
  return own && existsSync(join(root, 'dist', own)) ? own : 'server/daodi.js'
}

/** Runs in a process of its own, so that nothing of compilers stays in the server's memory. */
function prepare() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'tools', 'prepare.mjs')], { cwd: root, stdio: ['ignore', 2, 2] })
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (code === 0) resolve(undefined)
      else process.exit(signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : code ?? 1)
    })
  })
}

const sameStopMs = 2_000

/**
 * One Ctrl-C arrives twice under npm, once from the terminal and once passed on by npm, and a second signal would cut
 * a graceful stop short. So an echo is swallowed; a signal repeated later, or one nobody else listens to, ends at once.
 */
function listenForStop() {
  /** @type {number | null} */
  let first = null
  for (const [signal, code] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143]])) {
    process.on(signal, () => {
      const now = performance.now()
      const repeated = first !== null && now - first > sameStopMs
      const alone = first === null && process.listenerCount(signal) === 1
      first ??= now
      if (repeated || alone) process.exit(code)
    })
  }
}

requireNode()
// Only now: what follows may use what an older Node does not have.
const { isPrepared } = await import('./prepare.mjs')
if (!await isPrepared(root)) await prepare()
const chosen = programFor(process.argv[2])
const program = join(root, 'dist', chosen)
if (!existsSync(program)) {
  console.error(twoLines(sentences.programMissing(program)))
  process.exit(1)
}
listenForStop()
process.setSourceMapsEnabled(true)
// A program asks argv[1] whether it is the one being run (by its real path); own programs take no command word.
process.argv = [process.execPath, realpathSync(program), ...process.argv.slice(chosen === 'server/daodi.js' ? 2 : 3)]
await import(pathToFileURL(program).href)
