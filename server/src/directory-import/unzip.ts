import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const END_RECORD = 0x06054b50
const ENTRY_RECORD = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_LENGTH = 22
const COMMENT_MAX = 65_535
/** Unpacked, of one part: a sheet of 50,000 rows has some 30 MB. */
const PART_MAX = 200 * 1024 * 1024
const [STORED, DEFLATED] = [0, 8]
const inflate = promisify(inflateRaw)

interface Entry { method: number; packed: number; unpacked: number; at: number }

/** The parts of a ZIP file in memory, unpacked one at a time and never beyond a limit, whatever its directory says. */
export class ZipFile {
  private readonly bytes: Buffer
  private readonly entries: ReadonlyMap<string, Entry>

  private constructor(bytes: Buffer, entries: ReadonlyMap<string, Entry>) {
    this.bytes = bytes
    this.entries = entries
  }

  /** Null if it is not a whole ZIP file. */
  static open(bytes: Buffer): ZipFile | null {
    for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - COMMENT_MAX); at -= 1) {
      if (bytes.readUInt32LE(at) !== END_RECORD || at + END_LENGTH + bytes.readUInt16LE(at + 20) !== bytes.length) continue
      const entries = entriesIn(bytes, { count: bytes.readUInt16LE(at + 10), start: bytes.readUInt32LE(at + 16), end: at })
      return entries && new ZipFile(bytes, entries)
    }
    return null
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** As UTF-8. Null if there is no such part, or it is broken, too large, encrypted or in another encoding. */
  async text(name: string): Promise<string | null> {
    const entry = this.entries.get(name)
    if (!entry || entry.unpacked > PART_MAX || entry.at + 30 > this.bytes.length || this.bytes.readUInt32LE(entry.at) !== LOCAL_HEADER) return null
    const from = entry.at + 30 + this.bytes.readUInt16LE(entry.at + 26) + this.bytes.readUInt16LE(entry.at + 28)
    const packed = this.bytes.subarray(from, from + entry.packed)
    if (packed.length < entry.packed) return null
    if (entry.method === STORED) return decoded(packed)
    if (entry.method !== DEFLATED) return null
    try {
      return decoded(await inflate(packed, { maxOutputLength: PART_MAX }))
    } catch {
      return null
    }
  }
}

/** Null if it is not UTF-8: read as such it would fill the directory with marks of what could not be read. */
function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function entriesIn(bytes: Buffer, { count, start, end }: { count: number; start: number; end: number }): Map<string, Entry> | null {
  const entries = new Map<string, Entry>()
  for (let at = start, read = 0; read < count; read += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY_RECORD) return null
    const length = bytes.readUInt16LE(at + 28)
    entries.set(bytes.toString('utf8', at + 46, at + 46 + length), {
      method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24), at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}
