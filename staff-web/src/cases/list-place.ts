/** Where a reader was in a list: px from its top, and the chosen row (-1: none). */
export interface Place { top: number; selected: number }

const places = new Map<string, Place>()

/** The place of one list, by its address; kept while the page lives, so that the way back from a case ends where it began. */
export function placeOf(search: string): Place {
  const known = places.get(search)
  if (known !== undefined) return known
  const fresh = { top: 0, selected: -1 }
  places.set(search, fresh)
  return fresh
}
