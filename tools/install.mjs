import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sentences, twoLines } from './sentences.mjs'

/** @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }>} LockedPackages */

/** Changes when the lock file does, or when another Node or machine would need other native packages. @param {string} root */
async function wantedStamp(root) {
  const lock = await readFile(join(root, 'package-lock.json'))
  const abi = `${process.platform}-${process.arch}-${process.versions.modules}`
  return `${createHash('sha256').update(lock).digest('hex')} ${abi}\n`
}

/**
 * Whether node_modules is what package-lock.json says. An installation made by hand with npm carries no stamp of ours;
 * it is recognised by npm's own record inside node_modules and stamped.
 * @param {string} root
 */
export async function isInstalled(root) {
  const stampFile = join(root, 'node_modules', '.daodi-stamp')
  const wanted = await wantedStamp(root)
  const found = await readFile(stampFile, 'utf8').catch(() => null)
  if (found === wanted) return true
  if (found !== null || !await npmRecordAgrees(root)) return false
  // A tree somebody else installed may be read-only for us; then it is simply checked again next time.
  await writeFile(stampFile, wanted).catch(() => undefined)
  return true
}

/** @param {string} root */
async function npmRecordAgrees(root) {
  try {
    const locked = await lockedPackages(join(root, 'package-lock.json'))
    const present = await lockedPackages(join(root, 'node_modules', '.package-lock.json'))
    return Object.entries(locked).every(([path, { version, optional, devOptional, peer, link }]) =>
      !path.includes('node_modules/') || optional || devOptional || peer
      || (present[path] !== undefined && (link || present[path].version === version)))
  } catch {
    return false
  }
}

/** @param {string} file @returns {Promise<LockedPackages>} */
async function lockedPackages(file) {
  return JSON.parse(await readFile(file, 'utf8')).packages
}

/**
 * `npm ci` in the root, its output on our stderr so that a command's own output stays clean. Rejects with one sentence.
 * @param {string} root
 */
export async function install(root) {
  const code = await npm(root, ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0) {
    throw new Error(twoLines(sentences.npmFailed()))
  }
  await writeFile(join(root, 'node_modules', '.daodi-stamp'), await wantedStamp(root))
}

/** @param {string} root @param {string[]} words @returns {Promise<number>} */
function npm(root, words) {
  const cli = process.env.npm_execpath
  const [program, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...words], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    child.once('error', (failure) => reject(new Error(twoLines(sentences.npmMissing(failure.message)))))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
