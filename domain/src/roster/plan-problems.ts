import type { LocalDate } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { weekdayOf } from '../calendar/local-moment.ts'
import { without } from '../directory/requirements.ts'
import { overlap, type Absence, type AbsenceKind } from './away.ts'
import type { Shift, ShiftKind } from './shift.ts'

/** What speaks against somebody's shift. All but `off-day` and an overridden `criteria-missing` block it. */
export type ShiftProblem = { personId: string; kindId: string; day: LocalDate; blocking: boolean } & (
  | { problem: 'overlaps'; otherKindId: string; from: Instant; to: Instant }
  | { problem: 'away'; absence: AbsenceKind; from: Instant; to: Instant | null }
  | { problem: 'needs-missing'; missing: string[] }
  | { problem: 'criteria-missing'; missing: string[] }
  | { problem: 'off-day' }
  | { problem: 'over' }
)

export interface PlanScene {
  kinds: ReadonlyMap<string, ShiftKind>
  /** What each person can do. */
  skills: ReadonlyMap<string, ReadonlySet<string>>
  absences: readonly Absence[]
  /** When it is planned: what is over by then cannot be any more, and could never be taken out again. Null for what stands already. */
  at: Instant | null
}

/** Everything that speaks against the shifts in `asked`, each held against all `others` and those asked before it. */
export function shiftProblems(asked: readonly Shift[], others: readonly Shift[], scene: PlanScene): ShiftProblem[] {
  return asked.flatMap((shift, index) => problemsOf(shift, [...others, ...asked.slice(0, index)], scene))
}

function problemsOf(shift: Shift, others: readonly Shift[], { kinds, skills, absences, at }: PlanScene): ShiftProblem[] {
  const { personId, kindId, day } = shift
  const about = { personId, kindId, day }
  const span = { from: shift.startsAt, to: shift.endsAt }
  const kind = kinds.get(kindId)
  const found: ShiftProblem[] = []
  if (at !== null && shift.endsAt <= at) found.push({ ...about, blocking: true, problem: 'over' })
  const double = others.find((other) => other.personId === personId && other.id !== shift.id && overlap(span, { from: other.startsAt, to: other.endsAt }))
  if (double) found.push({ ...about, blocking: true, problem: 'overlaps', otherKindId: double.kindId, from: double.startsAt, to: double.endsAt })
  const away = absences.find((absence) => absence.personId === personId && overlap(span, absence))
  if (away) found.push({ ...about, blocking: true, problem: 'away', absence: away.kind, from: away.from, to: away.to })
  const has = [...skills.get(personId) ?? []]
  const missing = without(kind ? [...new Set([...kind.needs, ...kind.postNeeds])] : [], has)
  if (missing.length > 0) found.push({ ...about, blocking: true, problem: 'needs-missing', missing })
  const short = without(kind?.criteria ?? [], has)
  if (short.length > 0) found.push({ ...about, blocking: shift.overrideReason === null, problem: 'criteria-missing', missing: short })
  if (kind && !kind.weekdays.includes(weekdayOf(day))) found.push({ ...about, blocking: false, problem: 'off-day' })
  return found
}

/** A shift that has fewer people than it needs (缺岗). */
export interface Gap { kindId: string; day: LocalDate; have: number; least: number }

export function gapsIn(days: readonly LocalDate[], kinds: readonly ShiftKind[], shifts: readonly Shift[]): Gap[] {
  return days.flatMap((day) => kinds.flatMap(({ id, weekdays, least }) => {
    if (!weekdays.includes(weekdayOf(day))) return []
    const have = new Set(shifts.filter((shift) => shift.kindId === id && shift.day === day).map(({ personId }) => personId)).size
    return have < least ? [{ kindId: id, day, have, least }] : []
  }))
}

export interface Span { from: Instant; to: Instant }

/** The parts of the opening hours during which nobody is on duty. */
export function uncovered(hours: readonly Span[], duty: readonly Span[]): Span[] {
  const ordered = duty.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return hours.flatMap((hour) => {
    const open: Span[] = []
    let from = hour.from
    for (const span of ordered) {
      if (span.to <= from || span.from >= hour.to) continue
      if (span.from > from) open.push({ from, to: span.from })
      from = span.to > from ? span.to : from
    }
    return from < hour.to ? [...open, { from, to: hour.to }] : open
  })
}
