import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfHex, hexOf, utf8Of } from './bytes.ts'
import { firstBadEntry } from './chain-check.ts'
import type { Digest } from './digest.ts'
import { aStream } from './testing-chains.ts'
import { textDigest } from './text-digest.ts'

const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest()
const salt = '00112233445566778899aabbccddeeff'

test('a text is digested with its label and salt', () => {
  const expected = createHash('sha256').update('daodi-text-1\0').update(salt, 'hex').update('到底').digest('hex')
  expect(textDigest(salt, '到底', sha256)).toBe(expected)
})

test('another salt, another digest; odd salts and half characters are refused', () => {
  expect(textDigest(salt, 'x', sha256)).not.toBe(textDigest(salt.replace('0', '1'), 'x', sha256))
  expect(() => textDigest(salt.slice(2), 'x', sha256)).toThrow('a salt is 16 bytes')
  expect(() => textDigest(salt.toUpperCase(), 'x', sha256)).toThrow(RangeError)
  expect(() => textDigest(salt, '\udc00', sha256)).toThrow(RangeError)
})

test('erasing texts leaves the chain as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (texts) => {
      const rows = new Map(texts.map((text, i) => [i, text]))
      const changes = texts.map((text) => ({ data: { textDigest: textDigest(salt, text, sha256) } }))
      const digestOf = () => sha256
      const entries = aStream(changes, digestOf)
      const before = JSON.stringify(entries)
      rows.clear()
      expect(firstBadEntry(entries, digestOf)).toBeNull()
      expect(JSON.stringify(entries)).toBe(before)
    }),
  )
})

test('UTF-8 and hex agree with the platform', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = Buffer.from(text, 'utf8')
      expect(Buffer.from(utf8Of(text)).equals(bytes)).toBe(true)
      expect(hexOf(bytes)).toBe(bytes.toString('hex'))
      expect(Buffer.from(bytesOfHex(hexOf(bytes))).equals(bytes)).toBe(true)
    }),
  )
})
