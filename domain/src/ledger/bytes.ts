const HEX = /^(?:[0-9a-f]{2})*$/
const HASH_HEX = /^[0-9a-f]{64}$/
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** True for 32 bytes written as 64 lower-case hex digits, the only way a hash is ever written. */
export function isHashHex(value: unknown): value is string {
  return typeof value === 'string' && HASH_HEX.test(value)
}

export function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += PAIRS[byte]
  return hex
}

/** Refuses (RangeError) upper case, odd lengths and anything else that has a second spelling. */
export function bytesOfHex(hex: string): Uint8Array {
  if (!HEX.test(hex)) throw new RangeError('not an even number of lower-case hex digits')
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)
  return bytes
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** A surrogate without its partner has no UTF-8 form; encoders replace it silently, and two texts would then share one hash. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text)
}

/** UTF-8 without a byte order mark (RFC 3629). Refuses (RangeError) lone surrogates. */
export function utf8Of(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text))
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number
    if (code < 0x80) {
      bytes[length++] = code
      continue
    }
    if (code >= 0xd800 && code <= 0xdfff) throw new RangeError('the text holds half a surrogate pair')
    const following = followingBytes(code)
    bytes[length++] = (LEAD[following] as number) | (code >> (6 * following))
    for (let left = following - 1; left >= 0; left--) bytes[length++] = 0x80 | ((code >> (6 * left)) & 0x3f)
    if (following === 3) i++
  }
  return bytes
}

/** The first byte's mark by the number of bytes that follow it. */
const LEAD = [0x00, 0xc0, 0xe0, 0xf0] as const

function followingBytes(code: number): number {
  if (code < 0x80) return 0
  if (code < 0x800) return 1
  return code < 0x10000 ? 2 : 3
}

function utf8Length(text: string): number {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Half a surrogate pair stands for two of the pair's four bytes.
    if (code >= 0x80) length += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2
  }
  return length
}
