import { useCallback, useEffect, useState } from 'react'

/** What stays free beneath the list: its foot line and the page's margin. */
const BENEATH = 72
const LEAST = 320

/** The height in px from the element's upper edge to the bottom of the window. */
export function useRoomBelow(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [room, setRoom] = useState(LEAST)
  useEffect(() => {
    if (element === null) return
    const measure = () => setRoom(Math.max(LEAST, window.innerHeight - element.getBoundingClientRect().top - window.scrollY - BENEATH))
    measure()
    window.addEventListener('resize', measure)
    // Filters above may wrap to another line without the window changing its size.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => { window.removeEventListener('resize', measure); observer.disconnect() }
  }, [element])
  return [useCallback((next: HTMLElement | null) => setElement(next), []), room]
}
