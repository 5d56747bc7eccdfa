import { createHash, hash, type Hash } from 'node:crypto'
import type { Digest, DigestOf, LedgerAlgorithm } from '@daodi/domain/ledger/digest.ts'

const sha256: Digest = (bytes) => hash('sha256', bytes, 'buffer')

/** GB/T 32905. Throws where the OpenSSL that Node was built with leaves it out. */
const sm3: Digest = (bytes) => hash('sm3', bytes, 'buffer')

const DIGESTS: Readonly<Record<LedgerAlgorithm, Digest>> = { sha256, sm3 }

export const digestOf: DigestOf = (algorithm) => DIGESTS[algorithm]

/** A hash taken piece by piece, for what does not fit in memory. */
export function startDigest(algorithm: LedgerAlgorithm): Hash {
  return createHash(algorithm)
}
