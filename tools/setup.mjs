// `npm run setup`: everything a developer needs, again harmless: packages, build, browser for the journeys.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'
import { oneLine, sentences } from './sentences.mjs'

requireNode()
const { ensureBrowser } = await import('./browser.mjs')
const { prepare } = await import('./prepare.mjs')

try {
  await prepare(dirname(dirname(fileURLToPath(import.meta.url))))
  const found = ensureBrowser(console.log)
  const told = 'missing' in found ? found.missing : oneLine(sentences.ready(found.browser))
  console.log(told)
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure)
  process.exitCode = 1
}
