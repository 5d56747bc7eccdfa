const HEX = /^(?:[0-9a-f]{2})*$/;
const HASH_HEX = /^[0-9a-f]{64}$/;
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** True for 32 bytes written as 64 lower-case hex digits, the only way a hash is ever written. */
export function isHashHex(value: unknown): value is string {
  return typeof value === 'string' && HASH_HEX.test(value);
}

export function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += PAIRS[byte];
  return hex;
}

/** Refuses (RangeError) upper case, odd lengths and anything else that has a second spelling. */
export function bytesOfHex(hex: string): Uint8Array {
  if (!HEX.test(hex)) throw new RangeError('not an even number of lower-case hex digits');
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** A surrogate without its partner has no UTF-8 form; encoders replace it silently, and two texts would then share one hash. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** UTF-8 without a byte order mark (RFC 3629). Refuses (RangeError) lone surrogates. */
export function utf8Of(text: string): Uint8Array {
  if (hasLoneSurrogate(text)) throw new RangeError('the text holds half a surrogate pair');
  // A UTF-16 unit never needs more than three bytes: a pair is two units and four bytes.
  const room = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code < 0x80) room[length++] = code;
    else if (code < 0x800) {
      room[length++] = 0xc0 | (code >> 6);
      room[length++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      room[length++] = 0xe0 | (code >> 12);
      room[length++] = 0x80 | ((code >> 6) & 0x3f);
      room[length++] = 0x80 | (code & 0x3f);
    } else {
      room[length++] = 0xf0 | (code >> 18);
      room[length++] = 0x80 | ((code >> 12) & 0x3f);
      room[length++] = 0x80 | ((code >> 6) & 0x3f);
      room[length++] = 0x80 | (code & 0x3f);
      i++;
    }
  }
  return room.slice(0, length);
}
