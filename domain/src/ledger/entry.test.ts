import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalBytes, chainEntry, linkAfter } from './entry.ts'
import { canonicalJson, NoCanonicalForm, type JsonValue } from './canonical-json.ts'
import type { DigestOf } from './digest.ts'
import { anEntry } from './testing-chains.ts'

const digestOf: DigestOf = (algorithm) => (bytes) => createHash(algorithm).update(bytes).digest()

describe('canonical bytes', () => {
  test('are these, character for character', () => {
    const entry = anEntry({ data: { z: 1, a: [null, true, '到底\n"\u0007'], é: {}, '😀': -5, '\uffff': 0 } })
    expect(new TextDecoder().decode(canonicalBytes(entry))).toBe(
      '["daodi-ledger-1","sha256","inst-1","case:1",1,"2026-03-02T01:02:03.004Z","system","registered",' +
        '{"a":[null,true,"到底\\n\\"\\u0007"],"z":1,"é":{},"😀":-5,"\uffff":0},' +
        `"${'0'.repeat(64)}"]`,
    )
  })

  const refused: [string, Parameters<typeof anEntry>[0]][] = [
    ['$[8].n', { data: { n: 1.5 } }],
    ['$[8].n', { data: { n: 2 ** 53 } }],
    ['$[8].n', { data: { n: Number.NaN } }],
    ['$[8].a[1]', { data: { a: ['x', '\ud800'] } }],
    ['$[8].\udc00', { data: { '\udc00': 1 } }],
    ['$[8].t', { data: { t: 'a\0b' } }],
    ['$[8].u', { data: { u: undefined as unknown as JsonValue } }],
    ['$[8].d', { data: { d: new Date(0) as unknown as JsonValue } }],
    ['$.data', { data: [] as never }],
    ['$.seq', { seq: 0 }],
    ['$.seq', { seq: 1.5 }],
    ['$.at', { at: '2026-03-02T01:02:03Z' }],
    ['$.at', { at: '2026-03-02T09:02:03.004+08:00' }],
    ['$.actor', { actor: '' }],
    ['$.stream', { stream: 'case 1' }],
    ['$.kind', { kind: '登记' }],
    ['$.prev', { prev: 'A'.repeat(64) }],
    ['$.algorithm', { algorithm: 'md5' as never }],
  ]
  test.each(refused)('refuse at %s: %o', (path, change) => {
    const attempt = () => canonicalBytes(anEntry(change))
    expect(attempt).toThrow(NoCanonicalForm)
    expect(attempt).toThrow(`${path}: `)
  })

  test('refuse data too deep or too long', () => {
    let deep: JsonValue = 0
    for (let i = 0; i < 32; i++) deep = [deep]
    expect(() => canonicalBytes(anEntry({ data: { deep } }))).toThrow('deeper than 32 levels')
    expect(() => canonicalBytes(anEntry({ data: { long: 'x'.repeat(262_144) } }))).toThrow('longer than')
  })

  test('read a key named __proto__ as any other key', () => {
    const data = JSON.parse('{"__proto__":{"a":1}}') as { [key: string]: JsonValue }
    expect(canonicalJson(data, { numbers: 'doubles', maxDepth: 5, maxLength: 100 })).toBe('{"__proto__":{"a":1}}')
  })
})

test.each(['sha256', 'sm3'] as const)('an entry is chained with %s over its canonical bytes', (algorithm) => {
  const entry = anEntry({ algorithm })
  const expected = createHash(algorithm).update(canonicalBytes(entry)).digest('hex')
  expect(chainEntry(entry, digestOf)).toEqual({ ...entry, hash: expected })
})

test('the next entry links to the head', () => {
  expect(linkAfter(null)).toEqual({ seq: 1, prev: '0'.repeat(64) })
  expect(linkAfter({ seq: 4, hash: 'ab' })).toEqual({ seq: 5, prev: 'ab' })
})
