import { getShift } from '@daodi/contract/staff/roster/shift.ts'
import { dueOn, localDate, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { addDays, minutesBefore, momentOfLocal } from '@daodi/domain/calendar/local-moment.ts'
import { twoClocks } from '@daodi/domain/cases/two-clocks.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route } from '../http/route.ts'
import { calendarAlong, policyByDigest } from '../policy/store.ts'
import { taskView } from './list-tasks.ts'
import { contentsOf, eventsSince, findShift, handoversOf, marksOf, mayReadShift, roundOf, successorsOf, unsettledOf, type Contents, type ShiftPlace } from './store-shift.ts'
import { tasksOfShift } from './store-tasks.ts'
import { walkroundsBetween } from './store-walkrounds.ts'
import { walkroundView } from './walkrounds.ts'

const DAY_MS = 86_400_000

/** Whoever is in the unit, heads it or takes it over; the cases in it only as far as the reader may see them. */
export const getShiftRoute = route(getShift, async ({ params, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const shift = await findShift(db, institutionId, params.shiftId)
  const [handover] = shift ? await handoversOf(db, institutionId, { shiftId: shift.id }) : []
  if (!shift || !mayReadShift(caller, shift, handover)) return { ok: false, refusal: 'no-such-shift' }
  const { roster } = await policyByDigest(db, shift.policyDigest)
  const calendar = await calendarAlong(db, caller)
  const yesterday = momentOfLocal(calendar, addDays(localDate(calendar, shift.startsAt), -1), '00:00')
  const contents = await contentsOf(db, caller, shift)
  const received = shift.personId === caller.personId ? await handoversOf(db, institutionId, { successorId: shift.personId, since: new Date(Date.parse(shift.startsAt) - DAY_MS).toISOString() }) : []
  const { id, kindName, unitId, unitName, personId, personName, startsAt, endsAt, begunAt, endedAt } = shift
  return answer({
    id, kindName, unitId, unitName, personId, personName, startsAt, endsAt, begunAt, endedAt, mine: personId === caller.personId,
    maySign: handover?.successorId === caller.personId && handover.acceptedAt === null, contents: timed(contents, calendar, at),
    handOver: handover ? { successorId: handover.successorId, successorName: handover.successorName, notes: handover.notes, contents: timed(shown(handover.contents, contents), calendar, at), writtenAt: handover.writtenAt, acceptedAt: handover.acceptedAt } : null,
    received: received.map(({ shiftId, kindName: kind, personName: from, notes, writtenAt, acceptedAt }) => ({ shiftId, kindName: kind, personName: from, notes, writtenAt, acceptedAt })),
    unsettled: (await unsettledOf(db, caller, unitId)).map(({ registeredAt, signedAt, standstills, ...row }) => ({ ...row, clocks: twoClocks(calendar, { registeredAt, signedAt, until: at, standstills }) })), events: await eventsSince(db, caller, unitId, yesterday),
    round: { opensAt: minutesBefore(startsAt, roster.roundMinutesBefore), items: [...roster.roundItems], done: await roundOf(db, institutionId, id) },
    tasks: (await tasksOfShift(db, institutionId, shift, at)).map((row) => taskView(row, { personId: caller.personId, works: mayTick(caller, shift), at, calendar })),
    walkrounds: (await walkroundsBetween(db, institutionId, { unitId }, { from: startsAt, to: endsAt })).map((row) => walkroundView(row, caller, at)),
    successors: begunAt !== null && endedAt === null ? await successorsOf(db, institutionId, shift) : [],
  })
})

function mayTick(staff: Staff, shift: ShiftPlace): boolean {
  return staff.heads.includes(shift.unitId) || (staff.unitId === shift.unitId && !staff.roles.some(({ role }) => role === 'supervisor'))
}

/** The words of a case are looked up anew: the record keeps none, so that they can be erased; and what its clocks run from now. */
function shown(written: Contents, now: Contents): Contents {
  const known = new Map(now.cases.map(({ caseId, subject, registeredAt = '', signedAt = '', standstills = [] }) => [caseId, { subject, registeredAt, signedAt, standstills }]))
  return { ...written, cases: written.cases.map((one) => ({ ...one, subject: '', ...known.get(one.caseId) })) }
}

/** With both clocks, where the record has what they run from. */
function timed({ cases, tasks, ...rest }: Contents, calendar: Calendar, until: string) {
  return {
    ...rest, tasks: tasks.map((task) => ({ ...task, dueEstimated: dueOn(calendar, task.dueAt).estimated })),
    cases: cases.map(({ registeredAt, signedAt, standstills = [], ...one }) => {
      const marked = { ...one, ...marksOf(one, calendar) }
      return registeredAt === undefined || signedAt === undefined ? marked : { ...marked, clocks: twoClocks(calendar, { registeredAt, signedAt, until, standstills }) }
    }),
  }
}
