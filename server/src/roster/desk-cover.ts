import type { z } from 'zod'
import { type DeskGap, listDeskCover } from '@daodi/contract/staff/roster/desk-cover.ts'
import { localDate, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { addDays, momentOfLocal, mondayOf } from '@daodi/domain/calendar/local-moment.ts'
import { deskGaps, staffedOn } from '@daodi/domain/roster/desk-cover.ts'
import type { Span } from '@daodi/domain/roster/plan-problems.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { listDeskRows } from '../directory/store-desks.ts'
import { answer, route, type Db } from '../http/route.ts'
import { calendarAlong } from '../policy/store.ts'
import { desksCoveredBy } from './store-desk-duty.ts'
import { absencesOf } from './store-roster.ts'

const PAGE = 50
type Gap = z.input<typeof DeskGap>
type DeskHours = Pick<Awaited<ReturnType<typeof listDeskRows>>[number], 'id' | 'name' | 'hours'>
interface Week { institutionId: string; days: readonly string[]; calendar: Calendar }

export const listDeskCoverRoute = route(listDeskCover, async ({ query, caller, at }, { db }) => {
  const { institutionId } = caller
  const calendar = await calendarAlong(db, caller)
  const monday = mondayOf(query.week ?? localDate(calendar, at))
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const limit = query.limit ?? PAGE
  const found = await listDeskRows(db, institutionId, { q: null, unitId: query.unitId ?? null, after: readCursor(query.after, [UUID])?.[0] ?? null, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const weeks = await deskWeeks(db, shown, { institutionId, days, calendar })
  const last = shown.at(-1)
  return answer({
    days, today: localDate(calendar, at), next: found.length > limit && last ? cursorOf([last.id]) : null,
    rows: shown.map((desk, index) => {
      const { gaps = [], openMinutes = 0 } = weeks[index] ?? {}
      return { deskId: desk.id, deskName: desk.name, unitId: desk.unit_id, unitName: desk.unit_name, gaps, openMinutes, gapMinutes: minutes(gaps) }
    }),
  })
})

/** The hours of these desks during which somebody has to be there and nobody is. */
export async function deskGapsIn(db: Db, desks: readonly DeskHours[], week: Week): Promise<Gap[]> {
  return (await deskWeeks(db, desks, week)).flatMap(({ gaps }) => gaps)
}

async function deskWeeks(db: Db, desks: readonly DeskHours[], { institutionId, days, calendar }: Week): Promise<{ gaps: Gap[]; openMinutes: number }[]> {
  const [first = '', last = first] = [days[0], days.at(-1)]
  if (desks.length === 0 || first === '') return []
  const span = { from: momentOfLocal(calendar, first, '00:00'), to: momentOfLocal(calendar, last, '00:00', 1) }
  const covered = await desksCoveredBy(db, institutionId, desks.map(({ id }) => id), span)
  const absences = await absencesOf(db, institutionId, [...new Set(covered.map(({ personId }) => personId))], span)
  return desks.map(({ id, name, hours }) => {
    const duty = covered.filter(({ deskId }) => deskId === id).map(({ personId, startsAt, endsAt }) => ({ personId, span: startsAt === null || endsAt === null ? null : { from: startsAt, to: endsAt } }))
    const open = days.map((day) => staffedOn(hours, day, { calendar, duty }))
    const gaps = days.flatMap((day, index) => {
      const found = deskGaps(hours, day, { calendar, duty, absences })
      const wholeDay = found.length > 0 && minutes(found) === minutes(open[index] ?? [])
      return found.map((gap) => ({ deskId: id, deskName: name, day, ...gap, wholeDay }))
    })
    return { gaps, openMinutes: minutes(open.flat()) }
  })
}

function minutes(spans: readonly Span[]): number {
  return Math.round(spans.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0) / 60_000)
}
