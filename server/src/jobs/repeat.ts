import { errorCode } from '../database/connection-errors.ts'
import type { Services } from '../http/route.ts'

export interface Repetition {
  /** Lets the run in hand finish and starts no other. */
  stop: () => Promise<void>
}

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000

/**
 * Does `work` again and again. It returns after how many milliseconds it wants to be called next. When it fails, a
 * database that is away for instance, it is tried again after pauses that double up to half a minute.
 */
export function repeat(name: string, log: Services['log'], work: (signal: AbortSignal) => Promise<number>): Repetition {
  const ending = new AbortController()
  let wake = (): void => undefined
  const done = (async () => {
    let failures = 0
    while (!ending.signal.aborted) {
      let pause: number
      try {
        pause = await work(ending.signal)
        failures = 0
      } catch (error) {
        failures += 1
        pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE)
        log.warn({ msg: `${name} failed and is tried again`, inMs: pause, code: errorCode(error), error: error instanceof Error ? error.name : 'unknown' })
      }
      if (ending.signal.aborted) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause)
        wake = () => { clearTimeout(timer); resolve() }
      })
    }
  })()
  return { stop: () => { ending.abort(); wake(); return done } }
}
