// What no linter rule can say: file names, the clock inside the calendar, reasons beside suppressions, and statements without semicolons.
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const sources = ['domain', 'contract', 'server', 'staff-web', 'portal', 'e2e', 'tools', 'bench']
const skipped = new Set(['node_modules', 'dist', 'data'])

async function codeFiles(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !skipped.has(entry.name)) found.push(...await codeFiles(path))
    else if (entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name)) found.push(path)
  }
  return found
}

/** So many lines may end in one because of what stands in a text or a statement of SQL. */
const SEMICOLONS = 4

/** The faults of one file, as sentences. */
function faultsOf(path: string, text: string): string[] {
  const faults: string[] = []
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name.startsWith('index.')) faults.push(`${path}: a barrel by name; name the file after what it holds`)
  if (/(^|[-.])(utils?|helpers?|service|manager|misc|common)([-.]|$)/i.test(name)) faults.push(`${path}: a name that says nothing`)
  if (path.startsWith('domain/') && !path.endsWith('.test.ts') && /\bDate\s*\(\s*\)/.test(text)) {
    faults.push(`${path}: reads the clock; the present instant is an argument`)
  }
  // The ledger was written with semicolons and stays as it was reviewed; everything else does without.
  if (!/^(?:domain|server)\/src\/ledger\//.test(path) && (text.match(/;$/gm)?.length ?? 0) > SEMICOLONS) faults.push(`${path}: ends its statements with semicolons; leave them out`)
  for (const line of text.split('\n')) {
    const suppressed = /(?:oxlint|eslint)-disable\S*\s*(.*)$/.exec(line)
    if (suppressed && !/\s--\s+\S.{8,}/.test(` ${suppressed[1]}`)) faults.push(`${path}: a suppression without its reason after " -- "`)
  }
  return faults
}

const here = 'tools/check-names.test.ts'
let files: string[]

beforeAll(async () => {
  files = (await Promise.all(sources.map((name) => codeFiles(join(root, name))))).flat()
    .map((path) => relative(root, path).split(sep).join('/'))
})

test('every file in the tree keeps the rules of naming, clock and suppressions', async () => {
  const faults = await Promise.all(files.filter((path) => path !== here)
    .map(async (path) => faultsOf(path, await readFile(join(root, path), 'utf8'))))
  expect(files.length).toBeGreaterThan(10)
  expect(faults.flat()).toEqual([])
})

test.each([
  ['server/src/cases/index.ts', ''],
  ['server/src/cases/case-utils.ts', ''],
  ['server/src/cases/helpers.ts', ''],
  ['staff-web/src/shared/common.tsx', ''],
  ['domain/src/calendar/today.ts', 'export const today = new Date()'],
  ['server/src/cases/verb.ts', '// oxlint-disable-next-line max-lines'],
  ['server/src/cases/verb.ts', '/* oxlint-disable no-await-in-loop -- why */'],
])('%s with %j is a fault', (path, text) => {
  expect(faultsOf(path, text)).toHaveLength(1)
})

test('a suppression with its reason, a date from an argument and an ordinary name are no faults', () => {
  expect(faultsOf('domain/src/calendar/day.ts', 'export const day = (at: string) => new Date(at)')).toEqual([])
  expect(faultsOf('server/src/cases/serve-case.ts', '// oxlint-disable-next-line no-await-in-loop -- the order is the rule')).toEqual([])
})
