// `npm run pack`: one archive with everything that running needs, Node and the database included, for machines without
// internet. Nothing is fetched: it takes what `npm ci` has put into node_modules, without what only building needs.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, realpathSync } from 'node:fs'
import { cp, mkdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'
import { oneLine, sentences, twoLines } from './sentences.mjs'

/** @typedef {{ link?: boolean, optional?: boolean, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string>, peerDependenciesMeta?: Record<string, { optional?: boolean }> }} Locked */

/** The packages of ours whose code is in the server's bundle; what they depend on is loaded from node_modules. */
const bundled = ['server', 'domain', 'contract']
const parts = ['server', 'staff-web', 'portal']
const copied = ['package.json', 'LICENSE', 'README.md', 'README.zh.md', 'CHANGELOG.md', 'docs', 'presets', 'deploy']

/**
 * Paths of the packages that running needs, as package-lock.json writes them (`node_modules/a/node_modules/b`).
 * @param {Record<string, Locked>} locked
 * @param {(path: string) => boolean} isThere packages for other platforms are locked, but not there
 */
export function packagesToRun(locked, isThere) {
  /** @type {Set<string>} */
  const found = new Set()
  const ways = [...bundled]
  for (let from = ways.pop(); from !== undefined; from = ways.pop()) {
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = locked[from] ?? {}
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)
    for (const name of [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]) {
      const path = placeOf(locked, from, name)
      if (path === null || found.has(path) || locked[path]?.link) continue
      if (!isThere(path)) {
        if (locked[path]?.optional || name in optionalDependencies) continue
        throw new Error(twoLines(sentences.packPackageMissing(path)))
      }
      found.add(path)
      ways.push(path)
    }
  }
  return [...found].sort()
}

/** Where Node would find `name` from the package at `from`. @param {Record<string, Locked>} locked @param {string} from @param {string} name */
function placeOf(locked, from, name) {
  for (let step = from; ; step = step.slice(0, Math.max(0, step.lastIndexOf('node_modules/') - 1))) {
    const path = step === '' ? `node_modules/${name}` : `${step}/node_modules/${name}`
    if (locked[path]) return path
    if (step === '') return null
  }
}

/** @param {string} root @param {string} into @param {boolean} withNode */
async function gather(root, into, withNode) {
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  for (const path of packagesToRun(locked, (place) => existsSync(join(root, place)))) {
    // Packages inside this one come by themselves, and only where they are needed.
    await copy(join(root, path), join(into, path), (place) => !place.slice(join(root, path).length).includes('/node_modules'))
  }
  for (const name of copied) await copy(join(root, name), join(into, name))
  for (const part of parts) await copy(join(root, 'dist', part), join(into, 'dist', part))
  await cp(join(root, 'deploy', 'daodi.sh'), join(into, 'daodi'))
  chmodSync(join(into, 'daodi'), 0o755)
  if (withNode) await copy(nodeToTake(), join(into, 'node', 'bin', 'node'))
}

/** @param {string} from @param {string} to @param {(place: string) => boolean} [filter] */
function copy(from, to, filter = () => true) {
  return cp(from, to, { recursive: true, verbatimSymlinks: true, filter })
}

/** This very Node, unless it is one that a distribution has split over several files. */
function nodeToTake() {
  const node = realpathSync(process.execPath)
  if (/libnode\.so/.test(spawnSync('ldd', [node], { encoding: 'utf8' }).stdout ?? '')) throw new Error(twoLines(sentences.packNodeMissing(node)))
  return node
}

/** @param {string} root @param {{ file: string, withNode: boolean }} how */
async function pack(root, { file, withNode }) {
  if (existsSync(file)) throw new Error(twoLines(sentences.packExists(file)))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const aside = join(root, '.cache', `pack-${process.pid}`)
  const folder = join(aside, `daodi-${version}`)
  try {
    await mkdir(folder, { recursive: true })
    await gather(root, folder, withNode)
    // Whatever the umask here was: everybody there may read it, and only root write.
    const { status } = spawnSync('tar', ['-czf', file, '--owner=0', '--group=0', '--mode=u+rwX,go=rX', '-C', aside, basename(folder)], { stdio: ['ignore', 2, 2] })
    if (status !== 0) {
      await rm(file, { force: true })
      throw new Error(twoLines(sentences.packTarFailed(file)))
    }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** @param {string} root @param {readonly string[]} words */
async function main(root, words) {
  const unknown = words.find((word) => word.startsWith('-') && word !== '--without-node')
  if (unknown !== undefined) throw new Error(twoLines(sentences.packUnknown(unknown)))
  const { prepare } = await import('./prepare.mjs')
  await prepare(root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const file = resolve(words.find((word) => !word.startsWith('-')) ?? `daodi-${version}-${process.platform}-${process.arch}.tar.gz`)
  await pack(root, { file, withNode: !words.includes('--without-node') })
  const { size } = await stat(file)
  process.stdout.write(`${oneLine(sentences.packed(file, `${Math.round(size / 1024 / 1024)} MB`))}\n`)
}

const self = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(self)) {
  requireNode()
  await main(dirname(dirname(self)), process.argv.slice(2)).catch((failure) => {
    process.stderr.write(`${failure instanceof Error ? failure.message : failure}\n`)
    process.exitCode = 1
  })
}
