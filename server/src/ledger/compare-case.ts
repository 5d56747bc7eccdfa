import { evolve } from '@daodi/domain/cases/evolve.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { isHashHex } from '@daodi/domain/ledger/bytes.ts'
import { chainFinding } from '@daodi/domain/ledger/chain-check.ts'
import type { LedgerAlgorithm } from '@daodi/domain/ledger/digest.ts'
import type { ChainHead, LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { textDigest } from '@daodi/domain/ledger/text-digest.ts'
import { nextAt, type Obligation } from '@daodi/domain/obligations/obligation.ts'
import { columns } from '../cases/store-record.ts'
import { digestOf } from './digest.ts'
import { firstDifference } from './first-difference.ts'
import type { LiveFinding, TableFinding } from './live-finding.ts'
import type { CaseRow, DutyRow, WordsRow } from './store-live.ts'

/** Without the part that says of which case. */
type Told = TableFinding extends infer Each ? (Each extends TableFinding ? Omit<Each, 'institutionId' | 'stream' | 'number'> : never) : never

/** What the tables hold of one case. */
export interface CaseTables {
  row: CaseRow | null
  duties: readonly DutyRow[]
  words: readonly WordsRow[]
}

/** One case's stream as it is read: replayed, and the digests of its words gathered. */
export class CaseReplay {
  readonly institutionId: string
  readonly stream: string
  #state: CaseState | null = null
  /** The same as a program replayed it that gave time with every returned result; only where the stream has one of which it does not say. */
  #stateOnce: CaseState | null = null
  #head: ChainHead | null = null
  /** Where replaying stopped making sense. */
  #failedAt: number | null = null
  readonly #words = new Map<string, { digest: string; algorithm: LedgerAlgorithm }>()

  constructor({ institutionId, stream }: LedgerEntry) {
    this.institutionId = institutionId
    this.stream = stream
  }

  take(entry: LedgerEntry): void {
    this.#head = { seq: entry.seq, hash: entry.hash }
    gatherWords(entry.data, entry.algorithm, this.#words)
    if (this.#failedAt !== null) return
    const { institutionId, at, actor } = entry
    const fact = { kind: entry.kind, ...entry.data } as unknown as CaseFact
    const once = givingOnce(fact)
    const happening = { caseId: caseIdOf(this.stream), institutionId, at, actor }
    try {
      if (once || this.#stateOnce) this.#stateOnce = evolve(this.#stateOnce ?? this.#state, once ?? fact, happening)
      this.#state = evolve(this.#state, fact, happening)
    } catch {
      this.#failedAt = entry.seq
    }
  }

  /** Everything in which the tables differ from what the stream says, the chain's end first. */
  compare({ row, duties, words }: CaseTables): LiveFinding[] {
    const about = { institutionId: this.institutionId, stream: this.stream, number: row?.number ?? null }
    if (!row) return [{ kind: 'ledger-without-case', ...about }]
    const head = this.#head && chainFinding({ ...about, head: this.#head, finding: null }, { seq: row.head_seq, hash: row.head_hash })
    const told: Told[] = [...this.#compareState(row, duties), ...this.#compareWords(words)]
    return [...(head ? [head] : []), ...told.map((each) => ({ ...each, ...about }))]
  }

  #compareState(row: CaseRow, duties: readonly DutyRow[]): Told[] {
    if (this.#failedAt !== null || !this.#state) return [{ kind: 'replay-fails', seq: this.#failedAt ?? 1 }]
    const differs = stateDifference(row, this.#state)
    const difference = differs && this.#stateOnce && !stateDifference(row, this.#stateOnce) ? null : differs
    const owed = compareDuties(duties, this.#state.obligations)
    return [...(difference ? [{ kind: 'case-differs' as const, ...difference }] : []), ...owed]
  }

  #compareWords(words: readonly WordsRow[]): Told[] {
    const found: Told[] = []
    const missing = new Set(this.#words.keys())
    for (const { id, body, salt } of words) {
      missing.delete(id)
      const recorded = this.#words.get(id)
      if (!recorded) found.push({ kind: 'words-unrecorded', text: id })
      else if (body !== null && !isRecorded(body, salt, recorded)) found.push({ kind: 'words-differ', text: id })
    }
    return [...found, ...[...missing].map((text) => ({ kind: 'words-missing' as const, text }))]
  }
}

function stateDifference(row: CaseRow, replayed: CaseState): ReturnType<typeof firstDifference> {
  // As it comes back from the database: without fields that are undefined.
  const state = JSON.parse(JSON.stringify(replayed)) as CaseState
  const { state: _written, ...expected } = columns(state)
  const inColumns = Object.fromEntries(Object.keys(expected).map((column) => [column, row[column]]))
  return firstDifference(inColumns, expected) ?? firstDifference({ number: row.number, id: row.id, state: row.state }, { number: state.number, id: state.id, state })
}

/** A returned result from before its fact said what time was given. Most programs of that time gave none by it, the last one until the new due moment: a case is right as either left it. */
function givingOnce(fact: CaseFact): CaseFact | null {
  return fact.kind === 'result-returned' && fact.given === undefined ? { ...fact, given: fact.opens?.find(({ kind }) => kind === 'resolve')?.dueAt ?? null } : null
}

function caseIdOf(stream: string): string {
  return stream.slice('case:'.length)
}

function isRecorded(body: string, salt: Buffer | null, { digest, algorithm }: { digest: string; algorithm: LedgerAlgorithm }): boolean {
  return salt?.length === 16 && textDigest(salt.toString('hex'), body, digestOf(algorithm)) === digest
}

/** Wherever a fact names words it does so by exactly these two fields. */
function gatherWords(value: unknown, algorithm: LedgerAlgorithm, into: Map<string, { digest: string; algorithm: LedgerAlgorithm }>): void {
  if (typeof value !== 'object' || value === null) return
  const { id, digest, ...more } = value as Record<string, unknown>
  if (typeof id === 'string' && isHashHex(digest) && Object.keys(more).length === 0) into.set(id, { digest, algorithm })
  else for (const inner of Object.values(value)) gatherWords(inner, algorithm, into)
}

function compareDuties(rows: readonly DutyRow[], expected: readonly Obligation[]): Told[] {
  const found: Told[] = []
  const unmatched = new Map(expected.map((obligation) => [obligation.id, obligation]))
  for (const row of rows) {
    const obligation = unmatched.get(row.id)
    unmatched.delete(row.id)
    const difference = obligation ? firstDifference(row, { ...row, ...dutyOf(obligation) }) : { field: 'state', found: '"open"', expected: 'not open' }
    if (difference) found.push({ kind: 'duty-differs', duty: row.id, ...difference })
  }
  for (const id of unmatched.keys()) found.push({ kind: 'duty-differs', duty: id, field: 'state', found: 'not open', expected: '"open"' })
  return found
}

function dutyOf(obligation: Obligation): Omit<DutyRow, 'institution_id' | 'case_id'> {
  const { id, kind, personId, unitId, openedAt, dueAt, estimated, lateAt, rung, pausedAt } = obligation
  return {
    id, kind, person_id: personId, unit_id: unitId, opened_at: openedAt, due_at: dueAt, estimated, next_at: nextAt(obligation), late_at: lateAt, rung, paused_at: pausedAt,
  }
}
