import { useEffect, useState } from 'preact/hooks'
import { send } from '../shared/call.ts'
import { cleanLine, cleanProse } from '../shared/clean-text.ts'
import type { Hint } from '../shared/wire.ts'

/** Milliseconds without a keystroke after which the question is looked at. */
const PAUSE = 700
/** Fewer characters say nothing; more of the details say nothing new. */
const LEAST = 4
const MOST = 1500

/** Told to wait, the page asks no more until then: the hint is a courtesy and never in the way of sending. */
let silentUntil = 0

/** What the question looks like so far. Nothing is shown while there is no answer, and an old answer goes with the words it was for. */
export function useHint(institutionId: string, subject: string, content: string): Hint | null {
  const [hint, setHint] = useState<Hint | null>(null)
  const line = cleanLine(subject)
  const details = cleanProse(content.slice(0, MOST))
  useEffect(() => {
    let here = true
    if (!institutionId || line.length < LEAST) { setHint(null); return undefined }
    const look = async () => {
      if (Date.now() < silentUntil) return
      const answer = await send<Hint>('/api/public/hints', { institutionId, subject: line, ...(details ? { content: details } : {}) }, 'hint')
      if (answer.kind === 'refused' && answer.waitSeconds !== null) silentUntil = Date.now() + answer.waitSeconds * 1000
      if (here) setHint(answer.kind === 'done' ? answer.value : null)
    }
    const timer = setTimeout(() => { void look() }, PAUSE)
    return () => { here = false; clearTimeout(timer) }
  }, [institutionId, line, details])
  return hint
}
