import { hexOf, isHashHex, utf8Of } from './bytes.ts'
import { canonicalJson, NoCanonicalForm, type CanonicalRules, type JsonObject } from './canonical-json.ts'
import { isLedgerAlgorithm, NOTHING_BEFORE, type DigestOf, type LedgerAlgorithm } from './digest.ts'

/** One recorded act. Holds no personal text: free text is kept elsewhere and stands here as a digest (text-digest.ts). */
export interface LedgerEntry {
  readonly institutionId: string
  /** What the entry is about, one chain each, e.g. `case:<uuid>`. */
  readonly stream: string
  /** Place in the stream, from 1 without gaps. */
  readonly seq: number
  /** UTC with milliseconds, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  readonly at: string
  /** A person's uuid, `public` or `system`. */
  readonly actor: string
  readonly kind: string
  readonly data: JsonObject
  /** `hash` of the entry before it in the stream; 64 zeros for seq 1. */
  readonly prev: string
  /** Hash of the canonical bytes, 64 lower-case hex digits. */
  readonly hash: string
  readonly algorithm: LedgerAlgorithm
}

export type UnhashedEntry = Omit<LedgerEntry, 'hash'>

/** Where a stream stands: what the next entry has to continue. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

/** Whole numbers only: jsonb normalises other numbers, and a value that changes in the database cannot be verified. */
const ENTRY_RULES: CanonicalRules = { numbers: 'safe-integers', maxDepth: 32, maxLength: 262_144 }

// Printable ASCII, so that every database collation, language and tool sorts and compares names alike.
const NAME = /^[\x21-\x7e]{1,200}$/
const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

export function isLedgerName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value)
}

/** True for `YYYY-MM-DDTHH:MM:SS.mmmZ`, the only spelling of a time in the ledger. */
export function isLedgerInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value)
}

/**
 * The bytes an entry's hash is taken over: UTF-8 of the canonical JSON (canonical-json.ts) of
 * `["daodi-ledger-1", algorithm, institutionId, stream, seq, at, actor, kind, data, prev]`.
 * docs/ledger.md shows them byte for byte; a change here makes every ledger in the world unverifiable.
 *
 * Refuses (NoCanonicalForm): names that are not 1–200 printable ASCII characters, a time not in UTC with
 * milliseconds, seq below 1, data that is not an object or holds anything but whole numbers, strings, booleans,
 * null, arrays and objects, more than 32 levels or 262,144 characters.
 */
export function canonicalBytes(entry: UnhashedEntry): Uint8Array {
  return utf8Of(canonicalText(entry))
}

/** No half of a surrogate pair is in it, so that its UTF-8 is the same wherever it is made. */
function canonicalText(entry: UnhashedEntry): string {
  refuseBadFields(entry)
  const { algorithm, institutionId, stream, seq, at, actor, kind, data, prev } = entry
  return canonicalJson(['daodi-ledger-1', algorithm, institutionId, stream, seq, at, actor, kind, data, prev], ENTRY_RULES)
}

/** Completes an entry with its hash. Refuses what `canonicalBytes` refuses. */
export function chainEntry(unhashed: UnhashedEntry, digestOf: DigestOf): LedgerEntry {
  return { ...unhashed, hash: entryHash(unhashed, digestOf) }
}

/** Seq and prev for the entry that follows `head`; `null` when the stream is new. */
export function linkAfter(head: ChainHead | null): { seq: number; prev: string } {
  return head === null ? { seq: 1, prev: NOTHING_BEFORE } : { seq: head.seq + 1, prev: head.hash }
}

export function entryHash(entry: UnhashedEntry, digestOf: DigestOf): string {
  return hexOf(digestOf(entry.algorithm)(canonicalText(entry)))
}

function refuseBadFields(entry: UnhashedEntry): void {
  if (!isLedgerAlgorithm(entry.algorithm)) throw new NoCanonicalForm('$.algorithm', 'neither sha256 nor sm3')
  for (const field of ['institutionId', 'stream', 'actor', 'kind'] as const) {
    if (!isLedgerName(entry[field])) throw new NoCanonicalForm(`$.${field}`, 'not 1–200 printable ASCII characters')
  }
  if (!Number.isSafeInteger(entry.seq) || entry.seq < 1) throw new NoCanonicalForm('$.seq', 'not a whole number from 1')
  if (!isLedgerInstant(entry.at)) throw new NoCanonicalForm('$.at', 'not YYYY-MM-DDTHH:MM:SS.mmmZ')
  if (!isHashHex(entry.prev)) throw new NoCanonicalForm('$.prev', 'not 64 lower-case hex digits')
  if (typeof entry.data !== 'object' || entry.data === null || Array.isArray(entry.data)) {
    throw new NoCanonicalForm('$.data', 'not an object')
  }
}
