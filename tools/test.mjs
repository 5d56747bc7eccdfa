// `npm test`: prepares what is needed, runs every check there is and ends with one line, "N passed, N failed".
// `--without-e2e` leaves the browser out.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeTooOld } from './node-version.mjs'

const refusal = nodeTooOld(process.versions.node)
if (refusal) {
  console.log(`${refusal}\n0 passed, 1 failed`)
  process.exit(1)
}
// Only now: what follows may use what an older Node does not have.
const { ensureBrowser } = await import('./browser.mjs')
const { prepare } = await import('./prepare.mjs')
const { runStep } = await import('./run-step.mjs')
const { tally } = await import('./vitest-report.mjs')

/** @typedef {import('./vitest-report.mjs').Tally} Tally */

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const minute = 60_000
/** Colours are for a terminal; in a log they are noise. @type {Record<string, string | undefined>} */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }
/** @type {Tally} */
const total = { passed: 0, failed: 0, skipped: 0, failures: [] }

/** @param {string} name @param {() => Promise<Tally>} work */
async function step(name, work) {
  const began = performance.now()
  console.log(`\n── ${name}`)
  const result = await work().catch((failure) => failed(name, failure.message))
  total.passed += result.passed
  total.failed += result.failed
  total.skipped += result.skipped
  total.failures.push(...result.failures)
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : ''
  console.log(`   ${name}: ${result.passed} passed, ${result.failed} failed${skipped} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return result.failed === 0
}

/** @param {string} name @param {string} message @returns {Tally} */
function failed(name, message) {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ name, message }] }
}

/** A check that is right or wrong as a whole. @param {string} name @param {string[]} words */
function whole(name, words) {
  return step(name, async () => {
    const { code, output, timedOut } = await runStep(root, words, { limitMs: 5 * minute, echo: false, env: { NO_COLOR: '1', FORCE_COLOR: undefined } })
    if (code === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] }
    const text = output.trimEnd()
    return failed(name, timedOut ? `took longer than 5 minutes\n${text}` : text)
  })
}

/** @param {string} project @param {number} limitMs @param {Record<string, string>} [env] */
function tests(project, limitMs, env = {}) {
  return step(`${project} tests`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'daodi-report-'))
    const file = join(folder, 'report.json')
    try {
      const { code, timedOut } = await runStep(root, [
        join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project,
        '--reporter=default', '--reporter=json', `--outputFile.json=${file}`,
      ], { limitMs, echo: true, env: { ...plain, CI: 'true', ...env } })
      if (timedOut) return failed(`${project} tests`, `took longer than ${limitMs / minute} minutes and were ended`)
      const report = await readFile(file, 'utf8').then(JSON.parse).catch(() => null)
      return tally(project, report, code)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function journeys() {
  const found = ensureBrowser((line) => console.log(`   ${line}`))
  if ('missing' in found) await step('e2e tests', async () => failed('e2e tests', found.missing))
  else await tests('e2e', 40 * minute, { CHROMIUM_PATH: found.browser })
}

function summarise() {
  if (total.failures.length > 0) console.log('\n── what failed')
  for (const { name, message } of total.failures) {
    const lines = message.split('\n')
    console.log(`\n✗ ${name.startsWith(root) ? relative(root, name) : name}`)
    console.log(lines.slice(0, 40).map((line) => `    ${line}`).join('\n'))
    if (lines.length > 40) console.log(`    … ${lines.length - 40} more lines`)
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

async function run() {
  if (!await step('packages', async () => {
    await prepare(root, { alsoBuild: false })
    return { passed: 1, failed: 0, skipped: 0, failures: [] }
  })) return
  await whole('type check', ['tools/typecheck.mjs'])
  await whole('lint', [join('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware'])
  await whole('dead code', [join('node_modules', 'knip', 'bin', 'knip.js')])
  await tests('tools', 5 * minute)
  await tests('domain', 10 * minute)
  await tests('server', 5 * minute)
  await tests('webs', 5 * minute)
  await tests('database', 30 * minute)
  const built = await whole('build', ['tools/prepare.mjs'])
  if (process.argv.includes('--without-e2e')) return
  if (built) await journeys()
  else await step('e2e tests', async () => failed('e2e tests', 'there is no build to try'))
}

await run()
summarise()
// Exits by itself unless a step left a timer or a pipe behind; the verdict must not wait for those.
process.exit()
