import type { LedgerAlgorithm } from '@daodi/domain/ledger/digest.ts'
import { chainEntry, linkAfter, type ChainHead, type LedgerEntry, type UnhashedEntry } from '@daodi/domain/ledger/entry.ts'
import { makeSeal, type Seal } from '@daodi/domain/ledger/seal.ts'
import { digestOf } from './digest.ts'
import { exportLines, type ExportHeader } from './export-format.ts'

export interface TestLedger {
  header: ExportHeader
  entries: LedgerEntry[]
  seals: Seal[]
}

type Content = Partial<UnhashedEntry> & { stream: string }

/** A chained stream; what is not said is filled in. */
export function aStream(contents: readonly Content[], algorithm: LedgerAlgorithm = 'sha256'): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  let head: ChainHead | null = null
  for (const content of contents) {
    const filled = {
      institutionId: 'county',
      at: '2026-03-02T01:30:00.000Z',
      actor: 'system',
      kind: 'case.noted',
      data: {},
      algorithm,
      ...content,
      ...linkAfter(head),
    }
    const entry = chainEntry(filled, digestOf)
    entries.push(entry)
    head = entry
  }
  return entries
}

/**
 * Two institutions, four streams (county: case:1 of 5 entries, case:2 of 3, case:3 of 2; ward: case:1 of 3), three
 * seals over eleven of the thirteen entries. case:2 is sealed entirely by seal 2.
 */
export function aLedger(algorithm: LedgerAlgorithm = 'sha256'): TestLedger {
  const stream = (institutionId: string, name: string, length: number) =>
    aStream(
      Array.from({ length }, (_, i) => ({ institutionId, stream: name, data: { 序号: i, '😀': [null, true, `第${i}步\n`] } })),
      algorithm,
    )
  const [one, two, three] = [stream('county', 'case:1', 5), stream('county', 'case:2', 3), stream('county', 'case:3', 2)]
  const ward = stream('ward', 'case:1', 3)
  const seals: Seal[] = []
  const seal = (entries: LedgerEntry[], toXid: string) => {
    const before = seals.at(-1) ?? null
    const about = { at: '2026-03-02T02:00:00.000Z', fromXid: before?.toXid ?? '0', toXid, algorithm }
    seals.push(makeSeal(before, entries, about, digestOf))
  }
  seal([...ward.slice(0, 2), ...one.slice(0, 3)], '800')
  seal([...two, ...one.slice(3, 4)], '900')
  seal([...three.slice(0, 1), ...ward.slice(2)], '1000')
  return {
    header: {
      exportedAt: '2026-03-03T00:00:00.000Z',
      algorithm,
      institutions: [
        { id: 'county', name: '青河县政务服务局' },
        { id: 'ward', name: '青河县人民医院' },
      ],
    },
    entries: [...one, ...two, ...three, ...ward],
    seals,
  }
}

export async function linesOfLedger({ header, entries, seals }: TestLedger): Promise<string[]> {
  const lines: string[] = []
  for await (const line of exportLines(header, each(entries), each(seals))) lines.push(line)
  return lines
}

export async function* each<T>(items: Iterable<T>): AsyncGenerator<T, void, void> {
  yield* items
}
