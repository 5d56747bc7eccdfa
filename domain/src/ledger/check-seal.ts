import { isHashHex } from './bytes.ts'
import { NoCanonicalForm } from './canonical-json.ts'
import { NOTHING_BEFORE, type DigestOf } from './digest.ts'
import type { SealFinding } from './finding.ts'
import { merkleRoot } from './merkle.ts'
import { continuesRange, sealHash, type Seal, type SealSegment } from './seal.ts'

/**
 * The hashes of a segment's entries as they are now, `fromSeq` first; undefined where an entry is gone. Need not go
 * on to `toSeq`: what lies beyond the list's end is gone too.
 */
export type LookUpSegment = (segment: SealSegment) => readonly (string | undefined)[]

/**
 * The first thing wrong with a seal or with the entries it covers, or null. `before` is the seal before it (null for
 * seal 1). That the entries' hashes fit their content is the chain check's business (chain-check.ts); this one shows
 * that they are all still there and are those that were sealed.
 */
export function checkSeal(
  seal: Seal,
  before: Seal | null,
  lookUp: LookUpSegment,
  digestOf: DigestOf,
): SealFinding | null {
  return sealFault(seal, before, digestOf) ?? contentFault(seal, lookUp, digestOf)
}

function sealFault(seal: Seal, before: Seal | null, digestOf: DigestOf): SealFinding | null {
  const number = (before?.number ?? 0) + 1
  try {
    if (!isHashHex(seal.hash)) throw new NoCanonicalForm('$.hash', 'not 64 lower-case hex digits')
    if (sealHash(seal, digestOf) !== seal.hash) return { kind: 'seal-altered', seal: number }
  } catch (error) {
    if (!(error instanceof NoCanonicalForm)) throw error
    return { kind: 'seal-malformed', seal: number, field: error.path, reason: error.reason }
  }
  if (seal.number > number) return { kind: 'seals-missing', seal: number, toSeal: seal.number - 1 }
  if (seal.number < number) return { kind: 'seals-reordered', seal: number, found: seal.number }
  if (seal.prev !== (before?.hash ?? NOTHING_BEFORE)) return { kind: 'seal-detached', seal: number }
  return continuesRange(seal, before) ? null : { kind: 'seal-range-gap', seal: number }
}

function contentFault(seal: Seal, lookUp: LookUpSegment, digestOf: DigestOf): SealFinding | null {
  const leaves: string[] = []
  for (const segment of seal.segments) {
    const hashes = lookUp(segment)
    const fault = segmentFault(seal.number, segment, hashes)
    if (fault) return fault
    for (const hash of hashes) if (hash !== undefined) leaves.push(hash)
  }
  const root = merkleRoot(leaves, digestOf(seal.algorithm))
  return root === seal.root ? null : { kind: 'seal-root-differs', seal: seal.number }
}

function segmentFault(
  seal: number,
  segment: SealSegment,
  hashes: readonly (string | undefined)[],
): SealFinding | null {
  const { institutionId, stream, fromSeq, toSeq, headHash } = segment
  const length = toSeq - fromSeq + 1
  const missing = firstGap(hashes, length)
  if (missing) {
    const [first, last] = missing
    const range = { seq: fromSeq + first, toSeq: fromSeq + last }
    return { kind: 'sealed-entries-missing', seal, institutionId, stream, ...range }
  }
  if (hashes.length === length && hashes[length - 1] === headHash) return null
  return { kind: 'sealed-entry-differs', seal, institutionId, stream, seq: toSeq }
}

/** First and last index of the first run of absent hashes below `length`, which may be any number a forger wrote. */
function firstGap(hashes: readonly (string | undefined)[], length: number): [number, number] | null {
  let first = 0
  while (first < hashes.length && hashes[first] !== undefined) first++
  if (first >= length) return null
  let next = first
  while (next < hashes.length && hashes[next] === undefined) next++
  return [first, next < hashes.length ? next - 1 : length - 1]
}
