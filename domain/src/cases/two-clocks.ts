import { workingDaysBetween, type Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { standsStill, type Course, type Pause } from './course.ts'
import { openObligation, type CaseState } from './state.ts'

export interface Clock { since: Instant; workingDays: number }

/** What the unit's clock runs from. `missingPapers`: it stands, and begins once the person's papers are complete. */
export type UnitClockFrom = 'registration' | 'takeover' | 'papers' | 'reopening' | 'missingPapers'

export function unitClockFrom(state: CaseState): UnitClockFrom {
  const { registeredAt, signedAt, limitFrom, legs } = state
  if (openObligation(state, 'resolve')?.pausedAt != null && !standsStill(state.course)) return 'missingPapers'
  if (signedAt === registeredAt) return 'registration'
  if (signedAt !== limitFrom) return 'takeover'
  // Both a new round and complete papers turn the limit back; only the round begins with a new stretch of work.
  return legs.some(({ from }) => from === signedAt) ? 'reopening' : 'papers'
}

/** A stretch in which a clock stood still, or both did; without an end while it lasts. */
export interface Standstill { from: Instant; to?: Instant | null; stops: Pause['stops'] }

export function standstillsOf({ pause, pauses }: Pick<Course, 'pause' | 'pauses'>): Standstill[] {
  return pause ? [...pauses, { from: pause.from, stops: pause.stops }] : [...pauses]
}

/** Those of one clock, within the stretch that is reckoned. */
export function standingStill(standstills: readonly Standstill[], clock: 'requester' | 'unit', span: { from: Instant; to: Instant }): { from: Instant; to: Instant }[] {
  return standstills.filter(({ stops }) => stops === 'both' || (clock === 'unit' && stops === 'limit'))
    .map(({ from, to }) => ({ from: from < span.from ? span.from : from, to: to == null || to > span.to ? span.to : to }))
}

interface ClockTimes { registeredAt: Instant; signedAt: Instant; until: Instant; standstills: readonly Standstill[] }

/**
 * The person's clock runs from registration and is never turned back; the unit's from the moment it signed for the case.
 * Days on which a pause let a clock stand still are not counted by it.
 */
export function twoClocks(calendar: Calendar, { registeredAt, signedAt, until, standstills }: ClockTimes): { requester: Clock; unit: Clock } {
  const clock = (which: 'requester' | 'unit', since: Instant): Clock => {
    const lost = standingStill(standstills, which, { from: since, to: until }).reduce((sum, one) => sum + workingDaysBetween(calendar, one.from, one.to), 0)
    return { since, workingDays: Math.max(0, workingDaysBetween(calendar, since, until) - lost) }
  }
  return { requester: clock('requester', registeredAt), unit: clock('unit', signedAt) }
}
