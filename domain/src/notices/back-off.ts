import { fromMs, toMs, type Instant } from '../calendar/instant.ts'

const MINUTE = 60_000

/** Pauses between tries: a receiver that is away for a moment is tried again soon, one that is gone for a day is not hammered. */
const PAUSES: Readonly<Record<'mail' | 'webhook', readonly number[]>> = {
  mail: [1, 5, 15, 60, 240, 720].map((minutes) => minutes * MINUTE),
  webhook: [0.1, 1, 5, 30, 120, 300, 600, 840].map((minutes) => minutes * MINUTE),
}

/** When to try again after so many tries; null: no more. */
export function nextTry(channel: 'mail' | 'webhook', attempts: number, at: Instant): Instant | null {
  const pause = PAUSES[channel][attempts - 1]
  return pause === undefined ? null : fromMs(toMs(at) + pause)
}
