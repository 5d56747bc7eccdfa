import { TextDecoder } from 'node:util'

type Decoded = { ok: true; text: string } | { ok: false; /** The line of the first byte that cannot be read; null where the whole is of another kind. */ line: number | null }

/** UTF-16 by its mark, else UTF-8, else GB18030 (GBK, GB2312) as spreadsheets in China write it. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return strictly(bytes, 'utf-16le') ?? { ok: false, line: null }
  if (first === 0xfe && second === 0xff) return strictly(bytes, 'utf-16be') ?? { ok: false, line: null }
  const read = strictly(bytes, 'utf-8')
  if (read) return read
  const line = damagedLine(bytes)
  if (line !== null) return { ok: false, line }
  return strictly(bytes, 'gb18030') ?? { ok: false, line: null }
}

function strictly(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : { ok: true, text }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/**
 * Where text is UTF-8 but for a few bytes: read as GB18030 nearly all of it would come out as other characters, and nobody
 * would be told. Text in GB18030 is hardly ever UTF-8 for more than a character or two on end.
 */
function damagedLine(bytes: Uint8Array): number | null {
  const loose = new TextDecoder('utf-8').decode(bytes)
  const broken = loose.split('\uFFFD').length - 1
  const sound = loose.match(/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/g)?.length ?? 0
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return broken > 0 && (marked || broken * 4 < sound) ? loose.slice(0, loose.indexOf('\uFFFD')).split('\n').length : null
}
