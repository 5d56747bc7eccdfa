import { chainFinding, checkNextEntry, type ChainCheck } from '@daodi/domain/ledger/chain-check.ts'
import type { LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { compareNames } from '@daodi/domain/ledger/seal.ts'
import { digestOf } from './digest.ts'
import type { EntryHashes } from './entry-hashes.ts'
import type { Report } from './export-finding.ts'

/** Checks the chains of a ledger's entries as they come, stream after stream, and keeps their hashes for the seals. */
export class EntryVerification {
  readonly #hashes: EntryHashes
  readonly #report: Report
  #check: ChainCheck | null = null
  #badLine = 0
  /** The stream before this one: an entry with an altered stream name stands in the midst of its own. */
  #interrupted: ChainCheck | null = null
  #isChecking = true
  #name: { institutionId: string; stream: string } | null = null
  entries = 0

  constructor(hashes: EntryHashes, report: Report) {
    this.#hashes = hashes
    this.#report = report
  }

  take(entry: LedgerEntry, line: number): void {
    this.entries++
    const { institutionId, stream } = entry
    if (this.#name?.institutionId !== institutionId || this.#name.stream !== stream) this.#turnTo(entry, line)
    this.#hashes.add(entry.seq, entry.hash)
    if (!this.#isChecking) return
    const wasGood = !this.#check?.finding
    this.#check = checkNextEntry(this.#check, entry, digestOf)
    if (wasGood && this.#check.finding) this.#badLine = line
  }

  /** Reports on the stream at hand. To be called after the last entry. */
  end(): void {
    const finding = this.#isChecking && this.#check && chainFinding(this.#check)
    if (finding) this.#report(finding, this.#badLine)
    this.#isChecking = false
  }

  #turnTo({ institutionId, stream }: LedgerEntry, line: number): void {
    this.end()
    const last = this.#name
    const isNew = this.#hashes.turnTo(institutionId, stream)
    const isInOrder = !last || isBefore(last, { institutionId, stream })
    if (!isNew || !isInOrder) this.#report({ kind: 'stream-out-of-place', institutionId, stream }, line)
    const before = this.#interrupted
    const goesOn = !isNew && before?.institutionId === institutionId && before.stream === stream
    this.#interrupted = this.#check
    this.#check = goesOn ? before : null
    this.#isChecking = isNew || (goesOn && !before.finding)
    this.#name = { institutionId, stream }
  }
}

type StreamName = { readonly institutionId: string; readonly stream: string }

function isBefore(a: StreamName, b: StreamName): boolean {
  return (compareNames(a.institutionId, b.institutionId) || compareNames(a.stream, b.stream)) < 0
}
