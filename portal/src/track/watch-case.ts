import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { ask, type Refused } from '../shared/call.ts'
import type { TrackedCase } from '../shared/wire.ts'

export type Watched =
  | { state: 'loading' }
  | { state: 'refused'; refusal: Refused; until: number | null }
  | { state: 'unclear' }
  /** `stale`: the last look failed, so this is what was known at `seenAt`. `news` counts the looks that brought something. */
  | { state: 'found'; found: TrackedCase; seenAt: Date; stale: boolean; news: number }

/** Milliseconds between quiet looks while the page is in front. */
const EVERY = 60_000

/** Follows one case: looks at once, every minute while the page is visible, and when it becomes visible again. */
export function useCase(number: string, code: string) {
  const [watched, setWatched] = useState<Watched>({ state: 'loading' })
  const [busy, setBusy] = useState(false)
  const lookingRef = useRef(false)
  const lookedAtRef = useRef(0)

  const look = useCallback(async () => {
    if (lookingRef.current) return
    lookingRef.current = true
    lookedAtRef.current = Date.now()
    setBusy(true)
    const answer = await ask<TrackedCase>(`/api/public/cases/${encodeURIComponent(number)}?code=${encodeURIComponent(code)}`)
    lookingRef.current = false
    setBusy(false)
    setWatched((before) => {
      if (answer.kind === 'done') return { state: 'found', found: answer.value, seenAt: new Date(), stale: false, news: newsCount(before, answer.value) }
      if (before.state === 'found') return { ...before, stale: true }
      if (answer.kind === 'unclear') return { state: 'unclear' }
      return { state: 'refused', refusal: answer, until: answer.waitSeconds === null ? null : Date.now() + answer.waitSeconds * 1000 }
    })
  }, [number, code])

  const shown = watched.state === 'found'
  useEffect(() => { void look() }, [look])
  useEffect(() => {
    if (!shown) return undefined
    const quietly = () => { if (!document.hidden && Date.now() - lookedAtRef.current >= EVERY - 1000) void look() }
    const timer = setInterval(quietly, EVERY)
    document.addEventListener('visibilitychange', quietly)
    return () => { clearInterval(timer); document.removeEventListener('visibilitychange', quietly) }
  }, [shown, look])
  return { watched, busy, look: () => { void look() } }
}

function newsCount(before: Watched, now: TrackedCase): number {
  if (before.state !== 'found') return 0
  const changed = before.found.timeline.length !== now.timeline.length || before.found.status !== now.status || before.found.handlerName !== now.handlerName
  return before.news + (changed ? 1 : 0)
}
