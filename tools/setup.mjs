// `npm run setup`: everything a developer needs, again harmless: packages, build, browser for the journeys.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const { ensureBrowser } = await import('./browser.mjs')
const { prepare } = await import('./prepare.mjs')

try {
  await prepare(dirname(dirname(fileURLToPath(import.meta.url))))
  const found = ensureBrowser(console.log)
  console.log('missing' in found ? found.missing : `ready: browser ${found.browser}; next: npm start`)
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure)
  process.exitCode = 1
}
