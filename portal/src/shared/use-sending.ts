import { useEffect, useRef, useState } from 'preact/hooks'
import { send } from './call.ts'
import type { Refused } from './call.ts'
import { keyFor, retireKey } from './idempotency-key.ts'

export type Phase =
  | { name: 'idle' }
  | { name: 'sending'; slow: boolean }
  /** No answer came. Only the same body under the same key may go out now, so the fields stay as they are. */
  | { name: 'unclear' }
  | { name: 'refused'; refusal: Refused; until: number | null }

/** Milliseconds of silence after which the person is told that the line is slow. */
const SLOW_AFTER = 4000

/**
 * Sends one intention at most once: a second press while it is under way does nothing, and a press after a lost
 * answer repeats the same request under the same key.
 */
export function useSending(path: string, intention: string, onDone: (value: unknown) => void) {
  const [phase, setPhase] = useState<Phase>({ name: 'idle' })
  const busyRef = useRef(false)
  const hereRef = useRef(true)
  const lastRef = useRef<unknown>(null)
  useEffect(() => { hereRef.current = true; return () => { hereRef.current = false } }, [])

  const sendBody = async (body: unknown) => {
    if (busyRef.current) return
    busyRef.current = true
    lastRef.current = body
    setPhase({ name: 'sending', slow: false })
    const timer = setTimeout(() => setPhase({ name: 'sending', slow: true }), SLOW_AFTER)
    const answer = await send<unknown>(path, body, keyFor(intention))
    clearTimeout(timer)
    busyRef.current = false
    // An answer settles this intention, whatever it was; the next press is a new one.
    if (answer.kind !== 'unclear') retireKey(intention)
    if (!hereRef.current) return
    if (answer.kind === 'done') {
      setPhase({ name: 'idle' })
      onDone(answer.value)
    } else if (answer.kind === 'refused') {
      setPhase({ name: 'refused', refusal: answer, until: answer.waitSeconds === null ? null : Date.now() + answer.waitSeconds * 1000 })
    } else setPhase({ name: 'unclear' })
  }
  return {
    phase,
    send: (body: unknown) => { void sendBody(body) },
    sendAgain: () => { void sendBody(lastRef.current) },
    /** Gives up the request that got no answer; what is sent next counts as new. */
    letGo: () => { retireKey(intention); setPhase({ name: 'idle' }) },
  }
}

/** Seconds left until `until` (epoch milliseconds), counted down; 0 when it has passed. */
export function useCountdown(until: number | null): number {
  const [seconds, setSeconds] = useState(() => secondsTo(until))
  useEffect(() => {
    setSeconds(secondsTo(until))
    if (until === null) return undefined
    const timer = setInterval(() => {
      const left = secondsTo(until)
      setSeconds(left)
      if (left === 0) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [until])
  return seconds
}

function secondsTo(until: number | null): number {
  return until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000))
}
