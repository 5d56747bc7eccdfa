import type { z } from 'zod'
import { listObligations, type ObligationRow } from '@daodi/contract/staff/obligations/obligations.ts'
import { workingDaysBetween, workingMinutesBetween, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { mayTakeUp } from '@daodi/domain/cases/take-up.ts'
import { twoClocks } from '@daodi/domain/cases/two-clocks.ts'
import { lastDayEnds, lateBy, lightOf } from '@daodi/domain/obligations/light.ts'
import { priorityFirst } from '@daodi/domain/obligations/priority-first.ts'
import { maskName } from '@daodi/domain/requester/mask.ts'
import { mayReadUnit } from '../access/store.ts'
import { cursorOf, INSTANT, readCursor, UUID } from '../http/cursor.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route } from '../http/route.ts'
import { calendarOf } from '../policy/store.ts'
import { lastDayAmber } from './last-day.ts'
import { countDuties, listDuties, type DutyListRow, type DutyScope } from './store.ts'

const PAGE = 50

export const listObligationsRoute = route(listObligations, async ({ query, caller, at }, services) => {
  const scope = scopeOf(query, caller)
  if (scope.unitId !== undefined && !await mayReadUnit(services.db, caller, scope.unitId)) return { ok: false, refusal: 'no-such-unit' }
  const cursor = readCursor(query.after, [INSTANT, UUID])
  const limit = query.limit ?? PAGE
  const after = cursor ? { dueAt: cursor[0] ?? '', id: cursor[1] ?? '' } : null
  const rows = await listDuties(services.db, caller, scope, { now: at, after, limit })
  const calendar = await calendarOf(services.db, caller.institutionId, caller.workingTime)
  const { red, amber, open, lastDay } = await countDuties(services.db, caller, scope, { now: at, lastDayEnds: lastDayEnds(calendar, at) })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const views = priorityFirst(shown.map((row) => rowView(row, caller, calendar, at)), ({ light, case: about }) => ({ light, priority: about?.priority === true }))
  return answer({ rows: views, next: rows.length > limit && last ? cursorOf([last.due_at, last.id]) : null, counts: { red, amber: amber + lastDayAmber(lastDay, calendar, at), open } })
})

function scopeOf({ scope = 'mine', unitId, kind }: z.output<typeof listObligations.query>, caller: Staff): DutyScope {
  const of = scope === 'mine' ? undefined : unitId ?? (scope === 'unit' ? caller.unitId : undefined)
  return { whose: scope, ...(of === undefined ? {} : { unitId: of }), ...(kind === undefined ? {} : { kind }) }
}

type Row = z.input<typeof ObligationRow>
type CaseShown = NonNullable<Row['case']>

function rowView(row: DutyListRow, caller: Staff, calendar: Calendar, at: string): Row {
  const timed = { openedAt: row.opened_at, dueAt: row.due_at, warnAt: row.warn_at, lateAt: row.late_at, pausedAt: row.paused_at }
  return {
    id: row.id, caseId: row.case_id, subject: row.stream === null ? null : subjectOf(row.stream, row), kind: row.kind as Row['kind'], state: row.state as Row['state'],
    owner: { personId: row.person_id, personName: row.person_name, unitId: row.unit_id, unitName: row.unit_name },
    openedAt: row.opened_at, warnAt: row.warn_at, dueAt: row.due_at, estimated: row.estimated, lateAt: row.late_at, closedAt: row.closed_at, rung: row.rung,
    escalatedTo: row.told ?? [], light: lightOf(timed, calendar, at), mine: row.mine, escalated: row.escalated, mayTakeUp: row.open_there !== null && mayTakeUp({ status: row.status, obligations: row.open_there }, caller, { id: row.id }), inPlaceOf: row.in_place_of, takenUpBy: row.taken_by,
    lateBy: lateBy(row.due_at, calendar, at),
    workingDaysLeft: row.due_at > at ? workingDaysBetween(calendar, at, row.due_at) : 0,
    case: row.number === null ? null : {
      number: row.number, subject: row.subject ?? '', status: row.status, category: row.category as CaseShown['category'],
      urgency: row.urgency as CaseShown['urgency'], priority: row.priority, requesterName: maskName(row.requester_name),
      urges: row.urges ?? 0, supervision: row.supervision as CaseShown['supervision'],
      clocks: twoClocks(calendar, { registeredAt: row.registered_at, signedAt: row.signed_at, until: at, standstills: row.standstills }),
      legs: row.legs.map((leg) => ({ ...leg, workingMinutes: Math.round(workingMinutesBetween(calendar, leg.from, leg.to ?? at)) })),
    },
  }
}

function subjectOf(stream: string, row: DutyListRow): NonNullable<Row['subject']> {
  const [kind = '', id = ''] = stream.split(':')
  return { kind: kind as NonNullable<Row['subject']>['kind'], id, title: row.title ?? '', since: row.since ?? row.opened_at }
}
