import { hexOf, isHashHex, utf8Of } from './bytes.ts'
import { canonicalJson, NoCanonicalForm, type CanonicalRules } from './canonical-json.ts'
import { isLedgerAlgorithm, NOTHING_BEFORE, type DigestOf, type LedgerAlgorithm } from './digest.ts'
import { isLedgerInstant, isLedgerName, type LedgerEntry } from './entry.ts'
import { merkleRoot } from './merkle.ts'

/** A run of one stream's entries without gaps, `fromSeq` to `toSeq` inclusive. */
export interface SealSegment {
  readonly institutionId: string
  readonly stream: string
  readonly fromSeq: number
  readonly toSeq: number
  /** Hash of entry `toSeq`. */
  readonly headHash: string
}

/** Binds all entries of a range of transactions together and to all seals before, across streams. */
export interface Seal {
  /** From 1 without gaps. */
  readonly number: number
  readonly at: string
  /**
   * The transactions sealed: ids from `fromXid` to before `toXid`, decimal. `fromXid` is the last seal's `toXid`, or
   * "0" where counting starts: in the first seal, and after the ledger was moved into a new database cluster.
   */
  readonly fromXid: string
  readonly toXid: string
  /** How many entries the segments hold together. */
  readonly entries: number
  /** In order of institution, stream, fromSeq. Usually one per stream. */
  readonly segments: readonly SealSegment[]
  /** Merkle root (merkle.ts) over the entries' hashes in the order of the segments. */
  readonly root: string
  /** `hash` of the seal before; 64 zeros in seal 1. */
  readonly prev: string
  readonly hash: string
  readonly algorithm: LedgerAlgorithm
}

export type UnhashedSeal = Omit<Seal, 'hash'>
export type SealableEntry = Pick<LedgerEntry, 'institutionId' | 'stream' | 'seq' | 'hash'>

/** A seal may have a segment for each of very many streams; its size is bounded by what a JavaScript string holds. */
const SEAL_RULES: CanonicalRules = { numbers: 'safe-integers', maxDepth: 3, maxLength: 2 ** 28 }
const XID = /^(?:0|[1-9]\d{0,19})$/
const MAX_XID = 2n ** 64n - 1n

/**
 * The bytes a seal's hash is taken over: UTF-8 of the canonical JSON of `["daodi-seal-1", algorithm, number, at,
 * fromXid, toXid, entries, [[institutionId, stream, fromSeq, toSeq, headHash], …], root, prev]`.
 * Refuses (NoCanonicalForm) fields out of shape, an empty seal, segments out of order or overlapping, and `entries`
 * that is not the segments' sum.
 */
export function canonicalSealBytes(seal: UnhashedSeal): Uint8Array {
  refuseBadFields(seal)
  refuseBadSegments(seal)
  const { algorithm, number, at, fromXid, toXid, entries, root, prev } = seal
  const segments = seal.segments.map((s) => [s.institutionId, s.stream, s.fromSeq, s.toSeq, s.headHash])
  const whole = ['daodi-seal-1', algorithm, number, at, fromXid, toXid, entries, segments, root, prev]
  return utf8Of(canonicalJson(whole, SEAL_RULES))
}

export function sealHash(seal: UnhashedSeal, digestOf: DigestOf): string {
  const bytes = canonicalSealBytes(seal)
  return hexOf(digestOf(seal.algorithm)(bytes))
}

/**
 * Seals `entries`, in any order, after `before` (null for the first seal).
 *
 * The caller answers for the horizon: the entries must be all those, not yet sealed, whose transaction id is in
 * [`fromXid`, `toXid`), and no transaction below `toXid` may still be open. Refuses (NoCanonicalForm) no entries, an
 * entry given twice, and a range that does not continue the seal before.
 */
export function makeSeal(
  before: Seal | null,
  entries: readonly SealableEntry[],
  about: Pick<Seal, 'at' | 'fromXid' | 'toXid' | 'algorithm'>,
  digestOf: DigestOf,
): Seal {
  const ordered = entries.toSorted(bySealOrder)
  const { at, fromXid, toXid, algorithm } = about
  const unhashed: UnhashedSeal = {
    number: (before?.number ?? 0) + 1,
    at,
    fromXid,
    toXid,
    entries: ordered.length,
    segments: segmentsOf(ordered),
    root: merkleRoot(hashesOf(ordered), digestOf(algorithm)),
    prev: before?.hash ?? NOTHING_BEFORE,
    algorithm,
  }
  const seal = { ...unhashed, hash: sealHash(unhashed, digestOf) }
  if (!continuesRange(seal, before)) throw new NoCanonicalForm('$.fromXid', 'does not continue the seal before')
  return seal
}

