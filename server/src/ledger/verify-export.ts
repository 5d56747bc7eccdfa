import { isLedgerAlgorithm } from '@daodi/domain/ledger/digest.ts'
import type { Hash } from 'node:crypto'
import { startDigest } from './digest.ts'
import { EntryHashes } from './entry-hashes.ts'
import type { ExportFinding, FindingKinds } from './export-finding.ts'
import { EXPORT_FORMAT, readExportLine, type ExportFooter, type ExportHeader, type ExportLine } from './export-format.ts'
import { EntryVerification } from './verify-entries.ts'
import { SealVerification } from './verify-seals.ts'

/** Findings kept in full; a file that is wrong throughout says nothing more with the next thousand. */
const MOST_FINDINGS = 100

export interface LedgerVerdict {
  readonly ok: boolean
  readonly entries: number
  readonly streams: number
  readonly seals: number
  /** Entries that no seal covers yet: their end can be cut off without a trace. */
  readonly unsealed: number
  /** In the order of the file, at most 100; the first names the first bad entry. */
  readonly findings: readonly ExportFinding[]
  /** How many more there were. */
  readonly furtherFindings: number
  /** To be compared with one published elsewhere. */
  readonly lastSeal: { readonly number: number; readonly hash: string; readonly at: string } | null
  readonly exportedAt: string | null
}

/**
 * Verifies an export with nothing but the file: every chain, every seal, the order and the completeness of the file.
 * `null` stands for a line that cannot be read (text-lines.ts). A live ledger is verified by handing in the lines of
 * `exportLines` directly. Needs the memory EntryHashes describes: about 33 bytes an entry and 250 a stream.
 */
export async function verifyExport(lines: AsyncIterable<string | null>): Promise<LedgerVerdict> {
  const verification = new ExportVerification()
  for await (const line of lines) verification.read(line)
  return verification.verdict()
}

const SECTIONS = ['start', 'header', 'entry', 'seal', 'footer'] as const

class ExportVerification {
  readonly #findings: ExportFinding[] = []
  #furtherFindings = 0
  readonly #report = (finding: FindingKinds, line = this.#line): void => {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push({ ...finding, line })
    else this.#furtherFindings++
  }
  readonly #hashes = new EntryHashes()
  readonly #entries = new EntryVerification(this.#hashes, this.#report)
  readonly #seals = new SealVerification(this.#hashes, this.#report)
  #line = 0
  #section: (typeof SECTIONS)[number] = 'start'
  #header: ExportHeader | null = null
  readonly #unlisted = new Set<string>()
  #institutions: ReadonlySet<string> | null = null
  /** Null where there is nothing to compare: no header, or a line that could not be read and is reported for that. */
  #fileDigest: Hash | null = null

  read(text: string | null): void {
    this.#line++
    if (text === null) {
      this.#fileDigest = null
      return this.#report({ kind: 'line-unreadable' })
    }
    const read = readExportLine(text)
    if (!read) this.#report({ kind: 'line-malformed' })
    else if (!read.isCanonical) this.#report({ kind: 'line-respelled' })
    if (read) this.#take(read.line)
    this.#fileDigest?.update(`${text}\n`, 'utf8')
  }

  verdict(): LedgerVerdict {
    this.#entries.end()
    if (this.#section === 'start') this.#report({ kind: 'header-missing' })
    if (this.#section !== 'footer') this.#report({ kind: 'footer-missing' })
    const { last } = this.#seals
    return {
      ok: this.#findings.length === 0,
      entries: this.#entries.entries,
      streams: this.#hashes.streams,
      seals: this.#seals.seals,
      unsealed: this.#hashes.unsealed,
      findings: this.#findings,
      furtherFindings: this.#furtherFindings,
      lastSeal: last && { number: last.number, hash: last.hash, at: last.at },
      exportedAt: this.#header?.exportedAt ?? null,
    }
  }

  #take(line: ExportLine): void {
    const step = SECTIONS.indexOf(line.type) - SECTIONS.indexOf(this.#section)
    const mayRepeat = line.type === 'entry' || line.type === 'seal'
    if (step < 0 || (step === 0 && !mayRepeat)) return this.#report({ kind: 'line-out-of-place' })
    if (this.#section === 'start' && line.type !== 'header') this.#report({ kind: 'header-missing' })
    if (this.#section === 'entry' && step > 0) this.#entries.end()
    this.#section = line.type
    switch (line.type) {
      case 'header':
        return this.#takeHeader(line)
      case 'entry':
        this.#checkInstitution(line.institutionId)
        return this.#entries.take(line, this.#line)
      case 'seal':
        return this.#seals.take(line, this.#line)
      case 'footer':
        return this.#takeFooter(line)
    }
  }

  #takeHeader(header: ExportHeader & { format: string }): void {
    const { format, algorithm, institutions } = header
    if (format !== EXPORT_FORMAT || !isLedgerAlgorithm(algorithm) || !Array.isArray(institutions)) {
      return this.#report({ kind: 'format-unknown', format })
    }
    this.#header = header
    this.#institutions = new Set(header.institutions.map((institution) => institution?.id))
    this.#fileDigest = startDigest(algorithm)
  }

  #checkInstitution(institutionId: string): void {
    if (!this.#institutions || this.#institutions.has(institutionId) || this.#unlisted.has(institutionId)) return
    this.#unlisted.add(institutionId)
    this.#report({ kind: 'institution-unlisted', institutionId })
  }

  #takeFooter(footer: ExportFooter): void {
    const counted = { entries: this.#entries.entries, streams: this.#hashes.streams, seals: this.#seals.seals }
    for (const of of ['entries', 'streams', 'seals'] as const) {
      if (footer[of] === counted[of]) continue
      this.#report({ kind: 'count-differs', of, stated: footer[of], counted: counted[of] })
    }
    const hash = this.#fileDigest?.digest('hex')
    this.#fileDigest = null
    if (hash !== undefined && hash !== footer.hash) this.#report({ kind: 'file-altered' })
  }
}
