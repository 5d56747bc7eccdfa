import { chainEntry, type LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { sealHash, type Seal } from '@daodi/domain/ledger/seal.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf } from './digest.ts'
import { findingText, verdictText } from './finding-texts.ts'
import { each, aLedger, aStream, linesOfLedger, type TestLedger } from './testing-ledger.ts'
import { chunksOf, linesOf } from './text-lines.ts'
import { verifyExport } from './verify-export.ts'

const verifyLines = (lines: readonly (string | null)[]) => verifyExport(each(lines))
const verify = async (ledger: TestLedger) => verifyLines(await linesOfLedger(ledger))
const sentences = async (ledger: TestLedger) => (await verify(ledger)).findings.map((f) => findingText(f, 'en'))

const county2 = { institutionId: 'county', stream: 'case:2' }
const inStream = (stream: string, institutionId = 'county') => (e: LedgerEntry) =>
  e.stream === stream && e.institutionId === institutionId

describe('an untouched ledger', () => {
  test.each(['sha256', 'sm3'] as const)('verifies under %s', async (algorithm) => {
    const verdict = await verify(aLedger(algorithm))
    expect(verdict).toEqual({
      ok: true,
      entries: 13,
      streams: 4,
      seals: 3,
      unsealed: 2,
      findings: [],
      furtherFindings: 0,
      lastSeal: { number: 3, hash: aLedger(algorithm).seals[2]!.hash, at: '2026-03-02T02:00:00.000Z' },
      exportedAt: '2026-03-03T00:00:00.000Z',
    })
    expect(verdictText(verdict, 'en')).toBe(
      'Checked 13 entries in 4 streams and 3 seals; 2 entries are not sealed yet. Everything verifies.',
    )
    expect(verdictText(verdict, 'zh')).toContain('全部无误')
  })

  test('verifies when it is empty', async () => {
    const verdict = await verify({ ...aLedger(), entries: [], seals: [] })
    expect(verdict).toMatchObject({ ok: true, entries: 0, streams: 0, seals: 0, unsealed: 0, lastSeal: null })
  })

  test('verifies after going through bytes in any pieces', async () => {
    const lines = await linesOfLedger(aLedger())
    for (const size of [1, 7, 65_536]) {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
      expect(await verifyExport(linesOf(each(pieces)))).toMatchObject({ ok: true, entries: 13 })
    }
  })
})

/** Edits a ledger in the database before it is exported: the file as such is whole. */
interface Tampering {
  name: string
  edit: (ledger: TestLedger) => void
  finding: object
  en: string
  zh: string
}
const tamperings: Tampering[] = [
  {
    name: 'one bit flipped',
    edit: ({ entries }) => replace(entries, 6, { data: { ...entries[6]!.data, 序号: 0 } }),
    finding: { kind: 'entry-altered', ...county2, seq: 2 },
    en: 'Stream case:2: entry 2 was altered; its content does not give its hash.',
    zh: '记录链 case:2：第 2 条被改动，内容与其杂凑值不符。',
  },
  {
    name: 'one bit flipped in the name of a stream',
    edit: ({ entries }) => replace(entries, 6, { stream: 'case:6' }),
    finding: { kind: 'entry-altered', institutionId: 'county', stream: 'case:6', seq: 1 },
    en: 'Stream case:6: entry 1 was altered; its content does not give its hash.',
    zh: '记录链 case:6：第 1 条被改动，内容与其杂凑值不符。',
  },
  {
    name: 'content changed and its hash made to fit',
    edit: ({ entries }) => (entries[6] = chainEntry({ ...entries[6]!, data: {} }, digestOf)),
    finding: { kind: 'entry-detached', ...county2, seq: 3 },
    en: 'Stream case:2: entry 3 does not continue the entry before it; one of the two was rewritten.',
    zh: '记录链 case:2：第 3 条与前一条接不上，两条之中有一条被改写。',
  },
  {
    name: 'one entry deleted',
    edit: ({ entries }) => entries.splice(6, 1),
    finding: { kind: 'entries-missing', ...county2, seq: 2, toSeq: 2 },
    en: 'Stream case:2: entry 2 is missing.',
    zh: '记录链 case:2：缺少第 2 条。',
  },
  {
    name: 'one whole stream deleted',
    edit: (ledger) => (ledger.entries = ledger.entries.filter((e) => !inStream('case:2')(e))),
    finding: { kind: 'sealed-entries-missing', ...county2, seal: 2, seq: 1, toSeq: 3 },
    en: 'Seal 2: stream case:2: entries 1–3 are missing.',
    zh: '第 2 号封签：记录链 case:2 缺少第 1–3 条。',
  },
  {
    name: 'the last entries of a stream deleted',
    edit: ({ entries }) => entries.splice(6, 2),
    finding: { kind: 'sealed-entries-missing', ...county2, seal: 2, seq: 2, toSeq: 3 },
    en: 'Seal 2: stream case:2: entries 2–3 are missing.',
    zh: '第 2 号封签：记录链 case:2 缺少第 2–3 条。',
  },
  {
    name: 'two entries reordered',
    edit: ({ entries }) => ([entries[5], entries[6]] = [entries[6]!, entries[5]!]),
    finding: { kind: 'entries-reordered', ...county2, seq: 1, found: 2 },
    en: 'Stream case:2: entry 2 stands where entry 1 should.',
    zh: '记录链 case:2：应是第 1 条的位置上是第 2 条，顺序被改动。',
  },
  {
    name: 'a stream written anew throughout',
    edit: ({ entries }) => entries.splice(5, 3, ...aStream([county2, county2, county2])),
    finding: { kind: 'sealed-entry-differs', ...county2, seal: 2, seq: 3 },
    en: 'Seal 2: stream case:2: entry 3 is not the one that was sealed.',
    zh: '第 2 号封签：记录链 case:2 的第 3 条不是当时封存的那一条。',
  },
  {
    name: 'data that JSON numbers cannot say',
    edit: ({ entries }) => replace(entries, 6, { data: { n: Number.POSITIVE_INFINITY } }),
    finding: { kind: 'entry-malformed', ...county2, seq: 2 },
    en: 'Stream case:2: entry 2 is not a proper entry ($.data: not an object).',
    zh: '记录链 case:2：第 2 条不是合格的记录（$.data：not an object）。',
  },
  {
    name: 'a seal deleted',
    edit: ({ seals }) => seals.splice(1, 1),
    finding: { kind: 'seals-missing', seal: 2, toSeal: 2 },
    en: 'Seal 2 is missing.',
    zh: '缺少第 2 号封签。',
  },
  {
    name: 'two seals exchanged',
    edit: ({ seals }) => seals.reverse(),
    finding: { kind: 'seals-missing', seal: 1, toSeal: 2 },
    en: 'Seals 1–2 are missing.',
    zh: '缺少第 1–2 号封签。',
  },
  {
    name: 'a seal altered',
    edit: ({ seals }) => (seals[1] = { ...seals[1]!, toXid: '901' }),
    finding: { kind: 'seal-altered', seal: 2 },
    en: 'Seal 2 was altered; its content does not give its hash.',
    zh: '第 2 号封签被改动，内容与其杂凑值不符。',
  },
  {
    name: 'a stream and its seals written anew up to one',
    edit: ({ seals }) => (seals[1] = resealed(seals[1]!, { at: '2026-03-02T02:00:01.000Z' })),
    finding: { kind: 'seal-detached', seal: 3 },
    en: 'Seal 3 does not continue the seal before it; one of the two was rewritten.',
    zh: '第 3 号封签与前一号接不上，两号之中有一号被改写。',
  },
  {
    name: 'an entry sealed a second time',
    edit: ({ seals }) => {
      const again = seals[1]!.segments.at(-1)!
      seals[2] = resealed(seals[2]!, { segments: [again, ...seals[2]!.segments], entries: 5 })
    },
    finding: { kind: 'seal-root-differs', seal: 3 },
    en: 'Seal 3: the entries it covers do not give its root; at least one of them is not the one that was sealed.',
    zh: '第 3 号封签：所封记录算不出它的根值，其中至少有一条不是当时封存的。',
  },
]

describe('tampering in the database', () => {
  test.each(tamperings)('$name is found and named', async ({ edit, finding, en, zh }) => {
    const ledger = aLedger()
    edit(ledger)
    const verdict = await verify(ledger)
    expect(verdict.ok).toBe(false)
    const [first] = verdict.findings
    expect(first).toMatchObject(finding)
    expect(findingText(first!, 'en')).toBe(en)
    expect(findingText(first!, 'zh')).toBe(zh)
  })

  test('an entry given another stream name is missed in its own', async () => {
    const ledger = aLedger()
    replace(ledger.entries, 6, { stream: 'case:6' })
    expect(await sentences(ledger)).toEqual([
      'Stream case:6: entry 1 was altered; its content does not give its hash.',
      'Stream case:2 is not in its place, or begins a second time: lines were moved or altered.',
      'Stream case:2: entry 2 is missing.',
      'Seal 2: stream case:2: entry 2 is missing.',
      "The file's last line counts 6 streams, but there are 5.",
    ])
  })

  test('an entry sealed twice is named beside the broken root', async () => {
    const ledger = aLedger()
    tamperings.find(({ name }) => name.includes('second time'))!.edit(ledger)
    expect(await sentences(ledger)).toContain('Seal 3: stream case:2: entry 1 was sealed before.')
  })

  test('an exchange of seals does not spoil those after it', async () => {
    const ledger = aLedger();
    [ledger.seals[0], ledger.seals[1]] = [ledger.seals[1]!, ledger.seals[0]!]
    expect(await sentences(ledger)).toEqual(['Seal 1 is missing.', 'Seal 1 stands where seal 3 should.'])
    expect(await verify(ledger)).toMatchObject({ unsealed: 2, lastSeal: { number: 3 } })
  })

  test('what no seal covers can be cut off without a trace, and is counted for that', async () => {
    const ledger = aLedger()
    ledger.entries.splice(4, 1)
    expect(await verify(ledger)).toMatchObject({ ok: true, entries: 12, unsealed: 1 })
  })
})

describe('tampering with the file', () => {
  type Edit = (lines: string[]) => (string | null)[]
  const cases: [string, Edit, object][] = [
    ['nothing in it', () => [], { kind: 'header-missing', line: 0 }],
    ['its end cut off', (l) => l.slice(0, -1), { kind: 'footer-missing', line: 17 }],
    ['its second half cut off', (l) => l.slice(0, 8), { kind: 'footer-missing', line: 8 }],
    ['no header', (l) => l.slice(1), { kind: 'header-missing', line: 1 }],
    ['another format', (l) => l.with(0, l[0]!.replace('export-1', 'export-2')), { kind: 'format-unknown', line: 1 }],
    ['no institutions', (l) => l.with(0, l[0]!.replace('ward', 'wart')), { kind: 'institution-unlisted', line: 12 }],
    ['a white space', (l) => l.with(3, l[3]!.replace(':', ': ')), { kind: 'line-respelled', line: 4 }],
    ['a carriage return', (l) => l.with(3, `${l[3]}\r`), { kind: 'line-respelled', line: 4 }],
    ['a key twice', (l) => l.with(3, l[3]!.replace('{"actor"', '{"actor":"x","actor"')), { kind: 'line-respelled', line: 4 }],
    ['an escape for a character', (l) => l.with(3, l[3]!.replace('序', '\\u5e8f')), { kind: 'line-respelled', line: 4 }],
    ['half a line', (l) => l.with(3, l[3]!.slice(0, 40)), { kind: 'line-malformed', line: 4 }],
    ['a field too many', (l) => l.with(3, l[3]!.replace('{', '{"a":1,')), { kind: 'line-malformed', line: 4 }],
    ['an inherited field name', (l) => l.toSpliced(3, 0, '{"type":"toString"}'), { kind: 'line-malformed', line: 4 }],
    ['a line that is not text', (l) => (l as (string | null)[]).with(3, null), { kind: 'line-unreadable', line: 4 }],
    ['a line twice', (l) => l.toSpliced(3, 0, l[3]!), { kind: 'entries-reordered', line: 5 }],
    ['an entry after the seals', (l) => l.toSpliced(-1, 0, l[3]!), { kind: 'line-out-of-place', line: 18 }],
    ['a second header', (l) => l.toSpliced(1, 0, l[0]!), { kind: 'line-out-of-place', line: 2 }],
    ['something after the footer', (l) => [...l, l[3]!], { kind: 'line-out-of-place', line: 19 }],
    ['a second footer', (l) => [...l, l.at(-1)!], { kind: 'line-out-of-place', line: 19 }],
    ['streams exchanged', (l) => [...l.slice(0, 6), ...l.slice(9, 11), ...l.slice(6, 9), ...l.slice(11)], { kind: 'stream-out-of-place', line: 9 }],
    ['the unsealed tail of a stream cut', (l) => l.toSpliced(5, 1), { kind: 'count-differs', of: 'entries', stated: 13, counted: 12 }],
    ['another name in the header', (l) => l.with(0, l[0]!.replace('青', '清')), { kind: 'file-altered', line: 18 }],
  ]
  test.each(cases)('%s is found and named', async (_, edit, finding) => {
    const { ok, findings } = await verifyLines(edit(await linesOfLedger(aLedger())))
    expect(ok).toBe(false)
    expect(findings[0]).toMatchObject(finding)
    for (const found of findings) expect(findingText(found, 'zh') + findingText(found, 'en')).toMatch(/^.+。[^。]+\.$/u)
  })

  test('any one flipped bit anywhere in the file is found', async () => {
    const lines = await linesOfLedger(aLedger())
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    // A final line feed may be lost on the way without any harm.
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 2 }), fc.nat({ max: 7 }), async (at, bit) => {
        const flipped = Buffer.from(bytes)
        flipped[at] = flipped[at]! ^ (1 << bit)
        const verdict = await verifyExport(linesOf(each([flipped])))
        expect(verdict.ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  test('findings beyond a hundred are counted, not kept', async () => {
    const lines = await linesOfLedger(aLedger())
    const verdict = await verifyLines([...lines, ...Array.from({ length: 250 }, () => '{}')])
    expect(verdict.findings).toHaveLength(100)
    expect(verdict.furtherFindings).toBe(150)
    expect(verdictText(verdict, 'en')).toContain('Things found wrong: 250.')
    expect(verdictText(verdict, 'zh')).toContain('发现 250 处问题')
  })

  test('lines go to chunks and back', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `${i}\u2028${'字'.repeat(i % 40)}`)
    const bytes = async function* () {
      for await (const chunk of chunksOf(each(lines))) yield Buffer.from(chunk)
    }
    const read: (string | null)[] = []
    for await (const line of linesOf(bytes())) read.push(line)
    expect(read).toEqual(lines)
  })
})

function replace(entries: LedgerEntry[], index: number, change: Partial<LedgerEntry>): void {
  entries[index] = { ...entries[index]!, ...change }
}

function resealed(seal: Seal, change: Partial<Seal>): Seal {
  const altered = { ...seal, ...change }
  return { ...altered, hash: sealHash(altered, digestOf) }
}
