import { checkSeal } from '@daodi/domain/ledger/check-seal.ts'
import type { SealFinding } from '@daodi/domain/ledger/finding.ts'
import type { Seal } from '@daodi/domain/ledger/seal.ts'
import { digestOf } from './digest.ts'
import type { EntryHashes } from './entry-hashes.ts'
import type { Report } from './export-finding.ts'

/** Checks seals as they come against the hashes of all entries, which must be complete by then. */
export class SealVerification {
  readonly #hashes: EntryHashes
  readonly #report: Report
  last: Seal | null = null
  seals = 0

  constructor(hashes: EntryHashes, report: Report) {
    this.#hashes = hashes
    this.#report = report
  }

  take(seal: Seal, line: number): void {
    this.seals++
    const finding = this.#check(seal, this.last)
    if (finding) this.#report(finding, line)
    // A seal that is not itself says nothing reliable about entries or about its own place.
    if (finding?.kind === 'seal-malformed' || finding?.kind === 'seal-altered') {
      // The next seal continues what this one states, so that only this one is named.
      this.last = { ...seal, number: finding.seal }
      return
    }
    const content = finding && isAboutPlace(finding) ? this.#check(seal, placeBefore(seal)) : null
    if (content) this.#report(content, line)
    this.#markSealed(seal, line)
    if (seal.number > (this.last?.number ?? 0)) this.last = seal
  }

  #check(seal: Seal, before: Seal | null): SealFinding | null {
    return checkSeal(seal, before, (segment) => this.#hashes.hashesIn(segment), digestOf)
  }

  #markSealed(seal: Seal, line: number): void {
    let isReported = false
    for (const segment of seal.segments) {
      const seq = this.#hashes.markSealed(segment)
      if (seq === null || isReported) continue
      const { institutionId, stream } = segment
      this.#report({ kind: 'sealed-twice', seal: seal.number, institutionId, stream, seq }, line)
      isReported = true
    }
  }
}

function isAboutPlace({ kind }: SealFinding): boolean {
  return kind === 'seals-missing' || kind === 'seals-reordered' || kind === 'seal-detached' || kind === 'seal-range-gap'
}

/** What the seal itself says came before it, so that its content can be checked though its place is wrong. */
function placeBefore(seal: Seal): Seal | null {
  if (seal.number === 1) return null
  return { ...seal, number: seal.number - 1, hash: seal.prev, toXid: seal.fromXid }
}