/** Whether a seal's transaction ids go on where the last seal's ended, or start anew at 0. */
export function continuesRange(seal: Seal, before: Seal | null): boolean {
  return seal.fromXid === '0' || seal.fromXid === before?.toXid
}

function hashesOf(entries: readonly SealableEntry[]): string[] {
  return entries.map(({ hash }) => hash)
}

function segmentsOf(ordered: readonly SealableEntry[]): SealSegment[] {
  const segments: SealSegment[] = []
  for (const { institutionId, stream, seq, hash } of ordered) {
    const last = segments.at(-1)
    const goesOn = last?.institutionId === institutionId && last.stream === stream && last.toSeq + 1 === seq
    if (goesOn) segments[segments.length - 1] = { ...last, toSeq: seq, headHash: hash }
    else segments.push({ institutionId, stream, fromSeq: seq, toSeq: seq, headHash: hash })
  }
  return segments
}

function bySealOrder(a: SealableEntry, b: SealableEntry): number {
  return compareNames(a.institutionId, b.institutionId) || compareNames(a.stream, b.stream) || a.seq - b.seq
}

/** Byte order, never a locale's: the same everywhere, and PostgreSQL's `COLLATE "C"`. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function refuseBadFields(seal: UnhashedSeal): void {
  const { fromXid, toXid } = seal
  const needs: [keyof UnhashedSeal, boolean, string][] = [
    ['algorithm', isLedgerAlgorithm(seal.algorithm), 'neither sha256 nor sm3'],
    ['number', isCount(seal.number), 'not a whole number from 1'],
    ['at', isLedgerInstant(seal.at), 'not YYYY-MM-DDTHH:MM:SS.mmmZ'],
    ['fromXid', isXid(fromXid), 'not a transaction id'],
    ['toXid', isXid(toXid) && BigInt(toXid) > BigInt(isXid(fromXid) ? fromXid : toXid), 'not above fromXid'],
    ['entries', isCount(seal.entries), 'not a whole number from 1'],
    ['root', isHashHex(seal.root), 'not 64 lower-case hex digits'],
    ['prev', isHashHex(seal.prev), 'not 64 lower-case hex digits'],
    ['segments', Array.isArray(seal.segments), 'not a list'],
  ]
  const bad = needs.find(([, holds]) => !holds)
  if (bad) throw new NoCanonicalForm(`$.${bad[0]}`, bad[2])
}

function refuseBadSegments(seal: UnhashedSeal): void {
  let sum = 0
  let last: SealSegment | undefined
  for (const [i, segment] of seal.segments.entries()) {
    const path = `$.segments[${i}]`
    if (!isSegment(segment)) throw new NoCanonicalForm(path, 'not a segment')
    if (last && !isAfter(segment, last)) throw new NoCanonicalForm(path, 'not after the segment before it')
    sum += segment.toSeq - segment.fromSeq + 1
    last = segment
  }
  if (sum !== seal.entries) throw new NoCanonicalForm('$.entries', 'not the sum of the segments')
}

function isSegment(segment: SealSegment): boolean {
  const { institutionId, stream, fromSeq, toSeq, headHash } = segment ?? {}
  const isNamed = isLedgerName(institutionId) && isLedgerName(stream)
  return isNamed && isCount(fromSeq) && isCount(toSeq) && fromSeq <= toSeq && isHashHex(headHash)
}

function isAfter(segment: SealSegment, last: SealSegment): boolean {
  const names =
    compareNames(last.institutionId, segment.institutionId) || compareNames(last.stream, segment.stream)
  return names < 0 || (names === 0 && last.toSeq < segment.fromSeq)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function isXid(value: unknown): value is string {
  return typeof value === 'string' && XID.test(value) && BigInt(value) <= MAX_XID
}
