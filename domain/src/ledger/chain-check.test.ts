import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from './canonical-json.ts'
import { firstBadEntry } from './chain-check.ts'
import type { DigestOf } from './digest.ts'
import { canonicalBytes, chainEntry, type LedgerEntry, type UnhashedEntry } from './entry.ts'
import { aStream, anEntry } from './testing-chains.ts'

const digestOf: DigestOf = (algorithm) => (bytes) => createHash(algorithm).update(bytes).digest()
const five = () => aStream([{}, { data: { a: 1 } }, {}, {}, {}], digestOf)
const place = { institutionId: 'inst-1', stream: 'case:1' }

/** Seals in the change, as somebody would who knows the format but not the rest of the chain. */
function rehashed(entry: LedgerEntry, change: Partial<UnhashedEntry>): LedgerEntry {
  return chainEntry({ ...entry, ...change }, digestOf)
}

describe('a stream', () => {
  test('in order is good, and so is none at all', () => {
    expect(firstBadEntry(five(), digestOf)).toBeNull()
    expect(firstBadEntry([], digestOf)).toBeNull()
  })

  type Tampering = (e: LedgerEntry[]) => LedgerEntry[]
  const cases: [string, Tampering, object][] = [
    ['data changed', (e) => e.with(1, { ...e.at(1)!, data: { a: 2 } }), { kind: 'entry-altered', seq: 2 }],
    [
      'data changed and hashed again',
      (e) => e.with(1, rehashed(e.at(1)!, { data: { a: 2 } })),
      { kind: 'entry-detached', seq: 3 },
    ],
    ['one deleted', (e) => e.toSpliced(2, 1), { kind: 'entries-missing', seq: 3, toSeq: 3 }],
    ['first two deleted', (e) => e.slice(2), { kind: 'entries-missing', seq: 1, toSeq: 2 }],
    ['two swapped', (e) => e.with(1, e.at(2)!).with(2, e.at(1)!), { kind: 'entries-reordered', seq: 2, found: 3 }],
    ['one twice', (e) => e.toSpliced(2, 0, e.at(1)!), { kind: 'entries-reordered', seq: 3, found: 2 }],
    [
      'one from another stream',
      (e) => e.with(3, rehashed(e.at(3)!, { stream: 'case:2' })),
      { kind: 'entry-of-another-stream', seq: 4 },
    ],
    [
      'content without canonical form',
      (e) => e.with(2, { ...e.at(2)!, data: { n: 0.5 } }),
      { kind: 'entry-malformed', seq: 3, field: '$[8].n', reason: 'not a whole number within ±(2^53 − 1)' },
    ],
    [
      'a hash in capitals',
      (e) => e.with(4, { ...e.at(4)!, hash: e.at(4)!.hash.toUpperCase() }),
      { kind: 'entry-malformed', seq: 5, field: '$.hash', reason: 'not 64 lower-case hex digits' },
    ],
    [
      'an unknown algorithm',
      (e) => e.with(4, { ...e.at(4)!, algorithm: 'constructor' as never }),
      { kind: 'entry-malformed', seq: 5, field: '$.algorithm', reason: 'neither sha256 nor sm3' },
    ],
  ]
  test.each(cases)('with %s is found out', (_, tamper, finding) => {
    expect(firstBadEntry(tamper(five()), digestOf)).toEqual({ ...place, ...finding })
  })

  test('is compared with a head known from elsewhere', () => {
    const entries = five()
    const known = (seq: number, hash = entries[seq - 1]?.hash ?? '') => ({ ...place, head: { seq, hash } })
    expect(firstBadEntry(entries, digestOf, known(5))).toBeNull()
    expect(firstBadEntry([], digestOf, known(5))).toEqual({ kind: 'entries-missing', ...place, seq: 1, toSeq: 5 })
    expect(firstBadEntry(entries.slice(0, 3), digestOf, known(5))).toEqual({
      kind: 'entries-missing',
      ...place,
      seq: 4,
      toSeq: 5,
    })
    expect(firstBadEntry(entries, digestOf, known(4))).toEqual({ kind: 'entry-beyond-head', ...place, seq: 5 })
    expect(firstBadEntry(entries, digestOf, known(5, 'ff'))).toEqual({ kind: 'head-differs', ...place, seq: 5 })
  })

  test('may change its hash function on the way', () => {
    const entries = aStream([{}, { algorithm: 'sm3' }, {}], digestOf)
    expect(firstBadEntry(entries, digestOf)).toBeNull()
  })
})

