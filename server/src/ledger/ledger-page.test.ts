import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalBytes } from '@daodi/domain/ledger/entry.ts'
import { merkleRoot } from '@daodi/domain/ledger/merkle.ts'
import { canonicalSealBytes } from '@daodi/domain/ledger/seal.ts'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { digestOf } from './digest.ts'
import { linesOfLedger } from './testing-ledger.ts'
import { EXAMPLE_TEXT, workedExample } from './testing-worked-example.ts'

const docs = join(import.meta.dirname, '../../../docs')
const page = readFileSync(join(docs, 'ledger.md'), 'utf8')
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Others write verifiers from docs/ledger.md: whatever it shows must be what the product does. */
describe('docs/ledger.md', () => {
  test('shows the entries, their bytes and their SHA-256 hashes as they are', () => {
    const [first, second] = workedExample('sha256').entries
    expect(page).toContain(`\n${utf8(canonicalBytes(first!))}\n`)
    expect(page).toContain(`${canonicalBytes(first!).length} bytes`)
    expect(page).toContain(`\n${utf8(canonicalBytes(second!))}\n`)
    expect(page.replaceAll('\n', '')).toContain(Buffer.from(canonicalBytes(second!)).toString('hex'))
    expect(page).toContain(`Its ${canonicalBytes(second!).length} bytes`)
    expect(page).toContain(`SHA-256: \`${first!.hash}\``)
    expect(page).toContain(`SHA-256: \`${second!.hash}\``)
  })

  test('shows the SM3 ones as they are', () => {
    const { entries, seals } = workedExample('sm3')
    const [first, second] = entries
    expect(page).toContain(`\n${utf8(canonicalBytes(first!))}\n`)
    expect(page).toContain(`${canonicalBytes(first!).length} bytes,`)
    expect(page).toContain(`SM3 of the first: \`${first!.hash}\``)
    expect(page).toContain(`SM3 of the second: \`${second!.hash}\``)
    expect(page).toContain(`the root is \`${seals[0]!.root}\` and the seal's hash \`${seals[0]!.hash}\``)
  })

  test('shows the seal, its leaves and its root as they are', () => {
    const { entries, seals } = workedExample('sha256')
    const seal = seals[0]!
    const bytes = canonicalSealBytes(seal)
    expect(page).toContain(`\n${utf8(bytes)}\n`)
    expect(page).toContain(`SHA-256, ${bytes.length} bytes: \`${seal.hash}\``)
    expect(page).toContain(`root \`${seal.root}\``)
    for (const [i, { hash }] of entries.slice(0, 2).entries()) {
      expect(page).toContain(`leaf ${i + 1} \`${merkleRoot([hash], digestOf('sha256'))}\``)
    }
  })

  test('shows the digest of a text as it is', () => {
    const { salt, text } = EXAMPLE_TEXT
    const hash = createHash('sha256').update('daodi-text-1\0').update(salt, 'hex').update(text).digest('hex')
    expect(page).toContain(`digest of \`${text}\` with the salt \`${salt}\`: \`${hash}\``)
    expect(workedExample('sha256').entries[0]!.data.subject).toBe(hash)
  })

  test('comes with the export of its example', async () => {
    const lines = await linesOfLedger(workedExample('sha256'))
    const file = readFileSync(join(docs, 'ledger-example.jsonl'), 'utf8')
    expect(file).toBe(lines.map((line) => `${line}\n`).join(''))
  })
})
