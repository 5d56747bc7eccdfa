// A linter that has gone blind is worse than none: every boundary is broken once on purpose, in a copy of the
// repository's own configuration, and the linter must say so.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forbiddenCode, forbiddenImports, permitted, type Plant } from './testing-plants.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = ['domain', 'contract', 'server', 'staff-web', 'portal', 'e2e', 'tools', 'bench']

interface Finding { filename: string; code: string; message: string }

function lint(folder: string): Promise<Finding[]> {
  const binary = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [binary, '-f', 'json'], { cwd: folder, maxBuffer: 1 << 26 }, (failure, stdout, stderr) => {
      // Findings make the exit code 1, so only unreadable output is a failure of the linter itself.
      try {
        resolve((JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics)
      } catch {
        reject(new Error(`oxlint did not run: ${failure?.message ?? ''}\n${stdout}\n${stderr}`))
      }
    })
  })
}

/** An otherwise empty repository under the real configuration, holding just these files. */
async function plantedTree(plants: readonly Plant[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daodi-boundaries-'))
  await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  await cp(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const name of packages) {
    await mkdir(join(folder, name), { recursive: true })
    await cp(join(root, name, 'tsconfig.json'), join(folder, name, 'tsconfig.json'))
  }
  for (const { file, source } of plants) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), source)
  }
  return folder
}

const plants = [...forbiddenImports, ...forbiddenCode]
let folder: string
let findings: Finding[]

beforeAll(async () => {
  folder = await plantedTree([...plants, ...permitted])
  findings = await lint(folder)
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Rules about what a name stands for: the planted neighbours do not exist, and that is not what is tried here. */
const aboutMissingFiles = /^import\((named|namespace|default)\)$/

function codesFor(file: string): string[] {
  return findings.filter((found) => found.filename === file).map((found) => found.code)
}

describe('a planted fault is reported', () => {
  test.each(plants.map((plant) => [plant.file, firstLine(plant), plant.rule] as const))('%s: %s', (file, _line, rule) => {
    expect(codesFor(file)).toContain(rule)
  })
})

describe('what is allowed stays silent', () => {
  const silent = permitted.filter(({ file }) => !/\/(cycle|circle)\//.test(file))
  test.each(silent.map((plant) => [plant.file, firstLine(plant)] as const))('%s: %s', (file) => {
    expect(codesFor(file).filter((code) => !aboutMissingFiles.test(code))).toEqual([])
  })
})

test('no two plants stand in the same file, so that none hides behind another', () => {
  const files = [...plants, ...permitted].map((plant) => plant.file)
  expect(files.length).toBe(new Set(files).size)
})

function firstLine(plant: Plant): string {
  return plant.source.slice(0, plant.source.indexOf('\n'))
}
