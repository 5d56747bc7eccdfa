import { isHashHex } from './bytes.ts'
import { NoCanonicalForm } from './canonical-json.ts'
import { NOTHING_BEFORE, type DigestOf } from './digest.ts'
import { entryHash, type ChainHead, type LedgerEntry } from './entry.ts'
import type { ChainFinding } from './finding.ts'

/** How far the check of one stream has come. Start with `null`, fold with `checkNextEntry`, end with `chainFinding`. */
export interface ChainCheck {
  readonly institutionId: string
  readonly stream: string
  /** The last entry found good. */
  readonly head: ChainHead
  /** The first bad entry; nothing after it is judged, since everything after it hangs on it. */
  readonly finding: ChainFinding | null
}

/**
 * Judges the next entry of a stream. Entries come in the order they are kept in. Once one is bad the check only
 * watches whether a missing one turns up later, which tells "reordered" from "missing".
 */
export function checkNextEntry(before: ChainCheck | null, entry: LedgerEntry, digestOf: DigestOf): ChainCheck {
  const { institutionId, stream } = before ?? entry
  const head = before?.head ?? { seq: 0, hash: NOTHING_BEFORE }
  if (before?.finding) return watchForLateEntry(before, entry, before.finding)
  const finding = firstFault({ institutionId, stream, head }, entry, digestOf)
  return finding
    ? { institutionId, stream, head, finding }
    : { institutionId, stream, head: { seq: entry.seq, hash: entry.hash }, finding: null }
}

/**
 * The verdict on a stream after its last entry. `knownHead` is what somebody else remembers of its end (the state
 * table, a printed receipt): without it, entries cut off the end cannot be noticed here, only by a seal.
 */
export function chainFinding(check: ChainCheck, knownHead?: ChainHead): ChainFinding | null {
  if (check.finding || !knownHead) return check.finding
  const { institutionId, stream, head } = check
  if (head.seq < knownHead.seq) {
    return { kind: 'entries-missing', institutionId, stream, seq: head.seq + 1, toSeq: knownHead.seq }
  }
  if (head.seq > knownHead.seq) return { kind: 'entry-beyond-head', institutionId, stream, seq: knownHead.seq + 1 }
  return head.hash === knownHead.hash ? null : { kind: 'head-differs', institutionId, stream, seq: head.seq }
}

/**
 * The first bad entry of one stream, or null. Entries of a stream nobody has a head for may be none at all: an empty
 * stream is good. One bad entry is named, since everything after it hangs on it.
 */
export function firstBadEntry(
  entries: Iterable<LedgerEntry>,
  digestOf: DigestOf,
  known?: { institutionId: string; stream: string; head: ChainHead },
): ChainFinding | null {
  let check: ChainCheck | null = known
    ? { ...nameOf(known), head: { seq: 0, hash: NOTHING_BEFORE }, finding: null }
    : null
  for (const entry of entries) check = checkNextEntry(check, entry, digestOf)
  return check && chainFinding(check, known?.head)
}

function nameOf({ institutionId, stream }: { institutionId: string; stream: string }) {
  return { institutionId, stream }
}

function firstFault(
  { institutionId, stream, head }: { institutionId: string; stream: string; head: ChainHead },
  entry: LedgerEntry,
  digestOf: DigestOf,
): ChainFinding | null {
  const where = { institutionId, stream, seq: head.seq + 1 }
  // Content before place: an entry with an altered seq is altered, and nothing is missing.
  try {
    if (!isHashHex(entry.hash)) throw new NoCanonicalForm('$.hash', 'not 64 lower-case hex digits')
    if (entryHash(entry, digestOf) !== entry.hash) return { kind: 'entry-altered', ...where }
  } catch (error) {
    if (!(error instanceof NoCanonicalForm)) throw error
    return { kind: 'entry-malformed', ...where, field: error.path, reason: error.reason }
  }
  if (entry.institutionId !== institutionId || entry.stream !== stream) {
    return { kind: 'entry-of-another-stream', ...where }
  }
  if (entry.seq > where.seq) return { kind: 'entries-missing', ...where, toSeq: entry.seq - 1 }
  if (entry.seq < where.seq) return { kind: 'entries-reordered', ...where, found: entry.seq }
  return entry.prev === head.hash ? null : { kind: 'entry-detached', ...where }
}

function watchForLateEntry(check: ChainCheck, entry: LedgerEntry, finding: ChainFinding): ChainCheck {
  const isLate =
    finding.kind === 'entries-missing' && entry.stream === check.stream && entry.seq === finding.seq
  if (!isLate) return check
  const { institutionId, stream, seq, toSeq } = finding
  return { ...check, finding: { kind: 'entries-reordered', institutionId, stream, seq, found: toSeq + 1 } }
}
