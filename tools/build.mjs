// Builds what is stale into dist/: `node tools/build.mjs`, or `--all` for everything.
// A part is built aside and then moved into place, so that a build cut short never leaves half a product.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'
import { requireNode } from './node-version.mjs'
import { fingerprint, isToBeBuilt, parts, staleParts, stampFile } from './parts.mjs'
import { oneLine, sentences, twoLines } from './sentences.mjs'

/** @typedef {import('./parts.mjs').Part} Part */

/**
 * @param {string} root
 * @param {readonly Part[]} wanted
 */
export async function build(root, wanted) {
  await Promise.all(wanted.filter((part) => part.kind === 'bundle').map((part) => refuseNestedPackages(root, part)))
  const queue = [...wanted]
  /** @type {Error[]} */
  const failures = []
  const workers = Array.from({ length: Math.min(2, cpus().length) }, async () => {
    for (let part = queue.shift(); part; part = queue.shift()) {
      await buildPart(root, part).catch((failure) => failures.push(failure))
    }
  })
  await Promise.all(workers)
  if (failures[0]) throw failures[0]
}

/** @param {string} root @param {Part} part */
async function buildPart(root, part) {
  const began = performance.now()
  // Taken before the build: a file saved meanwhile makes the result stale, not silently fresh.
  const madeFrom = await fingerprint(root, part)
  const aside = join(root, 'dist', `.${part.name}-${process.pid}`)
  const place = join(root, 'dist', part.name)
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true })
  try {
    await (part.kind === 'bundle' ? bundle : buildWeb)(root, part, aside)
    if (!existsSync(join(aside, part.produces))) throw new Error(twoLines(sentences.buildMadeNothing(part.name, part.produces)))
    await rm(place, { recursive: true, force: true })
    await rename(aside, place)
    await writeFile(stampFile(root, part), madeFrom)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  say(oneLine(sentences.built(part.name, ((performance.now() - began) / 1000).toFixed(1))))
}

/**
 * Our own packages become one file; packages from the registry stay where npm put them (some hold native code).
 * @param {string} root @param {Part} part @param {string} into
 */
async function bundle(root, part, into) {
  const esbuild = await import('esbuild')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [part.entry],
    outfile: join(into, part.produces),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [{
      name: 'packages-stay-outside',
      setup(builder) {
        builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@daodi/') ? undefined : { path, external: true })
      },
    }],
  })
  for (const [from, to] of Object.entries(part.copies ?? {})) {
    if (existsSync(join(root, from))) await cp(join(root, from), join(into, to), { recursive: true })
  }
}

/** @param {string} root @param {Part} part @param {string} into */
function buildWeb(root, part, into) {
  const folder = join(root, part.name)
  const vite = join(dirname(createRequire(join(folder, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--outDir', into, '--emptyOutDir', '--logLevel', 'warn'], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production', ...(process.stderr.isTTY ? {} : { NO_COLOR: '1' }) },
    })
    child.once('error', reject)
    child.once('exit', (code) => code === 0 ? resolve(undefined) : reject(new Error(twoLines(sentences.buildFailed(part.name)))))
  })
}

/**
 * The bundle lies in dist/ and therefore loads packages from the root's node_modules. Where npm had to put another
 * version inside a package of ours, the bundle would run with the wrong one, so that is refused instead.
 * @param {string} root @param {Part} part
 */
async function refuseNestedPackages(root, part) {
  const nested = join(root, /** @type {string} */ (part.entry.split('/')[0]), 'node_modules')
  const names = await readdir(nested).catch(() => [])
  const found = names.filter((name) => !name.startsWith('.'))
  if (found.length === 0) return
  throw new Error(twoLines(sentences.nestedPackages(nested, found.join(', '))))
}

/** @param {string} line progress goes to stderr, so that a command's own output stays clean */
export function say(line) {
  process.stderr.write(`daodi: ${line.replaceAll('\n', '\ndaodi: ')}\n`)
}

/** @param {string} root @param {boolean} all */
async function main(root, all) {
  const lock = join(root, '.cache', 'prepare.lock')
  await withLock(lock, { onWait: (pid) => say(oneLine(sentences.waitingForPreparation(pid))) }, async () => {
    for (const part of parts) {
      if (!isToBeBuilt(root, part)) say(oneLine(sentences.leftOut(part.name, part.entry)))
    }
    const wanted = all ? parts.filter((part) => isToBeBuilt(root, part)) : await staleParts(root)
    if (wanted.length === 0) say(oneLine(sentences.builtAlready()))
    await build(root, wanted)
  })
}

const self = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(self)) {
  requireNode()
  await main(dirname(dirname(self)), process.argv.includes('--all')).catch((failure) => {
    say(failure.message)
    process.exitCode = 1
  })
}
