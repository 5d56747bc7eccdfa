import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 760px)')

/** True at phone width; the same bound as the style sheets use. */
export function useNarrow(): boolean {
  return useSyncExternalStore((watcher) => { query.addEventListener('change', watcher); return () => query.removeEventListener('change', watcher) }, () => query.matches)
}
