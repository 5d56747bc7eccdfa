import type { ReactNode } from 'react'

/** The text with the words of the search set off. Full-width letters and digits count as the ordinary ones. */
export function MarkWords({ text, q }: { text: string; q: string | undefined }): ReactNode {
  const words = (q ?? '').normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return text
  const plain = fold(text)
  const parts: ReactNode[] = []
  let at = 0
  while (at < text.length) {
    const hit = nextHit(plain, words, at)
    if (hit === null) break
    if (hit.from > at) parts.push(text.slice(at, hit.from))
    parts.push(<mark key={hit.from}>{text.slice(hit.from, hit.to)}</mark>)
    at = hit.to
  }
  return [...parts, text.slice(at)]
}

/** Character by character, so that positions stay those of the shown text. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const folded = text.charAt(index).normalize('NFKC').toLowerCase()
    return folded.length === 1 ? folded : text.charAt(index)
  }).join('')
}

function nextHit(plain: string, words: readonly string[], from: number): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null
  for (const word of words) {
    const found = plain.indexOf(word, from)
    if (found >= 0 && (best === null || found < best.from)) best = { from: found, to: found + word.length }
  }
  return best
}
