import type { LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { compareNames } from '@daodi/domain/ledger/seal.ts'
import type { Services } from '../http/route.ts'
import { CaseReplay } from './compare-case.ts'
import { exportLines } from './export-format.ts'
import type { LiveFinding } from './live-finding.ts'
import { casesOf, entriesOf, inSnapshot, institutionsOf, openDutiesOf, sealsOf, wordsOf, type CaseRow, type DutyRow, type WordsRow } from './store-live.ts'
import { verifyExport, type LedgerVerdict } from './verify-export.ts'

const MOST_FINDINGS = 100

export interface LiveVerdict {
  readonly ok: boolean
  /** The chains and the seals by themselves, as an export would be judged. */
  readonly ledger: LedgerVerdict
  /** What the tables say, held against what replaying the ledger gives. */
  readonly tables: { readonly cases: number; readonly words: number; readonly findings: readonly LiveFinding[]; readonly furtherFindings: number }
}

/**
 * Verifies the ledger of a running database on one picture of it, while work goes on: every chain and seal; and for
 * every case that its row, its open obligations and its words are what its entries say. Reads everything once, in order.
 */
export function verifyLive({ db, clock, ledgerAlgorithm }: Pick<Services, 'db' | 'clock' | 'ledgerAlgorithm'>): Promise<LiveVerdict> {
  return inSnapshot(db, async (trx) => {
    const comparison = new TableComparison(new InOrder(casesOf(trx)), new InOrder(openDutiesOf(trx)), new InOrder(wordsOf(trx)))
    const header = { exportedAt: clock(), algorithm: ledgerAlgorithm, institutions: await institutionsOf(trx) }
    const ledger = await verifyExport(exportLines(header, comparison.follow(entriesOf(trx)), sealsOf(trx)))
    const tables = comparison.verdict()
    return { ok: ledger.ok && tables.findings.length === 0, ledger, tables }
  })
}

interface Keyed { readonly institution_id: string }

/** Rows that come in order, taken case by case. */
class InOrder<Row extends Keyed> {
  readonly #rows: AsyncGenerator<Row, void, void>
  #next: Row | null = null
  #started = false

  constructor(rows: AsyncGenerator<Row, void, void>) {
    this.#rows = rows
  }

  async peek(): Promise<Row | null> {
    if (!this.#started) await this.#advance()
    return this.#next
  }

  async take(): Promise<Row | null> {
    const row = await this.peek()
    if (row) await this.#advance()
    return row
  }

  async #advance(): Promise<void> {
    this.#started = true
    this.#next = (await this.#rows.next()).value ?? null
  }
}

interface Place { readonly institutionId: string; readonly stream: string }

class TableComparison {
  readonly #cases: InOrder<CaseRow>
  readonly #duties: InOrder<DutyRow>
  readonly #words: InOrder<WordsRow>
  readonly #findings: LiveFinding[] = []
  #furtherFindings = 0
  #counted = { cases: 0, words: 0 }
  #replay: CaseReplay | null = null

  constructor(cases: InOrder<CaseRow>, duties: InOrder<DutyRow>, words: InOrder<WordsRow>) {
    this.#cases = cases
    this.#duties = duties
    this.#words = words
  }

  /** Hands the entries on as they are, having looked at them. */
  async *follow(entries: AsyncIterable<LedgerEntry>): AsyncGenerator<LedgerEntry, void, void> {
    for await (const entry of entries) {
      if (this.#replay?.institutionId !== entry.institutionId || this.#replay.stream !== entry.stream) {
        await this.#finish()
        this.#replay = entry.stream.startsWith('case:') ? new CaseReplay(entry) : null
      }
      this.#replay?.take(entry)
      yield entry
    }
    await this.#finish()
    while (await this.#passOver(null));
  }

  verdict(): LiveVerdict['tables'] {
    return { ...this.#counted, findings: this.#findings, furtherFindings: this.#furtherFindings }
  }

  async #finish(): Promise<void> {
    const replay = this.#replay
    this.#replay = null
    if (!replay) return
    while (await this.#passOver(replay));
    const next = await this.#cases.peek()
    const row = next && order(placeOf(next), replay) === 0 ? await this.#cases.take() : null
    if (row) this.#counted.cases++
    const words = await this.#ofCase(this.#words, replay)
    this.#counted.words += words.length
    this.#report(replay.compare({ row, duties: await this.#ofCase(this.#duties, replay), words }))
  }

  /** A case that stands before `place` has no entries. Returns whether there was one. */
  async #passOver(place: Place | null): Promise<boolean> {
    const next = await this.#cases.peek()
    if (!next || (place && order(placeOf(next), place) >= 0)) return false
    await this.#cases.take()
    this.#counted.cases++
    this.#report([{ kind: 'case-without-ledger', ...placeOf(next), number: next.number }])
    return true
  }

  /** The rows of one case. Rows of cases before it belong to none that has entries, and the missing entries are told already. */
  async #ofCase<Row extends Keyed & { case_id: string }>(rows: InOrder<Row>, place: Place): Promise<Row[]> {
    const own: Row[] = []
    for (let row = await rows.peek(); row; row = await rows.peek()) {
      const before = order({ institutionId: row.institution_id, stream: `case:${row.case_id}` }, place)
      if (before > 0) break
      if (before === 0) own.push(row)
      await rows.take()
    }
    return own
  }

  #report(findings: readonly LiveFinding[]): void {
    const room = Math.max(0, MOST_FINDINGS - this.#findings.length)
    this.#findings.push(...findings.slice(0, room))
    this.#furtherFindings += Math.max(0, findings.length - room)
  }
}

function placeOf(row: { institution_id: string; id: string }): Place {
  return { institutionId: row.institution_id, stream: `case:${row.id}` }
}

function order(a: Place, b: Place): number {
  return compareNames(a.institutionId, b.institutionId) || compareNames(a.stream, b.stream)
}
