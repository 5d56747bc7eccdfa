import type { z } from 'zod'
import { getCalendar, getCalendarVersion } from '@daodi/contract/staff/calendar/calendar.ts'
import { localParts } from '@daodi/domain/calendar/calendar.ts'
import { workingSpansOn } from '@daodi/domain/calendar/local-moment.ts'
import { daysOf } from '@daodi/domain/calendar/year-of-days.ts'
import { answer, route } from '../http/route.ts'
import { calendarFrom } from './calendar-definition.ts'
import { definitionAlong } from './store.ts'
import { calendarsAlong, calendarVersions, timeZoneOf } from './store-calendars.ts'
import { administeredUnit, unitOf } from './store-editor.ts'
import { versionView } from './store-versions.ts'

type Definition = z.input<typeof getCalendar.reply>['whole']
const VERSIONS = 50

/** A whole year of the unit's working time, and where it comes from. */
export const getCalendarRoute = route(getCalendar, async ({ params: { unitId }, query, caller, at }, { db }) => {
  const { institutionId } = caller
  const unit = await unitOf(db, institutionId, unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  const along = await calendarsAlong(db, institutionId, unit.path)
  const own = along.find((one) => one.unitId === unitId)
  const above = along.filter((one) => one.unitId !== unitId).map((one) => one.document)
  const whole = definitionAlong(along.map((one) => one.document))
  const timeZone = await timeZoneOf(db, institutionId)
  const calendar = calendarFrom(whole, timeZone)
  const year = query.year ?? localParts(calendar, at).year
  const isRoot = unit.parent_id === null
  return answer({
    unit: { id: unit.id, name: unit.name, isRoot }, timeZone, year, knownThrough: calendar.knownThrough, own: (own?.document ?? null) as Definition | null, version: own?.version ?? 0,
    inherited: isRoot ? null : definitionAlong(above), whole, days: daysOf(calendar, `${year}-01-01`, `${year}-12-31`).map((day) => ({ ...day, until: workingSpansOn(calendar, day.date).at(-1)?.to ?? null })),
    versions: (await calendarVersions(db, { institutionId, unitId }, { limit: VERSIONS })).map(versionView), mayPublish: await administeredUnit(db, caller, unitId) !== null,
  })
})

export const getCalendarVersionRoute = route(getCalendarVersion, async ({ params: { unitId, version }, caller }, { db }) => {
  const { institutionId } = caller
  if (!await unitOf(db, institutionId, unitId)) return { ok: false, refusal: 'no-such-unit' }
  const [row] = await calendarVersions(db, { institutionId, unitId }, { version, limit: 1 })
  if (!row) return { ok: false, refusal: 'no-such-version' }
  return answer({ ...versionView(row), definition: row.document as Definition })
})