const text = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((t) => !t.includes('\0'))
const json = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, '', [], {}),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}))
const name = fc.stringMatching(/^[\x21-\x7e]{1,12}$/)
const content = fc.record({ actor: name, kind: name, data: json.object, algorithm: fc.constantFrom('sha256', 'sm3') })

describe('properties', () => {
  test('different data never share their bytes, equal data always do', () => {
    const decode = (data: JsonObject) => new TextDecoder().decode(canonicalBytes(anEntry({ data })))
    fc.assert(
      fc.property(json.object, json.object, (a, b) => {
        expect(JSON.parse(decode(a))).toHaveProperty([8], JSON.parse(JSON.stringify(a)))
        expect(decode(a) === decode(b)).toBe(fc.stringify(sorted(a)) === fc.stringify(sorted(b)))
        expect(decode(a)).toBe(decode(shuffled(a)))
      }),
    )
  })

  test('any one change to any one field of any chain is found at that entry', () => {
    const fields = ['institutionId', 'stream', 'actor', 'kind', 'at', 'seq', 'data', 'prev', 'hash', 'algorithm'] as const
    fc.assert(
      fc.property(
        fc.array(content, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom(...fields),
        fc.nat(),
        (contents, at, field, bit) => {
          const entries = aStream(contents, digestOf)
          expect(firstBadEntry(entries, digestOf)).toBeNull()
          const index = at % entries.length
          const bad = entries.with(index, withOneChange(entries.at(index)!, field, bit))
          expect(firstBadEntry(bad, digestOf)).toMatchObject({ seq: index + 1 })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('any entry left out, but for the last, is named', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 2, maxLength: 8 }), fc.nat(), (contents, at) => {
        const entries = aStream(contents, digestOf)
        const index = at % (entries.length - 1)
        const finding = firstBadEntry(entries.toSpliced(index, 1), digestOf)
        expect(finding).toMatchObject({ kind: 'entries-missing', seq: index + 1, toSeq: index + 1 })
      }),
    )
  })

  test('any two entries exchanged are named', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(), (contents, a, b) => {
        const entries = aStream(contents, digestOf)
        const [i, j] = [a % entries.length, b % entries.length].sort((x, y) => x - y) as [number, number]
        fc.pre(i !== j)
        const finding = firstBadEntry(entries.with(i, entries.at(j)!).with(j, entries.at(i)!), digestOf)
        expect(finding).toMatchObject({ kind: 'entries-reordered', seq: i + 1, found: j + 1 })
      }),
    )
  })
})

function withOneChange(entry: LedgerEntry, field: keyof LedgerEntry, bit: number): LedgerEntry {
  const old = entry[field]
  if (typeof old === 'number') return { ...entry, [field]: old + 1 + (bit % 3) }
  if (typeof old === 'object') return { ...entry, data: withAnotherMember(old, bit) }
  if (field === 'algorithm') return { ...entry, algorithm: old === 'sm3' ? 'sha256' : 'sm3' }
  const at = bit % old.length
  const flipped = String.fromCharCode(old.charCodeAt(at) ^ (1 << (bit % 7)))
  return { ...entry, [field]: old.slice(0, at) + flipped + old.slice(at + 1) }
}

function withAnotherMember(data: JsonObject, bit: number): JsonObject {
  const keys = Object.keys(data)
  const key = keys[bit % Math.max(keys.length, 1)]
  if (key === undefined) return { added: null }
  const { [key]: old, ...rest } = data
  return bit % 2 === 0 ? rest : { ...rest, [key]: [old ?? null] }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function rebuilt(value: JsonValue, order: (keys: string[]) => string[]): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => rebuilt(item, order))
  if (!isObject(value)) return value
  const pairs = order(Object.keys(value)).map((key) => [key, rebuilt(value[key] ?? null, order)] as const)
  return Object.fromEntries(pairs)
}

const sorted = (data: JsonObject) => rebuilt(data, (keys) => keys.toSorted())
const shuffled = (data: JsonObject) => rebuilt(data, (keys) => keys.toReversed()) as JsonObject
