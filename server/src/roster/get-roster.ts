import { getOnDuty, getPresence, getRoster } from '@daodi/contract/staff/roster/roster.ts'
import { localDate, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { addDays, momentOfLocal, mondayOf, workingSpansOn } from '@daodi/domain/calendar/local-moment.ts'
import { gapsIn, shiftProblems, uncovered } from '@daodi/domain/roster/plan-problems.ts'
import { listDeskRows } from '../directory/store-desks.ts'
import { cursorOf, INSTANT, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { calendarAlong } from '../policy/store.ts'
import { deskGapsIn } from './desk-cover.ts'
import { absenceView, kindView, problemViews, shiftView } from './roster-view.ts'
import { presenceOf } from './store-duty.ts'
import { listOnDuty } from './store-on-duty.ts'
import { namesOf, peopleOfUnit } from './store-people.ts'
import { absencesOf, rosterPeople, rosterUnit, shiftKindsOf, shiftsBetween, type ShiftRow } from './store-roster.ts'
import { walkroundsBetween } from './store-walkrounds.ts'
import { walkroundView } from './walkrounds.ts'

export const getRosterRoute = route(getRoster, async ({ params, query, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const unit = await rosterUnit(db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  const calendar = await calendarAlong(db, caller)
  const monday = mondayOf(query.week ?? localDate(calendar, at))
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const span = { from: momentOfLocal(calendar, monday, '00:00'), to: momentOfLocal(calendar, monday, '00:00', 7) }
  const all = await shiftKindsOf(db, institutionId, unit.id)
  const current = new Set(all.filter(({ retired }) => !retired).map(({ id }) => id))
  // With last night's, which lasts into the week.
  const touching = await shiftsBetween(db, institutionId, { unitId: unit.id }, span)
  const shifts = touching.filter(({ day }) => day >= monday && day <= (days[6] ?? monday))
  const people = await rosterPeople(db, institutionId, unit.id, shifts.map(({ personId }) => personId))
  const absences = await absencesOf(db, institutionId, people.map(({ id }) => id), span)
  const kinds = all.filter(({ id }) => current.has(id) || shifts.some(({ kindId }) => kindId === id))
  const elsewhere = (await shiftsBetween(db, institutionId, { personIds: [...new Set(shifts.map(({ personId }) => personId))] }, span)).filter(({ unitId }) => unitId !== unit.id)
  const scene = { kinds: new Map(kinds.map((kind) => [kind.id, kind])), skills: new Map(people.map(({ id, skills }) => [id, new Set(skills)])), absences, at: null }
  const desks = await listDeskRows(db, institutionId, { q: null, unitId: unit.id, after: null, limit: DESKS_MOST })
  return answer({
    unit: { id: unit.id, name: unit.name }, days, today: localDate(calendar, at), mayPlan: unit.mayPlan, kinds: kinds.map(kindView), people,
    shifts: shifts.map(shiftView), absences: absences.map(absenceView), gaps: gapsIn(days, kinds.filter(({ id }) => current.has(id)), shifts),
    problems: problemViews(shiftProblems(shifts, elsewhere, scene), { kinds, people }), uncovered: uncoveredIn(days, touching, calendar),
    desks: desks.map(({ id, name }) => ({ id, name })), deskGaps: await deskGapsIn(db, desks, { institutionId, days, calendar }),
    walkrounds: (await walkroundsBetween(db, institutionId, { unitId: unit.id }, span)).map((row) => walkroundView(row, caller, at)),
  })
})

const DESKS_MOST = 100

/** On days without any duty the missing shifts say it already. */
function uncoveredIn(days: readonly string[], shifts: readonly ShiftRow[], calendar: Calendar) {
  const duty = shifts.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }))
  return days.flatMap((day) => (shifts.some((shift) => shift.day === day) ? uncovered(workingSpansOn(calendar, day), duty).map((span) => ({ day, ...span })) : []))
}

const ON_DUTY_PAGE = 50

export const getOnDutyRoute = route(getOnDuty, async ({ query, caller, at }, services) => {
  const moment = query.at === undefined ? at : new Date(query.at).toISOString()
  const limit = query.limit ?? ON_DUTY_PAGE
  const read = readCursor(query.after, [UUID, INSTANT, UUID, UUID])
  const after = read && { unitId: read[0] ?? '', startsAt: read[1] ?? '', kindId: read[2] ?? '', personId: read[3] ?? '' }
  const rows = await listOnDuty(services.db, caller.institutionId, moment, { unitId: query.unitId ?? null, post: query.post ?? null, q: query.q ?? null, after, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return answer({ at: moment, rows: rows.slice(0, limit), next: last ? cursorOf([last.unitId, last.startsAt, last.kindId, last.personId]) : null })
})

export const getPresenceRoute = route(getPresence, async ({ query, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const asked = query.personId === undefined ? await peopleOfUnit(db, institutionId, query.unitId ?? caller.unitId) : await namesOf(db, institutionId, [query.personId])
  const presence = await presenceOf(db, institutionId, asked.map(({ id }) => id), at)
  return answer({ at, rows: asked.flatMap(({ id, name, post }) => { const found = presence.get(id); return found ? [{ ...found, name, post }] : [] }) })
})
