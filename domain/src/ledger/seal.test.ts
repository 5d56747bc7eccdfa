import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSeal, type LookUpSegment } from './check-seal.ts'
import type { DigestOf } from './digest.ts'
import type { LedgerEntry } from './entry.ts'
import type { SealFinding } from './finding.ts'
import { auditPath, merkleRoot, rootByAuditPath } from './merkle.ts'
import { canonicalSealBytes, makeSeal, sealHash, type Seal } from './seal.ts'
import { aStream } from './testing-chains.ts'

const digestOf: DigestOf = (algorithm) => (bytes) => createHash(algorithm).update(bytes).digest()
const sha256 = digestOf('sha256')
const about = (fromXid: string, toXid: string) =>
  ({ at: '2026-03-02T02:00:00.000Z', fromXid, toXid, algorithm: 'sha256' }) as const

describe('the Merkle tree', () => {
  const hex = (n: number) => sha256(Uint8Array.of(n)).reduce((s, b) => s + b.toString(16).padStart(2, '0'), '')
  const leaf = (h: string) => createHash('sha256').update('\0').update(h, 'hex').digest('hex')
  const node = (l: string, r: string) => createHash('sha256').update('\x01').update(l, 'hex').update(r, 'hex').digest('hex')

  test('of none, one, two, three and seven leaves is that of RFC 6962', () => {
    const h = [0, 1, 2, 3, 4, 5, 6].map(hex)
    const l = h.map(leaf) as [string, string, string, string, string, string, string]
    const left = node(node(l[0], l[1]), node(l[2], l[3]))
    expect(merkleRoot([], sha256)).toBe(createHash('sha256').digest('hex'))
    expect(merkleRoot(h.slice(0, 1), sha256)).toBe(l[0])
    expect(merkleRoot(h.slice(0, 2), sha256)).toBe(node(l[0], l[1]))
    expect(merkleRoot(h.slice(0, 3), sha256)).toBe(node(node(l[0], l[1]), l[2]))
    expect(merkleRoot(h, sha256)).toBe(node(left, node(node(l[4], l[5]), l[6])))
  })

  test('proves every leaf by its path, and no other leaf or place', () => {
    for (let size = 1; size <= 20; size++) {
      const leaves = Array.from({ length: size }, (_, i) => hex(i))
      const root = merkleRoot(leaves, sha256)
      for (const [index, hash] of leaves.entries()) {
        const path = auditPath(leaves, index, sha256)
        expect(rootByAuditPath({ hash, index, size }, path, sha256)).toBe(root)
        expect(rootByAuditPath({ hash: hex(99), index, size }, path, sha256)).not.toBe(root)
        expect(rootByAuditPath({ hash, index, size }, [...path, hash], sha256)).toBeNull()
        expect(rootByAuditPath({ hash, index: (index + 1) % (size + 1), size }, path, sha256)).not.toBe(root)
        expect(rootByAuditPath({ hash, index, size }, [...path.slice(1), hash], sha256)).not.toBe(root)
      }
    }
    expect(() => auditPath([hex(1)], 1, sha256)).toThrow(RangeError)
    expect(rootByAuditPath({ hash: hex(1), index: 1, size: 1 }, [], sha256)).toBeNull()
  })
})

interface Sealed {
  streams: Map<string, LedgerEntry[]>
  seals: Seal[]
}

/** Three streams, three seals; seal 2 covers the end of stream b, seal 3 one entry each of a and c. */
function threeSeals(): Sealed {
  const stream = (name: string, n: number) =>
    aStream(Array.from({ length: n }, (_, i) => ({ stream: name, data: { i } })), digestOf)
  const [a, b, c] = [stream('case:a', 4), stream('case:b', 5), stream('case:c', 1)]
  const first = makeSeal(null, [...b.slice(0, 2), ...a.slice(0, 3)], about('0', '100'), digestOf)
  const second = makeSeal(first, b.slice(2), about('100', '150'), digestOf)
  const third = makeSeal(second, [...c, ...a.slice(3)], about('150', '900'), digestOf)
  return { streams: new Map([['case:a', a], ['case:b', b], ['case:c', c]]), seals: [first, second, third] }
}

