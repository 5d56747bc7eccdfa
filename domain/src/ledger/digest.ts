/** Names of the hash functions a ledger may use; both give 32 bytes. */
export type LedgerAlgorithm = 'sha256' | 'sm3'

/** One hash function: any bytes in, or a text for its UTF-8; 32 bytes out. Passed in, because the domain has no cryptography of its own. */
export type Digest = (bytes: Uint8Array | string) => Uint8Array

/** Finds the hash function an entry or a seal says it was made with. */
export type DigestOf = (algorithm: LedgerAlgorithm) => Digest

export function isLedgerAlgorithm(name: unknown): name is LedgerAlgorithm {
  return name === 'sha256' || name === 'sm3'
}

/** What stands in `prev` where nothing comes before: 32 zero bytes in hex. */
export const NOTHING_BEFORE = '0'.repeat(64)
