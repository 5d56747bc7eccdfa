import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addressOfDemo, forgetDemo, rememberDemo } from './running-demo.ts'

const said: (object | string)[] = []
const log = { info: () => undefined, warn: (message: object | string) => { said.push(message) }, error: () => undefined }

test('a running demonstration is found by its data folder, and no longer once it has stopped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daodi-demo-'))
  expect(addressOfDemo(folder)).toBeNull()
  rememberDemo(folder, 'http://127.0.0.1:18123/', log)
  expect(addressOfDemo(folder)).toBe('http://127.0.0.1:18123/')
  forgetDemo(folder)
  expect(addressOfDemo(folder)).toBeNull()
  rmSync(folder, { recursive: true })
})

test('a folder that cannot be written to stops nothing', () => {
  rememberDemo(join(tmpdir(), 'no', 'such', 'folder'), 'http://127.0.0.1:1/', log)
  expect(said).toHaveLength(1)
})
