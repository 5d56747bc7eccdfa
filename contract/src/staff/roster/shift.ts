import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmptyBody, NoBody, NoParams, NoQuery, NoReply } from '../../shared/page.ts'
import { line, NOTE_MAX, prose } from '../../shared/text.ts'
import { Instant, TwoClocks } from '../../shared/time.ts'
import { ShiftTaskView, WalkroundView } from './views.ts'

const ShiftId = z.strictObject({ shiftId: z.uuid() })
const Left = z.object({ caseId: z.uuid(), number: z.string(), subject: z.string(), status: z.string(), as: z.enum(['firstContact', 'handler']), dueAt: Instant.nullable(), dueEstimated: z.boolean(), late: z.boolean(), promisedAt: Instant.nullable(), promisedEstimated: z.boolean(),
  /** Not of records written before they were kept. */
  clocks: TwoClocks.optional() })

/** What is open when a shift is handed over. */
const ShiftContents = z.object({
  cases: z.array(Left),
  papers: z.array(z.object({ caseId: z.uuid(), number: z.string(), takenAt: Instant, count: z.int() })),
  bells: z.int(),
  tasks: z.array(z.object({ id: z.uuid(), title: z.string(), dueAt: Instant, dueEstimated: z.boolean() })),
})

export const getShift = operation({
  id: 'getShift', method: 'GET', path: '/api/staff/shifts/:shiftId', gate: 'signedIn', summary: '一个班：接班要看的、班前巡视、交接班记录',
  params: ShiftId, query: NoQuery, body: NoBody, status: 200, refusals: { 'no-such-shift': 404 },
  reply: z.object({
    id: z.uuid(), kindName: z.string(), unitId: z.uuid(), unitName: z.string(), personId: z.uuid(), personName: z.string(), startsAt: Instant, endsAt: Instant,
    begunAt: Instant.nullable(), endedAt: Instant.nullable(), mine: z.boolean(), maySign: z.boolean(),
    /** What is this person's now. */
    contents: ShiftContents,
    handOver: z.object({ successorId: z.uuid(), successorName: z.string(), notes: z.string().nullable(), contents: ShiftContents, writtenAt: Instant, acceptedAt: Instant.nullable() }).nullable(),
    /** Shifts handed over to this person, or about to be. */
    received: z.array(z.object({ shiftId: z.uuid(), kindName: z.string(), personName: z.string(), notes: z.string().nullable(), writtenAt: Instant, acceptedAt: Instant.nullable() })),
    /** The unit's cases that are not settled, and those in which something happened since the day before the shift. */
    unsettled: z.array(z.object({ caseId: z.uuid(), number: z.string(), subject: z.string(), status: z.string(), handlerName: z.string(), dueAt: Instant.nullable(), dueEstimated: z.boolean(), late: z.boolean(), clocks: TwoClocks })),
    events: z.array(z.object({ caseId: z.uuid(), number: z.string(), subject: z.string(), kind: z.string(), at: Instant, actorName: z.string().nullable() })),
    round: z.object({ opensAt: Instant, items: z.array(z.string()), done: z.object({ at: Instant, items: z.array(z.object({ item: z.string(), fine: z.boolean(), place: z.string().nullable(), caseId: z.uuid().nullable() })) }).nullable() }),
    /** What it owes and what was received on it, done or not; and who comes to see the unit meanwhile. */
    tasks: z.array(ShiftTaskView), walkrounds: z.array(WalkroundView),
    successors: z.array(z.object({ personId: z.uuid(), name: z.string(), kindName: z.string(), startsAt: Instant })),
  }),
})
export const beginShift = operation({
  id: 'beginShift', method: 'POST', path: '/api/staff/shifts/:shiftId/beginning', gate: 'signedIn', summary: '接班：已看未了事项和前一天的事',
  params: ShiftId, query: NoQuery, body: EmptyBody, reply: NoReply, status: 204, refusals: { 'no-such-shift': 404, 'not-your-shift': 403, 'shift-begun': 409, 'shift-not-yet': 409, 'shift-ended': 409 },
})
export const recordRound = operation({
  id: 'recordRound', method: 'POST', path: '/api/staff/shifts/:shiftId/round', gate: 'signedIn', summary: '班前巡视记录；发现的问题另行登记成件',
  params: ShiftId, query: NoQuery, reply: NoReply, status: 204,
  body: z.strictObject({ items: z.array(z.strictObject({ item: line(80), fine: z.boolean(), place: line(80).optional(), caseId: z.uuid().optional() })).min(1).max(120) }),
  refusals: { 'no-such-shift': 404, 'not-your-shift': 403, 'round-not-yet': 409, 'round-done': 409, 'no-such-case': 422, 'finding-without-case': 422 },
})
export const handOverShift = operation({
  id: 'handOverShift', method: 'POST', path: '/api/staff/shifts/:shiftId/handover', gate: 'signedIn', summary: '写交接班记录，交给接班人',
  params: ShiftId, query: NoQuery, body: z.strictObject({ successorId: z.uuid(), notes: prose(NOTE_MAX).optional() }), reply: NoReply, status: 204,
  refusals: { 'no-such-shift': 404, 'not-your-shift': 403, 'shift-not-begun': 409, 'no-such-person': 422, 'successor-is-self': 422, 'handover-accepted': 409 },
})
export const acceptHandover = operation({
  id: 'acceptHandover', method: 'POST', path: '/api/staff/shifts/:shiftId/handover/acceptance', gate: 'signedIn', summary: '接班人签收交接班记录',
  params: ShiftId, query: NoQuery, body: EmptyBody, reply: NoReply, status: 204, refusals: { 'no-such-shift': 404, 'handover-missing': 409, 'not-successor': 403, 'handover-accepted': 409 },
})
export const endShift = operation({
  id: 'endShift', method: 'POST', path: '/api/staff/shifts/:shiftId/ending', gate: 'signedIn', summary: '下班；交接班记录签收之后才可以',
  params: ShiftId, query: NoQuery, body: EmptyBody, reply: NoReply, status: 204,
  refusals: { 'no-such-shift': 404, 'not-your-shift': 403, 'shift-not-begun': 409, 'handover-missing': 409, 'handover-not-accepted': 409, 'shift-ended': 409 },
})

