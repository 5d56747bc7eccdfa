/**
 * Chinese full text without a dictionary: every run of Han characters becomes overlapping pairs plus its last single
 * character, Latin words and digit runs stay whole. Any substring of two or more characters is then a phrase of pairs,
 * so nothing that stands in a text can be missed, whatever its words are.
 */
export interface Word {
  text: string
  /** From 1. Neighbouring pairs have neighbouring positions. */
  position: number
}

const HAN = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}\u3007]/u
const RUN = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}\u3007]+|[\p{L}\p{N}]+/gu
const PART = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}\u3007]+|\p{N}+|[^\p{N}\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}\u3007]+/gu
/** PostgreSQL keeps no position beyond this one; further words are found, but not as part of a phrase. */
const LAST_POSITION = 16_383

/** Full-width letters and digits become half-width, capitals small. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let position = 1
  const add = (word: string): void => { words.push({ text: word.slice(0, 200), position: Math.min(position, LAST_POSITION) }); position += 1 }
  for (const piece of pieces(fold(text))) {
    if (typeof piece === 'string') add(piece)
    else {
      for (let index = 0; index + 1 < piece.length; index += 1) add(`${piece[index]}${piece[index + 1]}`)
      add(piece.at(-1) ?? '')
    }
    position += 1
  }
  return words
}

/** Han runs as arrays of characters, everything else as whole words. */
function* pieces(text: string): Generator<string | string[]> {
  for (const [run] of text.matchAll(RUN)) {
    for (const [part] of run.matchAll(PART)) yield HAN.test(part) ? [...part] : part
  }
}

/** A tsvector in PostgreSQL's own notation. */
export function searchVector(text: string): string {
  const places = new Map<string, number[]>()
  for (const { text: word, position } of wordsOf(text)) {
    const known = places.get(word)
    if (!known) places.set(word, [position])
    else if (known.length < 255) known.push(position)
  }
  return [...places].map(([word, positions]) => `${quotedWord(word)}:${positions.join(',')}`).join(' ')
}

/**
 * A tsquery in PostgreSQL's own notation; null when there is nothing to look for. Han runs become phrases of pairs, a
 * single character and the last Latin word or number match as beginnings, and all parts must occur.
 */
export function searchQuery(asked: string): string | null {
  const parts = [...pieces(fold(asked))].slice(0, 12).map((piece) => {
    if (typeof piece === 'string') return `${quotedWord(piece)}:*`
    if (piece.length === 1) return `${quotedWord(piece[0] ?? '')}:*`
    const pairs = piece.slice(0, -1).map((character, index) => quotedWord(`${character}${piece[index + 1]}`))
    return pairs.length === 1 ? pairs[0] : `(${pairs.join(' <-> ')})`
  })
  return parts.length === 0 ? null : parts.join(' & ')
}

/** A word in PostgreSQL's notation of tsvector and tsquery. */
export function quotedWord(word: string): string {
  return `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
}
