import { instantFromWall } from '../shared/wall-time.ts'
import type { Kind, PlanAsk, Roster, Shift } from './roster-query.ts'

/** A shift by what it is rather than by its id: the same before and after the server has answered. */
export interface Place { kindId: string; day: string; personId: string }

export const keyOf = ({ kindId, day, personId }: Place): string => `${kindId}:${day}:${personId}`

/** The week as it will be when the server agrees; what was put in it has no id until then. */
export function afterPlan(roster: Roster, { add = [], remove = [] }: PlanAsk): Roster {
  const kept = roster.shifts.filter(({ id }) => !remove.includes(id))
  const fresh = add.filter((one) => roster.days.includes(one.day) && !kept.some((shift) => keyOf(shift) === keyOf(one))).map((one): Shift => {
    const { startsAt, endsAt } = roster.shifts.find((shift) => shift.kindId === one.kindId && shift.day === one.day) ?? { startsAt: '', endsAt: '' }
    const personName = roster.people.find(({ id }) => id === one.personId)?.name ?? roster.shifts.find(({ personId }) => personId === one.personId)?.personName ?? ''
    return { id: '', kindId: one.kindId, day: one.day, personId: one.personId, personName, startsAt, endsAt, overrideReason: one.overrideReason ?? null, begunAt: null, endedAt: null }
  }).filter(({ personName }) => personName !== '')
  const shifts = [...kept, ...fresh]
  return { ...roster, shifts, gaps: gapsOf(roster, shifts) }
}

function gapsOf({ days, kinds }: Roster, shifts: readonly Shift[]): Roster['gaps'] {
  return days.flatMap((day, index) => kinds.filter(({ weekdays }) => weekdays.includes(index + 1)).flatMap(({ id, least }) => {
    const have = new Set(shifts.filter((shift) => shift.kindId === id && shift.day === day).map(({ personId }) => personId)).size
    return have < least ? [{ kindId: id, day, have, least }] : []
  }))
}

/** What takes a plan back: who was put on is taken off, who was taken off is put on again. */
export function undoOf(roster: Roster, ask: PlanAsk, { shiftIds }: { shiftIds: readonly string[] }): PlanAsk | null {
  const gone = roster.shifts.filter(({ id }) => ask.remove?.includes(id))
  if (shiftIds.length + gone.length === 0) return null
  return {
    ...(shiftIds.length > 0 ? { remove: [...shiftIds] } : {}),
    ...(gone.length > 0 ? { add: gone.map(({ kindId, day, personId, overrideReason }) => ({ kindId, day, personId, ...(overrideReason === null ? {} : { overrideReason }) })) } : {}),
  }
}

export type Against = { why: 'there' } | { why: 'shift'; kindName: string } | { why: 'away'; absence: Roster['absences'][number]['kind'] } | { why: 'missing'; missing: string[] }

/** What would speak against somebody in a field, as far as this page knows; `carried` is the shift that would be moved there. */
export function speaksAgainst(roster: Roster, { kindId, day, personId }: Place, { carried = null, timeZone }: { carried?: string | null; timeZone: string }): Against | null {
  const kind = roster.kinds.find(({ id }) => id === kindId)
  if (!kind) return null
  const others = roster.shifts.filter((shift) => shift.personId === personId && keyOf(shift) !== carried)
  if (others.some((shift) => shift.kindId === kindId && shift.day === day)) return { why: 'there' }
  const span = spanOf(kind, day, timeZone)
  const double = others.find((shift) => shift.startsAt !== '' && Date.parse(shift.startsAt) < span.to && Date.parse(shift.endsAt) > span.from)
  if (double) return { why: 'shift', kindName: roster.kinds.find(({ id }) => id === double.kindId)?.name ?? '' }
  const away = roster.absences.find((one) => one.personId === personId && Date.parse(one.from) < span.to && (one.to === null || Date.parse(one.to) > span.from))
  if (away) return { why: 'away', absence: away.kind }
  const skills = roster.people.find(({ id }) => id === personId)?.skills
  const missing = skills ? [...new Set([...kind.needs, ...kind.postNeeds])].filter((need) => !skills.includes(need)) : []
  return missing.length > 0 ? { why: 'missing', missing } : null
}

/** Leave and travel of the week for which nobody stands in, neither named for it nor by the B post: whatever comes to them would wait. */
export function awayWithoutDeputy(roster: Roster): Roster['absences'] {
  const covered = new Set(roster.people.filter(({ deputyId }) => deputyId !== null).map(({ id }) => id))
  return roster.absences.filter(({ kind, deputyId, personId }) => kind !== 'out' && deputyId === null && !covered.has(personId))
}

function spanOf({ from, to }: Pick<Kind, 'from' | 'to'>, day: string, timeZone: string): { from: number; to: number } {
  const moment = (date: string, time: string) => Date.parse(instantFromWall(`${date}T${time}`, timeZone) ?? '')
  return { from: moment(day, from), to: moment(to <= from ? addDays(day, 1) : day, to) }
}

/** The date so many days later, as the server writes dates. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
