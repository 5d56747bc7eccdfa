import type { FileHandle } from 'node:fs/promises'

const END_RECORD = 0x06054b50
const ENTRY_RECORD = 0x02014b50
const END_LENGTH = 22
const COMMENT_MAX = 65_535
/** A document has some hundred parts; a directory larger than this is something else. */
const DIRECTORY_MAX = 4 * 1024 * 1024

/** The names of the parts of a ZIP file, read from its directory, nothing unpacked; null if it is not a whole ZIP file. */
export async function zipNames(file: FileHandle, size: number): Promise<string[] | null> {
  const tail = await readAt(file, Math.max(0, size - END_LENGTH - COMMENT_MAX), size)
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    // The comment must reach to the very end, or the record was found in the midst of something else.
    if (tail.readUInt32LE(at) !== END_RECORD || at + END_LENGTH + tail.readUInt16LE(at + 20) !== tail.length) continue
    const [entries, length, start] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    if (length > DIRECTORY_MAX || start + length > size) return null
    return namesIn(await readAt(file, start, start + length), entries)
  }
  return null
}

function namesIn(directory: Buffer, entries: number): string[] | null {
  const names: string[] = []
  for (let at = 0; names.length < entries;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY_RECORD) return null
    const length = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + 46, at + 46 + length))
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from)
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
  return bytes.subarray(0, bytesRead)
}
