import type { z } from 'zod'
import { listShiftTasks } from '@daodi/contract/staff/roster/tasks.ts'
import type { ShiftTaskView } from '@daodi/contract/staff/roster/views.ts'
import { dueOn, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { isOfficeHour } from '@daodi/domain/obligations/climb.ts'
import { nextInRotation, turnOf } from '@daodi/domain/roster/occasion.ts'
import { mayReadUnit } from '../access/store.ts'
import { cursorOf, INSTANT, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { calendarAlong, policyByDigest } from '../policy/store.ts'
import { onDutyNow } from './store-duty.ts'
import { rosterUnit } from './store-roster.ts'
import { lastTurns, satisfactionOf, unitTasks, type TaskRow } from './store-tasks.ts'
import { inTurnOrder, worksIn } from './unit-duty.ts'

const PAGE = 50

export const listShiftTasksRoute = route(listShiftTasks, async ({ params, query, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const unit = await rosterUnit(db, caller, params.unitId)
  const onDuty = unit ? await onDutyNow(db, institutionId, at, { unitId: unit.id }) : []
  if (!unit || !(worksIn(caller, unit, onDuty) || await mayReadUnit(db, caller, unit.id))) return { ok: false, refusal: 'no-such-unit' }
  const done = query.state === 'done'
  const limit = query.limit ?? PAGE
  const cursor = readCursor(query.after, [INSTANT, UUID])
  const rows = await unitTasks(db, institutionId, { unitId: unit.id, done, at, after: cursor ? { at: cursor[0] ?? '', id: cursor[1] ?? '' } : null, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const policy = await policyByDigest(db, unit.policyDigest)
  const occasions = policy.roster.occasions ?? []
  const turns = occasions.length === 0 ? [] : await lastTurns(db, institutionId, { unitId: unit.id, occasions: occasions.map(({ title }) => title), at })
  const calendar = await calendarAlong(db, caller)
  const inHours = isOfficeHour({ policy, calendar }, at)
  const people = inTurnOrder(onDuty, [], '')
  const named = (personId: string | null) => { const found = onDuty.find((one) => one.personId === personId); return found ? { personId: found.personId, name: found.name } : null }
  return answer({
    unit: { id: unit.id, name: unit.name },
    rows: shown.map((row) => taskView(row, { personId: caller.personId, works: worksIn(caller, unit, onDuty), at, calendar })), next: rows.length > limit && last ? cursorOf([(done ? last.doneAt : null) ?? last.dueAt, last.id]) : null,
    occasions: occasions.map((occasion) => {
      const turn = turnOf(occasion, inHours)
      return { name: occasion.title, items: [...occasion.items], satisfaction: occasion.satisfaction, turn, next: turn === 'rotation' ? named(nextInRotation(inTurnOrder(onDuty, turns, occasion.title))) : null }
    }),
    onDuty: people.map(({ personId, main }) => ({ personId, name: named(personId)?.name ?? '', main })),
    satisfaction: await satisfactionOf(db, institutionId, { unitId: unit.id, at }),
  })
})

/** `works`: the reader works in the unit. */
export function taskView(row: TaskRow, reader: { personId: string; works: boolean; at: string; calendar: Calendar }): z.input<typeof ShiftTaskView> {
  const { id, shiftId, kindName, occasion, task, personId, personName, since, dueAt, receivedByName, offeredToName, satisfaction, grade, comment, doneAt, doneByName } = row
  const open = doneAt === null
  return {
    id, shiftId, kindName, occasion, task, personId, personName, since, dueAt, dueEstimated: dueOn(reader.calendar, dueAt).estimated, receivedByName, offeredToName, satisfaction, grade, comment, doneAt, doneByName,
    late: (doneAt ?? reader.at) >= dueAt, items: row.ticked,
    mayTake: open && row.offeredTo === reader.personId, mayTick: reader.works || personId === reader.personId,
    mayGiveBack: open && (row.offeredTo === reader.personId || (personId === reader.personId && row.receivedBy !== null && row.receivedBy !== reader.personId)),
  }
}