function allFindings({ streams, seals }: Sealed): SealFinding[] {
  const lookUp: LookUpSegment = ({ stream, fromSeq, toSeq }) => {
    const bySeq = new Map(streams.get(stream)?.map((e) => [e.seq, e.hash]))
    return Array.from({ length: toSeq - fromSeq + 1 }, (_, i) => bySeq.get(fromSeq + i))
  }
  return seals.flatMap((seal, i) => checkSeal(seal, seals[i - 1] ?? null, lookUp, digestOf) ?? [])
}

describe('seals', () => {
  test('over an untouched ledger are good', () => {
    expect(allFindings(threeSeals())).toEqual([])
  })

  test('hold segments in order and the Merkle root over the entries in that order', () => {
    const { streams, seals } = threeSeals()
    const [a, b] = [streams.get('case:a')!, streams.get('case:b')!]
    const place = { institutionId: 'inst-1' }
    expect(seals[0]).toMatchObject({
      number: 1,
      entries: 5,
      prev: '0'.repeat(64),
      segments: [
        { ...place, stream: 'case:a', fromSeq: 1, toSeq: 3, headHash: a.at(2)!.hash },
        { ...place, stream: 'case:b', fromSeq: 1, toSeq: 2, headHash: b.at(1)!.hash },
      ],
      root: merkleRoot([...a.slice(0, 3), ...b.slice(0, 2)].map((e) => e.hash), sha256),
    })
    expect(seals.at(1)!.prev).toBe(seals.at(0)!.hash)
  })

  test('have these canonical bytes', () => {
    const { seals } = threeSeals()
    const { segments, root, prev } = seals.at(1)!
    expect(new TextDecoder().decode(canonicalSealBytes(seals.at(1)!))).toBe(
      '["daodi-seal-1","sha256",2,"2026-03-02T02:00:00.000Z","100","150",3,' +
        `[["inst-1","case:b",3,5,"${segments.at(0)!.headHash}"]],"${root}","${prev}"]`,
    )
  })

  const missing = { kind: 'sealed-entries-missing', institutionId: 'inst-1' }
  const tamperings: [string, (s: Sealed) => void, object[]][] = [
    [
      'a whole stream deleted',
      ({ streams }) => streams.delete('case:b'),
      [
        { ...missing, seal: 1, stream: 'case:b', seq: 1, toSeq: 2 },
        { ...missing, seal: 2, stream: 'case:b', seq: 3, toSeq: 5 },
      ],
    ],
    [
      'the last entries of a stream deleted',
      ({ streams }) => streams.get('case:b')!.splice(3),
      [{ ...missing, seal: 2, stream: 'case:b', seq: 4, toSeq: 5 }],
    ],
    [
      'a sealed entry in the middle deleted',
      ({ streams }) => streams.get('case:a')!.splice(1, 1),
      [{ ...missing, seal: 1, stream: 'case:a', seq: 2, toSeq: 2 }],
    ],
    [
      'a stream written anew from some entry on',
      ({ streams }) => {
        const changes = [0, 1, 2, 3, 99].map((i) => ({ stream: 'case:b', data: { i } }))
        streams.set('case:b', aStream(changes, digestOf))
      },
      [{ kind: 'sealed-entry-differs', institutionId: 'inst-1', seal: 2, stream: 'case:b', seq: 5 }],
    ],
    ['a seal deleted', ({ seals }) => seals.splice(1, 1), [{ kind: 'seals-missing', seal: 2, toSeal: 2 }]],
    ['the first seal deleted', ({ seals }) => seals.shift(), [{ kind: 'seals-missing', seal: 1, toSeal: 1 }]],
    [
      'a seal twice',
      ({ seals }) => seals.splice(1, 0, seals.at(0)!),
      [{ kind: 'seals-reordered', seal: 2, found: 1 }],
    ],
    [
      'a time altered in a seal',
      ({ seals }) => (seals[1] = { ...seals.at(1)!, at: '2026-03-02T02:00:00.001Z' }),
      [{ kind: 'seal-altered', seal: 2 }],
    ],
    [
      'a seal altered and hashed again',
      ({ seals }) => (seals[1] = rehashed(seals.at(1)!, { at: '2026-03-02T02:00:00.001Z' })),
      [{ kind: 'seal-detached', seal: 3 }],
    ],
    [
      'another root, hashed again',
      ({ seals }) => (seals[2] = rehashed(seals.at(2)!, { root: 'ab'.repeat(32) })),
      [{ kind: 'seal-root-differs', seal: 3 }],
    ],
    [
      'a hole in the transaction ids, hashed again',
      ({ seals }) => (seals[2] = rehashed(seals.at(2)!, { fromXid: '160' })),
      [{ kind: 'seal-range-gap', seal: 3 }],
    ],
    [
      'a count that is not the sum',
      ({ seals }) => (seals[2] = { ...seals.at(2)!, entries: 3 }),
      [{ kind: 'seal-malformed', seal: 3, field: '$.entries', reason: 'not the sum of the segments' }],
    ],
  ]
  test.each(tamperings)('find and name %s', (_, tamper, findings) => {
    const sealed = threeSeals()
    tamper(sealed)
    expect(allFindings(sealed)).toEqual(findings)
  })

  test('may start their transaction ids anew in a new cluster', () => {
    const { streams, seals } = threeSeals()
    seals[2] = makeSeal(seals.at(1)!, [...streams.get('case:c')!, streams.get('case:a')!.at(3)!], about('0', '7'), digestOf)
    expect(allFindings({ streams, seals })).toEqual([])
  })

  test('are answered at once when a forged one claims endless entries', () => {
    const { streams, seals } = threeSeals()
    const endless = 2 ** 52
    const forged = { ...seals.at(0)!, entries: endless, segments: [{ ...seals.at(0)!.segments.at(0)!, toSeq: endless }] }
    const seal = { ...forged, hash: sealHash(forged, digestOf) }
    const finding = checkSeal(seal, null, () => streams.get('case:a')!.map((e) => e.hash), digestOf)
    expect(finding).toMatchObject({ ...missing, stream: 'case:a', seq: 5, toSeq: endless })
  })

  test('refuse what cannot be sealed', () => {
    const { streams, seals } = threeSeals()
    const c = streams.get('case:c')!
    const seal = (entries: LedgerEntry[], from: string, to: string) => () =>
      makeSeal(seals.at(2)!, entries, about(from, to), digestOf)
    expect(seal([], '900', '901')).toThrow('$.entries: not a whole number from 1')
    expect(seal([...c, ...c], '900', '901')).toThrow('$.segments[1]: not after')
    expect(seal(c, '899', '901')).toThrow('$.fromXid: does not continue')
    expect(seal(c, '900', '900')).toThrow('$.toXid: not above fromXid')
    expect(seal(c, '900', '18446744073709551616')).toThrow('$.toXid')
    expect(seal(c, '0900', '1000')).toThrow('$.fromXid: not a transaction id')
  })

  test('find any one sealed entry that is gone or another, and name it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 20 }), fc.nat(), fc.boolean(), (picks, at, gone) => {
        const lengths = [0, 1, 2, 3].map((s) => picks.filter((pick) => pick === s).length)
        const streams = lengths.map((n, s) => aStream(Array.from({ length: n }, () => ({ stream: `case:${s}` })), digestOf))
        const all = streams.flat()
        const half = Math.ceil(all.length / 2)
        const first = makeSeal(null, all.filter((_, i) => i < half), about('0', '5'), digestOf)
        const rest = all.filter((_, i) => i >= half)
        const seals = rest.length > 0 ? [first, makeSeal(first, rest, about('5', '6'), digestOf)] : [first]
        const index = at % all.length
        const victim = all.at(index)!
        const remaining = gone ? all.toSpliced(index, 1) : all.with(index, { ...victim, hash: 'ab'.repeat(32) })
        const byStream = new Map(streams.map((_, s) => [`case:${s}`, remaining.filter((e) => e.stream === `case:${s}`)]))
        const findings = allFindings({ streams: byStream, seals })
        const seal = index < half ? 1 : 2
        const named = gone ? { stream: victim.stream, seq: victim.seq, toSeq: victim.seq } : {}
        expect(findings).toEqual([expect.objectContaining({ seal, ...named })])
      }),
    )
  })
})

function rehashed(seal: Seal, change: Partial<Seal>): Seal {
  const altered = { ...seal, ...change }
  return { ...altered, hash: sealHash(altered, digestOf) }
}
