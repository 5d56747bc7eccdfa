import { getUnitOverview } from '@daodi/contract/staff/obligations/obligations.ts'
import { endOfLocalDay, localDate } from '@daodi/domain/calendar/calendar.ts'
import { lastDayEnds } from '@daodi/domain/obligations/light.ts'
import { mayReadUnit } from '../access/store.ts'
import { surroundings } from '../directory/store.ts'
import { answer, route } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'
import { lastDayAmber } from './last-day.ts'
import { unitCounts, unitLoad } from './store-overview.ts'

const DAY_MS = 86_400_000

export const getUnitOverviewRoute = route(getUnitOverview, async ({ params, caller, at }, services) => {
  if (!await mayReadUnit(services.db, caller, params.unitId)) return { ok: false, refusal: 'no-such-unit' }
  const around = await surroundings(services.db, caller.institutionId, { unitIds: [params.unitId], personIds: [] })
  const unit = around.units.get(params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  const calendar = await currentCalendar(services.db, caller.institutionId, 'institution', unit.id)
  const today = localDate(calendar, at)
  const yesterday = localDate(calendar, new Date(Date.parse(endOfLocalDay(calendar, today)) - DAY_MS - 1).toISOString())
  const day = { from: endOfLocalDay(calendar, yesterday), to: endOfLocalDay(calendar, today) }
  const load = await unitLoad(services.db, caller, unit.id, { now: at, lastDayEnds: lastDayEnds(calendar, at) })
  return answer({
    unit: { id: unit.id, name: unit.name },
    counts: await unitCounts(services.db, caller.institutionId, unit.id, { day, now: at }),
    people: load.map(({ lastDay, ...person }) => ({ ...person, amber: person.amber + lastDayAmber(lastDay, calendar, at) })),
  })
})
