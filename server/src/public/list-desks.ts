import { listPublicDesks } from '@daodi/contract/public/desks.ts'
import { localDate, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { addDays } from '@daodi/domain/calendar/local-moment.ts'
import type { Opening } from '@daodi/domain/directory/opening-hours.ts'
import { openOn } from '@daodi/domain/roster/desk-cover.ts'
import { listDeskRows } from '../directory/store-desks.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'
import { publicInstitutions } from './store.ts'

const PAGE = 50

/** The desks that are shown to the public, of the institution named or the first one; who sits there is nobody's business outside. */
export const listPublicDesksRoute = route(listPublicDesks, async ({ query, at }, { db }) => {
  const institutions = await publicInstitutions(db)
  const institution = query.institutionId === undefined ? institutions[0] : institutions.find(({ id }) => id === query.institutionId)
  if (!institution) return query.institutionId === undefined ? answer({ rows: [], next: null }) : { ok: false, refusal: 'no-such-institution' }
  const limit = query.limit ?? PAGE
  const found = await listDeskRows(db, institution.id, { q: null, unitId: null, after: readCursor(query.after, [UUID])?.[0] ?? null, limit: limit + 1, publicOnly: true })
  const shown = found.slice(0, limit)
  const calendar = await currentCalendar(db, institution.id)
  const last = shown.at(-1)
  return answer({
    next: found.length > limit && last ? cursorOf([last.id]) : null,
    rows: shown.map(({ id, kind, name, unit_name: unitName, scope, room, phone, hours }) => ({
      id, kind, name, unitName, scope, room, phone, hours: hours.length > 0 ? hours : usualHours(calendar), ...openness(hours, calendar, at),
    })),
  })
})

function usualHours(calendar: Calendar): { days: number[]; from: string; to: string }[] {
  if (calendar.kind === 'aroundTheClock') return [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
  return calendar.sessions.map(({ from, to }) => ({ days: calendar.weekdays, from, to }))
}

/** Whether it is open at the moment, until when, and else when it opens within the next fortnight. */
function openness(hours: readonly Opening[], calendar: Calendar, at: string): { openNow: boolean; opensAt: string | null; closesAt: string | null } {
  const today = localDate(calendar, at)
  const spans = Array.from({ length: 15 }, (_, index) => addDays(today, index)).flatMap((day) => openOn(hours, day, calendar))
  const now = spans.find(({ from, to }) => from <= at && at < to)
  const next = spans.find(({ from }) => from > at)
  return { openNow: now !== undefined, closesAt: now?.to ?? null, opensAt: now ? null : next?.from ?? null }
}
