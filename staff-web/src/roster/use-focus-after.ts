import { useEffect, useRef } from 'react'

const PATIENCE_MS = 3000

/**
 * Where the focus goes when what had it is drawn anew elsewhere or is gone: the first of `places` that there is. Without it
 * the focus falls to the page, and the next arrow turns the week.
 */
export function useFocusAfter(): (places: readonly string[]) => void {
  const wanted = useRef<{ places: readonly string[]; until: number } | null>(null)
  const settle = () => {
    if (wanted.current === null) return
    const lost = document.activeElement === null || document.activeElement === document.body
    const found = wanted.current.places.map((place) => document.querySelector<HTMLElement>(place)).find((one) => one !== null)
    if (lost) found?.focus()
    if (Date.now() > wanted.current.until || (document.activeElement === found && found !== undefined)) wanted.current = null
  }
  useEffect(settle)
  return (places) => {
    wanted.current = { places, until: Date.now() + PATIENCE_MS }
    requestAnimationFrame(settle)
  }
}
