import { bytesOfHex, hexOf, joinBytes, utf8Of } from './bytes.ts'
import type { Digest } from './digest.ts'

const LABEL = utf8Of('daodi-text-1\0')

/**
 * What a fact keeps instead of a personal text: H("daodi-text-1" ‖ 0x00 ‖ salt ‖ UTF-8 of the text), in hex.
 *
 * The salt is 16 random bytes (32 hex digits), one per text, kept beside the text and erased with it. Its length is
 * fixed so that no other pair of salt and text gives the same bytes; it is random so that after erasure nobody can
 * find a short text (a phone number) by trying all of them. Refuses (RangeError) other salts and lone surrogates.
 */
export function textDigest(saltHex: string, text: string, digest: Digest): string {
  const salt = bytesOfHex(saltHex)
  if (salt.length !== 16) throw new RangeError('a salt is 16 bytes')
  return hexOf(digest(joinBytes(LABEL, salt, utf8Of(text))))
}
