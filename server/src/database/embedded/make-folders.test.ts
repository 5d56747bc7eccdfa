import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { prepareDataFolder } from './data-folder.ts'
import { makeFolders } from './make-folders.ts'

const base = mkdtempSync(join(tmpdir(), 'daodi-folders-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

it('makes what is missing and names the outermost folder it made', () => {
  expect(makeFolders(join(base, 'a/b/c'))).toBe(join(base, 'a'))
  expect(statSync(join(base, 'a/b/c')).isDirectory()).toBe(true)
  expect(makeFolders(join(base, 'a/b/c'))).toBeUndefined()
  expect(makeFolders(join(base, 'a/b/d'))).toBe(join(base, 'a/b/d'))
})

it('refuses a folder that can never be made in one sentence that names it, instead of trying for ever', () => {
  writeFileSync(join(base, 'file'), '')
  for (const folder of [...(process.platform === 'linux' ? ['/proc/daodi', '/proc/daodi/data'] : []), join(base, 'file', 'data')]) {
    expect(() => prepareDataFolder(folder)).toThrow(`The data folder ${folder} cannot be written`)
  }
})
