// The public reads these pages on a phone, often on a poor line: the first load has a budget.
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const built = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'portal')
/** Bytes, compressed. The promise to the public is 150 KB; what is built today fits this. */
const BUDGET = 48 * 1024

/** Everything the browser fetches before the first page stands: the page itself and what it names. */
async function firstLoad(): Promise<Map<string, number>> {
  const page = await readFile(join(built, 'index.html'))
  const named = [...page.toString('utf8').matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1] ?? '')
  const sizes = new Map([['index.html', gzipSync(page).length]])
  for (const name of named) sizes.set(name, gzipSync(await readFile(join(built, name))).length)
  return sizes
}

test('the first load of the portal stays within its budget', async () => {
  const sizes = await firstLoad()
  expect([...sizes.keys()].some((name) => name.endsWith('.js')) && [...sizes.keys()].some((name) => name.endsWith('.css'))).toBe(true)
  expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(BUDGET)
})

test('the QR encoder waits until somebody has a receipt, and zod never comes along', async () => {
  const sizes = await firstLoad()
  const scripts = (await readdir(join(built, 'assets'))).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan([...sizes.keys()].filter((name) => name.endsWith('.js')).length)
  const code = (await Promise.all(scripts.map((name) => readFile(join(built, 'assets', name), 'utf8')))).join('\n')
  expect(code).not.toMatch(/ZodError|safeParse/)
})

test('the page runs no inline script and asks no other host', async () => {
  const page = await readFile(join(built, 'index.html'), 'utf8')
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/)
  expect(page).not.toMatch(/https?:\/\//)
})
