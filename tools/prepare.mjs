// Makes the checkout runnable: packages as locked, dist/ as the sources say. Does nothing when nothing is needed.
import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, say } from './build.mjs'
import { install, isInstalled } from './install.mjs'
import { withLock } from './lock.mjs'
import { requireNode } from './node-version.mjs'
import { staleParts } from './parts.mjs'
import { oneLine, sentences, twoLines } from './sentences.mjs'

/** @param {string} root */
export async function isPrepared(root) {
  return await isInstalled(root) && (await staleParts(root)).length === 0
}

/** @param {string} root @param {{ alsoBuild?: boolean }} [how] */
export async function prepare(root, { alsoBuild = true } = {}) {
  const onWait = (/** @type {number} */ pid) => say(oneLine(sentences.waitingForPreparation(pid)))
  await withLock(join(root, '.cache', 'prepare.lock'), { onWait }, async () => {
    if (!await isInstalled(root)) {
      say(oneLine(sentences.installing()))
      await install(root)
    }
    if (!alsoBuild) return
    const stale = await staleParts(root)
    if (stale.length > 0) say(oneLine(sentences.building(stale.map((part) => part.name).join(', '))))
    await build(root, stale)
  }).catch((failure) => {
    throw isDenied(failure) ? new Error(twoLines(sentences.mayNotWrite(root))) : failure
  })
}

/** @param {unknown} failure */
function isDenied(failure) {
  return failure instanceof Error && 'code' in failure && (failure.code === 'EACCES' || failure.code === 'EROFS' || failure.code === 'EPERM')
}

const self = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(self)) {
  requireNode()
  await prepare(dirname(dirname(self))).catch((failure) => {
    say(failure.message)
    process.exitCode = 1
  })
}
