const SEGMENTS = new Intl.Segmenter('zh', { granularity: 'word' })

/** Pieces of a question, each completed to the whole words of it that it touches: 工许 says nothing to a reader, 施工许可 does. */
export function wholeWords(pieces: readonly string[], asked: string): string[] {
  const question = asked.normalize('NFKC')
  const segments = [...SEGMENTS.segment(question)].filter(({ isWordLike }) => isWordLike)
  return [...new Set(pieces.map((piece) => {
    const from = question.indexOf(piece)
    if (from < 0) return piece
    const touched = segments.filter(({ index, segment }) => index < from + piece.length && index + segment.length > from)
    return question.slice(Math.min(from, ...touched.map(({ index }) => index)), Math.max(from + piece.length, ...touched.map(({ index, segment }) => index + segment.length)))
  }))]
}
