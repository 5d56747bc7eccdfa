import { type RefObject, useEffect, useState } from 'react'

/** Which of many items of known heights are near the view: ten thousand rows cost as much as thirty. Heights in pixels. */
export function useWindow(heights: readonly number[], list: RefObject<HTMLElement | null>): { from: number; to: number; before: number; total: number } {
  const [view, setView] = useState({ top: 0, height: 900 })
  useEffect(() => {
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const top = list.current ? -list.current.getBoundingClientRect().top / zoomOf(list.current) : 0
        // Steps of some rows: scrolling within a step draws nothing anew.
        const stepped = Math.floor(top / 200) * 200
        setView((now) => now.top === stepped && now.height === window.innerHeight ? now : { top: stepped, height: window.innerHeight })
      })
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => { cancelAnimationFrame(frame); window.removeEventListener('scroll', look); window.removeEventListener('resize', look) }
  }, [list])
  const margin = 600
  let offset = 0
  let from = heights.length
  let to = heights.length
  let before = 0
  for (const [index, height] of heights.entries()) {
    if (from === heights.length && offset + height > view.top - margin) { from = index; before = offset }
    if (to === heights.length && offset > view.top + view.height + margin) to = index
    offset += height
  }
  return { from, to, before, total: offset }
}

/** Large type is a zoom of the page: what the browser measures is that much larger than what the style sheet says. */
export function zoomOf(element: HTMLElement): number {
  return 'currentCSSZoom' in element ? element.currentCSSZoom : 1
}
