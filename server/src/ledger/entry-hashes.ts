import { isHashHex } from '@daodi/domain/ledger/bytes.ts'
import type { SealSegment } from '@daodi/domain/ledger/seal.ts'

const PER_CHUNK = 65_536
const HASH_BYTES = 32
/** How far past a stream's known entries a segment is followed; a forged one may claim any number. */
const FORGERY_SLACK = 100_000

interface StreamPlace {
  readonly base: number
  /** Entries 1 to `regular` lie at `base` onwards. */
  regular: number
  /** seq → place, for entries that did not come in order. */
  irregular: Map<number, number> | null
}

/**
 * The hashes of a whole ledger's entries, as small as they go: 33 bytes an entry outside the JavaScript heap, and
 * some 250 bytes a stream inside it. A Map holds 2^24 streams, which is the limit of one export.
 */
export class EntryHashes {
  readonly #chunks: Buffer[] = []
  readonly #sealed: Uint8Array[] = []
  readonly #streams = new Map<string, StreamPlace>()
  #current: StreamPlace | null = null
  #entries = 0
  #sealedEntries = 0

  get streams(): number {
    return this.#streams.size
  }

  /** Entries that no seal covers. */
  get unsealed(): number {
    return this.#entries - this.#sealedEntries
  }

  /** Turns to a stream, whose entries come next. False if it was there before. */
  turnTo(institutionId: string, stream: string): boolean {
    const key = keyOf(institutionId, stream)
    const known = this.#streams.get(key)
    this.#current = known ?? { base: this.#entries, regular: 0, irregular: null }
    if (!known) this.#streams.set(key, this.#current)
    return !known
  }

  /** Keeps the hash of an entry of the stream turned to. What is not a hash is left out, as if it were not there. */
  add(seq: number, hash: string): void {
    const place = this.#current
    if (!place || !isHashHex(hash)) return
    const index = this.#entries++
    if (index % PER_CHUNK === 0) {
      this.#chunks.push(Buffer.alloc(PER_CHUNK * HASH_BYTES))
      this.#sealed.push(new Uint8Array(PER_CHUNK))
    }
    this.#chunks.at(-1)?.write(hash, (index % PER_CHUNK) * HASH_BYTES, 'hex')
    const isNext = seq === place.regular + 1 && index === place.base + place.regular
    if (isNext && !place.irregular) place.regular = seq
    else (place.irregular ??= new Map()).set(seq, index)
  }

  /** The segment's hashes, `fromSeq` first, undefined where there is none; ends early where nothing more is known. */
  hashesIn(segment: SealSegment): (string | undefined)[] {
    const hashes: (string | undefined)[] = []
    for (const index of this.#indexesIn(segment)) hashes.push(index === undefined ? undefined : this.#hashAt(index))
    return hashes
  }

  /** Notes that a seal covers the segment. The first seq that an earlier seal covers already, or null. */
  markSealed(segment: SealSegment): number | null {
    let twice: number | null = null
    let seq = segment.fromSeq
    for (const index of this.#indexesIn(segment)) {
      if (index !== undefined && !this.#mark(index)) twice ??= seq
      seq++
    }
    return twice
  }

  *#indexesIn({ institutionId, stream, fromSeq, toSeq }: SealSegment): Generator<number | undefined, void, void> {
    const place = this.#streams.get(keyOf(institutionId, stream))
    if (!place) return
    const { base, regular, irregular } = place
    const last = Math.min(toSeq, irregular ? fromSeq + regular + irregular.size + FORGERY_SLACK : regular)
    for (let seq = fromSeq; seq <= last; seq++) yield seq <= regular ? base + seq - 1 : irregular?.get(seq)
  }

  #hashAt(index: number): string | undefined {
    const offset = (index % PER_CHUNK) * HASH_BYTES
    return this.#chunks[Math.floor(index / PER_CHUNK)]?.toString('hex', offset, offset + HASH_BYTES)
  }

  #mark(index: number): boolean {
    const chunk = this.#sealed[Math.floor(index / PER_CHUNK)]
    if (!chunk || chunk[index % PER_CHUNK] === 1) return false
    chunk[index % PER_CHUNK] = 1
    this.#sealedEntries++
    return true
  }
}

/** Neither name can hold a space. */
function keyOf(institutionId: string, stream: string): string {
  return `${institutionId} ${stream}`
}
