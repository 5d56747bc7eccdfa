import { endOfBusiness, localDate, workingMinutesBetween } from '@daodi/domain/calendar/calendar.ts'
import type { CasePlay } from './case-play.ts'
import type { Random } from './random.ts'

const HOUR = 3_600_000

/** Minutes on the story's own axis until what the case waits for is due; a ward's people are awake for about five eighths of a day. */
export function workingMinutesUntil(play: CasePlay, ms: number): number {
  if (play.dueAt === null || !Number.isFinite(ms)) return 60
  const minutes = workingMinutesBetween(play.stage.calendar, new Date(ms).toISOString(), play.dueAt)
  return Math.max(20, play.stage.calendar.kind === 'aroundTheClock' ? minutes * 0.625 : minutes)
}

/** A promise before the limit: the end of a working day, or on a ward a full hour. Null where there is no time left to promise. */
export function promisedMoment(play: CasePlay, ms: number, random: Random): string | null {
  const { calendar } = play.stage
  if (play.dueAt === null || !Number.isFinite(ms)) return null
  const limit = Date.parse(play.dueAt)
  const wanted = ms + (limit - ms) * random.between(0.6, 0.95)
  const rounded = calendar.kind === 'aroundTheClock' ? Math.floor(wanted / HOUR) * HOUR
    : Date.parse(endOfBusiness(calendar, localDate(calendar, new Date(wanted).toISOString())))
  const promised = Math.min(rounded, limit)
  return promised > ms + HOUR ? new Date(promised).toISOString() : null
}
