import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { API_VERSION, openApiDocument } from '@daodi/contract/openapi.ts'
import { operations } from '@daodi/contract/operations.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

test('docs/openapi.json is what the contract says (npm run openapi writes it)', async () => {
  const committed: unknown = JSON.parse(await readFile(join(root, 'docs', 'openapi.json'), 'utf8'))
  expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument(operations))))
})

test('the document carries the version of the packages', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'contract', 'package.json'), 'utf8')) as { version: string }
  expect(API_VERSION).toBe(version)
})
