// What is built, out of what, into where; and whether what stands in dist/ is still that.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * @typedef {object} Part
 * @property {string} name the folder under dist/
 * @property {'bundle' | 'web'} kind
 * @property {string} entry where the build begins
 * @property {string} produces the file under dist/<name>/ without which the part is not built
 * @property {string[]} inputs folders and files whose content decides whether it is stale
 * @property {Record<string, string>} [copies] folders laid beside the bundle: source → name under dist/<name>/
 */

const serverSources = ['domain', 'contract', 'server']
const recipe = ['package-lock.json', 'tools/build.mjs', 'tools/parts.mjs']

/** @type {readonly Part[]} */
export const parts = [
  {
    name: 'server', kind: 'bundle', entry: 'server/src/commands/daodi.ts', produces: 'daodi.js',
    inputs: [...serverSources, 'presets', ...recipe],
    copies: { 'server/migrations': 'migrations', presets: 'presets' },
  },
  { name: 'bench', kind: 'bundle', entry: 'bench/src/main.ts', produces: 'main.js', inputs: [...serverSources, 'bench', ...recipe] },
  { name: 'staff-web', kind: 'web', entry: 'staff-web/index.html', produces: 'index.html', inputs: ['contract', 'staff-web', 'tsconfig.base.json', ...recipe] },
  { name: 'portal', kind: 'web', entry: 'portal/index.html', produces: 'index.html', inputs: ['contract', 'portal', 'tsconfig.base.json', ...recipe] },
]

/** @param {string} root @param {Part} part */
export function isToBeBuilt(root, part) {
  return existsSync(join(root, part.entry))
}

/** Beside the part, not in it: the webs' folders are served as they are. @param {string} root @param {Part} part */
export function stampFile(root, part) {
  return join(root, 'dist', `.${part.name}.stamp`)
}

/**
 * The parts whose sources differ from what dist/ was built from.
 * @param {string} root
 */
export async function staleParts(root) {
  const buildable = parts.filter((part) => isToBeBuilt(root, part))
  const stale = await Promise.all(buildable.map(async (part) => !await isFresh(root, part)))
  return buildable.filter((_, index) => stale[index])
}

/** @param {string} root @param {Part} part */
async function isFresh(root, part) {
  if (!existsSync(join(root, 'dist', part.name, part.produces))) return false
  const stamp = await readFile(stampFile(root, part), 'utf8').catch(() => null)
  return stamp === await fingerprint(root, part)
}

/**
 * A digest over path and content of everything the part is made from, tests left out.
 * @param {string} root
 * @param {Pick<Part, 'inputs'>} part
 */
export async function fingerprint(root, part) {
  const files = (await Promise.all(part.inputs.map((input) => filesUnder(root, input)))).flat().sort()
  const digests = await Promise.all(files.map(async (file) =>
    createHash('sha256').update(await readFile(join(root, file))).digest('hex')))
  const whole = createHash('sha256')
  files.forEach((file, index) => whole.update(`${file} ${digests[index]}\n`))
  return whole.digest('hex')
}

const outside = new Set(['node_modules', 'dist', 'data', '.cache'])

/** @param {string} root @param {string} path @returns {Promise<string[]>} */
async function filesUnder(root, path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((failure) => {
    if (failure.code === 'ENOTDIR') return null
    if (failure.code === 'ENOENT') return []
    throw failure
  })
  if (entries === null) return [path]
  const folders = entries.filter((entry) => entry.isDirectory() && !outside.has(entry.name))
  const deeper = await Promise.all(folders.map((entry) => filesUnder(root, `${path}/${entry.name}`)))
  const here = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  return [...here.map((entry) => `${path}/${entry.name}`), ...deeper.flat()]
}
