import type { Calendar, LocalDate } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { addDays, momentOfLocal, weekdayOf } from '../calendar/local-moment.ts'

/** A kind of shift (班次) of a unit: when, on which weekdays, how many people, and what they have to be able to do. */
export interface ShiftKind {
  id: string
  unitId: string
  name: string
  /** Local time of day; an end that is not after the beginning lies on the next day. */
  from: string
  to: string
  /** 1 is Monday. */
  weekdays: readonly number[]
  least: number
  /** Without these languages and qualifications nobody is rostered. */
  needs: readonly string[]
  /** What the directory's post that goes with it asks for. */
  postNeeds: readonly string[]
  /** What somebody chosen should have; a reason may override them. */
  criteria: readonly string[]
}

/** Somebody's duty on one day. */
export interface Shift {
  id: string
  kindId: string
  personId: string
  day: LocalDate
  startsAt: Instant
  endsAt: Instant
  overrideReason: string | null
}

export function shiftSpan(kind: Pick<ShiftKind, 'from' | 'to'>, day: LocalDate, calendar: Calendar): { startsAt: Instant; endsAt: Instant } {
  return { startsAt: momentOfLocal(calendar, day, kind.from), endsAt: momentOfLocal(calendar, day, kind.to, kind.to <= kind.from ? 1 : 0) }
}

/** The shifts of a week as they would be `days` later, for kinds that are still worked. */
export function copiedShifts(shifts: readonly Shift[], days: number, kinds: readonly ShiftKind[]): Pick<Shift, 'kindId' | 'personId' | 'day' | 'overrideReason'>[] {
  return shifts.flatMap(({ kindId, personId, day, overrideReason }) => {
    const kind = kinds.find(({ id }) => id === kindId)
    const moved = addDays(day, days)
    return kind?.weekdays.includes(weekdayOf(moved)) ? [{ kindId, personId, day: moved, overrideReason }] : []
  })
}
