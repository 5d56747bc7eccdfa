import { dueOn, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { Obligation } from '@daodi/domain/obligations/obligation.ts'

/** When it is due, where it is owed at all. */
export function dueIn(owed: Obligation | undefined): { dueAt: string | null; dueEstimated: boolean } {
  return { dueAt: owed?.dueAt ?? null, dueEstimated: owed?.estimated ?? false }
}

/** When it is due; where nobody owes it any more, the moment that was set for it. */
export function dueBy(owed: Obligation | undefined, at: string, calendar: Calendar): { dueAt: string; dueEstimated: boolean } {
  return owed ? { dueAt: owed.dueAt, dueEstimated: owed.estimated } : { dueAt: at, dueEstimated: dueOn(calendar, at).estimated }
}
