import { TextDecoder } from 'node:util'

/** Bytes of the longest line read. A seal needs about 190 per stream it touches; an entry stays far below. */
const LONGEST_LINE = 2 ** 28
const LINE_FEED = 0x0a
const CHUNK = 65_536

/**
 * Splits a file into its lines at line feeds only: a JSON string may hold other characters that some line readers
 * take for line ends. Yields null for a line that is not UTF-8 or is too long, and goes on with the next.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | null, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let held: Uint8Array[] = []
  let length = 0
  const finishedLine = (): string | null => {
    const line = length > LONGEST_LINE ? null : decoded(held, decoder)
    held = []
    length = 0
    return line
  }
  const hold = (part: Uint8Array): void => {
    length += part.length
    if (length <= LONGEST_LINE) held.push(part)
    else held = []
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      hold(chunk.subarray(start, end))
      start = end + 1
      yield finishedLine()
    }
    hold(chunk.subarray(start))
  }
  if (length > 0) yield finishedLine()
}

/** Lines, each with its line feed, gathered into pieces worth a system call. */
export async function* chunksOf(lines: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let chunk = ''
  for await (const line of lines) {
    chunk += `${line}\n`
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

function decoded(parts: readonly Uint8Array[], decoder: TextDecoder): string | null {
  try {
    return decoder.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
  } catch {
    return null
  }
}
