import { useCallback, useEffect, useState } from 'preact/hooks'

/** Longer utterances are cut off silently by some phone voices after about fifteen seconds. */
const LONGEST = 80

export function piecesToSpeak(text: string): string[] {
  const sentences = text.split(/\n+/).reduce<string[]>((all, line) => all.concat(line.match(/[^。！？；.!?;]+[。！？；.!?;]*/g) ?? []), [])
  return sentences.reduce<string[]>((pieces, sentence) => {
    for (let rest = sentence.trim(); rest; rest = rest.slice(LONGEST)) pieces.push(rest.slice(0, LONGEST))
    return pieces
  }, [])
}

/** `available` is false where the browser has no voice at all; the button is then not shown. `page` ends the reading when it changes. */
export function useReadAloud(tag: string, page: string) {
  const available = 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window
  const [reading, setReading] = useState(false)
  const stop = useCallback(() => {
    if (available) speechSynthesis.cancel()
    setReading(false)
  }, [available])
  useEffect(() => stop, [stop, tag, page])
  const start = () => {
    const pieces = piecesToSpeak(wordsOnPage())
    pieces.forEach((piece, index) => {
      const utterance = new SpeechSynthesisUtterance(piece)
      utterance.lang = tag
      utterance.rate = 0.9
      if (index === pieces.length - 1) utterance.addEventListener('end', () => setReading(false))
      utterance.addEventListener('error', () => setReading(false))
      speechSynthesis.speak(utterance)
    })
    setReading(pieces.length > 0)
  }
  return { available, reading, toggle: reading ? stop : start }
}

/** What a reader would read out: headings, paragraphs and lists as shown; controls stay silent. */
function wordsOnPage(): string {
  const shown = Array.from(document.querySelectorAll<HTMLElement>('main h1, main h2, main p, main li, main dt, main dd, main label, main legend'))
  return shown.filter((element) => element.offsetParent !== null && !element.closest('[data-silent]') && !element.querySelector('p, li'))
    .map((element) => element.innerText.trim()).filter(Boolean).join('\n')
}
