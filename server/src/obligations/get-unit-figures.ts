import { getUnitFigures } from '@daodi/contract/staff/obligations/obligations.ts'
import { endOfLocalDay, localDate } from '@daodi/domain/calendar/calendar.ts'
import { mayReadUnit } from '../access/store.ts'
import { answer, route } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'
import { unitFigures } from './store-unit-figures.ts'

const DAY_MS = 86_400_000

/** What was asked of a unit lately, how it was answered, and what it finished in time; today is one of the days. */
export const getUnitFiguresRoute = route(getUnitFigures, async ({ params, query, caller, at }, services) => {
  if (!await mayReadUnit(services.db, caller, params.unitId)) return { ok: false, refusal: 'no-such-unit' }
  const days = query.days ?? 30
  const calendar = await currentCalendar(services.db, caller.institutionId, 'institution', params.unitId)
  const first = localDate(calendar, new Date(Date.parse(at) - days * DAY_MS).toISOString())
  const from = endOfLocalDay(calendar, first)
  return answer({ from, firstDay: localDate(calendar, from), until: at, days, ...await unitFigures(services.db, caller.institutionId, params.unitId, { from, now: at }) })
})
