// Writes docs/openapi.json from the contract: `npm run openapi`. A test holds the committed file against it.
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApiDocument } from '@daodi/contract/openapi.ts'
import { operations } from '@daodi/contract/operations.ts'

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'openapi.json')
await writeFile(file, `${JSON.stringify(openApiDocument(operations), null, 2)}\n`)
console.log(`${operations.length} operations written to ${file}`)
