import type { z } from 'zod'
import { checkCalendarDraft, publishCalendar } from '@daodi/contract/staff/calendar/calendar.ts'
import { daysOf, type CalendarDay } from '@daodi/domain/calendar/year-of-days.ts'
import { answer, route, type Db } from '../http/route.ts'
import { calendarStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct } from '../obligations/store-act.ts'
import { calendarFrom, CalendarDefinition, CalendarOverlay, checkDefinition } from './calendar-definition.ts'
import { checkDocument, problemsIn } from './check-document.ts'
import type { PolicyProblem } from './problem.ts'
import { calendarFault } from './calendar-fault.ts'
import { fieldErrors, orProblems } from './publish-policy.ts'
import { isSame, settingsDigest } from './published-fact.ts'
import { calendarGround, definitionAlong, nextCalendar } from './store.ts'
import { calendarsAlong, calendarVersions, timeZoneOf } from './store-calendars.ts'
import { administeredUnit, type EditedUnit } from './store-editor.ts'

type Checked = z.input<typeof checkCalendarDraft.reply>

/** The year as the draft would have it, and the days on which that differs from now. Nothing is written. */
export const checkCalendarDraftRoute = route(checkCalendarDraft, async ({ params, body, caller }, { db }) => {
  const unit = await administeredUnit(db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  return answer(await checked(db, unit, { ...body, institutionId: caller.institutionId }))
}, 'none')

async function checked(db: Db, unit: EditedUnit, { institutionId, definition, year }: { institutionId: string; definition: unknown; year: number }): Promise<Checked> {
  const along = await calendarsAlong(db, institutionId, unit.path)
  const timeZone = await timeZoneOf(db, institutionId)
  const shape = checkDocument<unknown>(definition, unit.parent_id === null ? CalendarDefinition : CalendarOverlay)
  if (!shape.ok) return { problems: problemsIn('calendar', shape.findings).map(problemView), days: [], knownThrough: null, changed: [] }
  const drafted = definitionAlong([...along.filter((one) => one.unitId !== unit.id).map((one) => one.document), shape.document])
  const faults = checkDefinition(drafted, timeZone)
  if (faults.length > 0) return { problems: problemsIn('calendar', faults.map((sentence) => ({ ...calendarFault(sentence), path: [] }))).map(problemView), days: [], knownThrough: null, changed: [] }
  const calendar = calendarFrom(drafted, timeZone)
  const days = daysOf(calendar, `${year}-01-01`, `${year}-12-31`)
  const before = daysOf(calendarFrom(definitionAlong(along.map((one) => one.document)), timeZone), `${year}-01-01`, `${year}-12-31`)
  return { problems: [], days, knownThrough: calendar.knownThrough, changed: days.filter((day, index) => differs(day, before[index])).map((day) => day.date) }
}

/** A day that was reckoned and is announced now as what it was has not changed for anybody. */
function differs(day: CalendarDay, before: CalendarDay | undefined): boolean {
  return before === undefined || day.kind !== before.kind || day.minutes !== before.minutes || day.note !== before.note
}

function problemView({ path, line, message, remedy }: PolicyProblem): Checked['problems'][number] {
  return { path, line, message, remedy }
}

/** Limits that begin from now on are reckoned with it; what is already due keeps its moment. */
export const publishCalendarRoute = route(publishCalendar, async ({ params: { unitId }, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId } = caller
  if (!await administeredUnit(db, caller, unitId)) return { ok: false, refusal: 'no-such-unit' }
  const ground = await calendarGround(db, { institutionId, unitId })
  if (body.basedOn !== undefined && body.basedOn !== ground.newest) return { ok: false, refusal: 'calendar-changed' }
  const old = body.restores === undefined ? [] : await calendarVersions(db, { institutionId, unitId }, { version: body.restores, limit: 1 })
  if (body.restores !== undefined && old.length === 0) return { ok: false, refusal: 'no-such-version' }
  const { definition, restores = null, note = null } = body
  const next = orProblems(() => nextCalendar({ institutionId, definition, at, by: personId, note, restores }, ground))
  if ('problems' in next) return { ok: false, refusal: 'calendar-has-problems', errors: fieldErrors(next.problems, '/definition') }
  if (old.some(({ document }) => !isSame(document, [definition]))) return { ok: false, refusal: 'not-that-version' }
  const { version, writes } = next.value
  const stream = calendarStream(unitId)
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, { institutionId, actor: personId, at, algorithm }, held, {
    facts: [{ stream, kind: 'calendar-published', data: { version, definition: settingsDigest(definition), restores } }], rows: writes,
  })
  return { ok: true, value: { version } }
})
