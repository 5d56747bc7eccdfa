import { randomBytes } from 'node:crypto'

const BYTES_AT_ONCE = 4096
let drawn = Buffer.alloc(0)
let used = 0
let lastMs = 0
let counter = 0

/** Random bytes, each given out once. Drawn many at a time: asking the system for sixteen takes as long as for thousands. */
export function freshBytes(count: number): Buffer {
  if (used + count > drawn.length) [drawn, used] = [randomBytes(Math.max(BYTES_AT_ONCE, count)), 0]
  used += count
  return drawn.subarray(used - count, used)
}

/**
 * A UUID of version 7 (RFC 9562): the moment first, so that ids sort by time and lists can be paged by id. Ids made in
 * the same millisecond by one process keep their order by a counter in the twelve bits after the version.
 */
export function newIdAt(ms: number): string {
  counter = ms === lastMs ? counter + 1 : freshBytes(1).readUInt8()
  lastMs = ms
  const bytes = freshBytes(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | Math.min(counter, 0xfff), 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Ids are of version 7 and begin with their moment, so a range of days is a range of ids. */
export function lowestIdAt(instant: string): string {
  const hex = Date.parse(instant).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
