import { createHash, type Hash } from 'node:crypto'
import type { Digest, DigestOf, LedgerAlgorithm } from '@daodi/domain/ledger/digest.ts'

const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest()

/** GB/T 32905. Throws where the OpenSSL that Node was built with leaves it out. */
const sm3: Digest = (bytes) => createHash('sm3').update(bytes).digest()

const DIGESTS: Readonly<Record<LedgerAlgorithm, Digest>> = { sha256, sm3 }

export const digestOf: DigestOf = (algorithm) => DIGESTS[algorithm]

/** A hash taken piece by piece, for what does not fit in memory. */
export function startDigest(algorithm: LedgerAlgorithm): Hash {
  return createHash(algorithm)
}