const BellView = z.object({
  id: z.uuid(), place: z.string(), unitId: z.uuid(), unitName: z.string(), team: z.string().nullable(), rungAt: Instant, openToAllAt: Instant,
  /** It is mine to answer now: my group's, or any group's. */
  forMe: z.boolean(), answeredByName: z.string().nullable(), answeredAt: Instant.nullable(), seconds: z.int().nullable(),
})
export const ringBell = operation({
  id: 'ringBell', method: 'POST', path: '/api/staff/bells', gate: 'signedIn', summary: '床头呼叫：先呼本组；本组无人当班或逾时未应，即呼所有组',
  params: NoParams, query: NoQuery, body: z.strictObject({ unitId: z.uuid(), place: line(60), team: line(40).optional() }), status: 201,
  reply: z.object({ id: z.uuid(), openToAllAt: Instant, called: z.array(z.object({ personId: z.uuid(), name: z.string() })) }), refusals: { 'no-such-unit': 422 },
})
export const listBells = operation({
  id: 'listBells', method: 'GET', path: '/api/staff/bells', gate: 'signedIn', summary: '未应答的呼叫和最近应答的呼叫',
  params: NoParams, query: NoQuery, body: NoBody, reply: z.object({ rows: z.array(BellView) }), status: 200, refusals: {},
})
export const answerBell = operation({
  id: 'answerBell', method: 'POST', path: '/api/staff/bells/:bellId/answer', gate: 'signedIn', summary: '应铃',
  params: z.strictObject({ bellId: z.uuid() }), query: NoQuery, body: EmptyBody, reply: z.object({ seconds: z.int() }), status: 200, refusals: { 'no-such-bell': 404, 'bell-answered': 409 },
})
