import { NOTHING_BEFORE, type DigestOf } from './digest.ts'
import { chainEntry, linkAfter, type ChainHead, type LedgerEntry, type UnhashedEntry } from './entry.ts'

/** An entry that is in order in itself; each test says only what matters to it. */
export function anEntry(change: Partial<UnhashedEntry> = {}): UnhashedEntry {
  return {
    institutionId: 'inst-1',
    stream: 'case:1',
    seq: 1,
    at: '2026-03-02T01:02:03.004Z',
    actor: 'system',
    kind: 'registered',
    data: {},
    prev: NOTHING_BEFORE,
    algorithm: 'sha256',
    ...change,
  }
}

/** A sound stream of as many entries as there are changes; `seq` and `prev` are filled in. */
export function aStream(changes: readonly Partial<UnhashedEntry>[], digestOf: DigestOf): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  let head: ChainHead | null = null
  for (const change of changes) {
    const entry = chainEntry(anEntry({ ...change, ...linkAfter(head) }), digestOf)
    entries.push(entry)
    head = entry
  }
  return entries
}
