import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

/** Long enough for the next letter of a word, too short to be noticed after a single key. */
const NEXT_LETTER_MS = 220
const OWN_KEYS = new Set(['?', '？', '/', ' '])

/**
 * Words typed while the last registration is still shown belong to the next person: the line opens under the very key, so
 * that the key and whatever input method goes on with it end up there. `soon` holds back a key of one letter until it is
 * sure not to be the beginning of a word.
 */
export function useTypingOn(onWords: (words: string) => void): (letter: string, act: () => void) => void {
  const held = useRef<{ letter: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const latest = useRef(onWords)
  useEffect(() => { latest.current = onWords })
  useEffect(() => {
    const goOn = (words: string) => {
      if (held.current) clearTimeout(held.current.timer)
      held.current = null
      flushSync(() => latest.current(words))
      const line = document.querySelector<HTMLInputElement>('.ask input')
      line?.focus()
      line?.setSelectionRange(words.length, words.length)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const isText = event.key === 'Process' || [...event.key].length === 1
      if (!isText || event.ctrlKey || event.metaKey || event.altKey || OWN_KEYS.has(event.key) || isElsewhere(event.target)) return
      // A shortcut has just been taken by its own handler, which stops the event's default.
      if (event.defaultPrevented && held.current?.letter === event.key) return
      const before = held.current?.letter ?? ''
      if (event.defaultPrevented) { event.stopPropagation(); goOn(before + event.key) } else goOn(before)
    }
    const onPaste = (event: ClipboardEvent) => {
      const words = event.clipboardData?.getData('text/plain').replace(/\s+/g, ' ').trim() ?? ''
      if (words === '' || isElsewhere(event.target)) return
      event.preventDefault()
      goOn(words)
    }
    // In the window, after the page's own keys have been heard at the document.
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('paste', onPaste)
      if (held.current) clearTimeout(held.current.timer)
      held.current = null
    }
  }, [])
  return (letter, act) => {
    if (held.current) return
    held.current = { letter, timer: setTimeout(() => { held.current = null; act() }, NEXT_LETTER_MS) }
  }
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null
}
