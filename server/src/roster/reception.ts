import { listReceptionGaps } from '@daodi/contract/staff/roster/reception.ts'
import { localDate, worksOnDayOf } from '@daodi/domain/calendar/calendar.ts'
import { momentOfLocal } from '@daodi/domain/calendar/local-moment.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { calendarAlong } from '../policy/store.ts'
import { unreceivedUnits } from './store-reception.ts'

const PAGE = 50

/** Where nobody receives people today. On a day off nobody is expected to. */
export const listReceptionGapsRoute = route(listReceptionGaps, async ({ query, caller, at }, { db }) => {
  const calendar = await calendarAlong(db, caller)
  const today = localDate(calendar, at)
  if (!worksOnDayOf(calendar, at)) return answer({ today, works: false, rows: [], next: null })
  const limit = query.limit ?? PAGE
  const day = { from: momentOfLocal(calendar, today, '00:00'), to: momentOfLocal(calendar, today, '00:00', 1) }
  const found = await unreceivedUnits(db, caller.institutionId, { unitId: query.unitId ?? null, day, at, after: readCursor(query.after, [UUID])?.[0] ?? null, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return answer({
    today, works: true, next: found.length > limit && last ? cursorOf([last.id]) : null,
    rows: shown.map(({ id, name, parent_name: parentName, named }) => ({ unitId: id, unitName: name, parentName, away: named ?? [] })),
  })
})
