import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery, NoReply, pageOf, pageQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { Instant, LocalDate } from '../../shared/time.ts'
import { DeskGap } from './desk-cover.ts'
import { AbsenceView, GapView, OnDutyView, PresenceView, ShiftKindView, ShiftProblemView, ShiftView, TimeOfDay, WalkroundView } from './views.ts'

const Kind = {
  name: line(40), from: TimeOfDay, to: TimeOfDay, weekdays: z.array(z.int().min(1).max(7)).min(1).max(7), post: line(40).nullable().optional(), team: line(40).nullable().optional(),
  /** The window or desk that the shift staffs; one of the unit's. */
  deskId: z.uuid().nullable().optional(),
  least: z.int().min(0).max(100).optional(), needs: z.array(line(40)).max(20).optional(), criteria: z.array(line(80)).max(20).optional(),
  postId: z.uuid().nullable().optional(), main: z.boolean().optional(), tasks: z.array(z.strictObject({ task: line(80), by: TimeOfDay.nullable() })).max(30).optional(),
}

export const createShiftKind = operation({
  id: 'createShiftKind', method: 'POST', path: '/api/staff/units/:unitId/shift-kinds', gate: 'signedIn', summary: '新增班次：名称、起止、星期、须会的语言和资格',
  params: z.strictObject({ unitId: z.uuid() }), query: NoQuery, body: z.strictObject(Kind), reply: z.object({ id: z.uuid() }), status: 201,
  refusals: { 'no-such-unit': 404, 'no-such-desk': 422, 'no-such-post': 422, 'shift-kind-name-taken': 409 },
})
export const updateShiftKind = operation({
  id: 'updateShiftKind', method: 'PATCH', path: '/api/staff/shift-kinds/:kindId', gate: 'signedIn', summary: '修改或停用班次；已排的班不变，共性工作除外：未开始的班随即改按新的',
  params: z.strictObject({ kindId: z.uuid() }), query: NoQuery, reply: z.object({ id: z.uuid() }), status: 200,
  body: z.strictObject({ ...Kind, retired: z.literal(true) }).partial(),
  refusals: { 'no-such-shift-kind': 404, 'no-such-desk': 422, 'no-such-post': 422, 'shift-kind-name-taken': 409 },
})

const RosterPerson = z.object({ id: z.uuid(), name: z.string(), post: z.string().nullable(), unitName: z.string(), skills: z.array(z.string()), deputyId: z.uuid().nullable(),
  /** The name spelled out, and its initials, for finding somebody by keyboard. */
  pinyin: z.string(), initials: z.string() })

export const getRoster = operation({
  id: 'getRoster', method: 'GET', path: '/api/staff/units/:unitId/roster', gate: 'signedIn', summary: '一周值班表：班次、人员、缺岗和冲突',
  params: z.strictObject({ unitId: z.uuid() }), query: z.strictObject({ week: LocalDate.optional() }), body: NoBody, status: 200, refusals: { 'no-such-unit': 404 },
  reply: z.object({
    unit: z.object({ id: z.uuid(), name: z.string() }), days: z.array(z.string()), today: z.string(), mayPlan: z.boolean(),
    kinds: z.array(ShiftKindView), people: z.array(RosterPerson), shifts: z.array(ShiftView), absences: z.array(AbsenceView),
    gaps: z.array(GapView), problems: z.array(ShiftProblemView),
    /** Working hours of a day with duty during which nobody is on duty. */
    uncovered: z.array(z.object({ day: z.string(), from: Instant, to: Instant })),
    /** Opening hours of the unit's windows and desks during which nobody is there. */
    deskGaps: z.array(DeskGap), desks: z.array(z.object({ id: z.uuid(), name: z.string() })),
    walkrounds: z.array(WalkroundView),
  }),
})
export const planShifts = operation({
  id: 'planShifts', method: 'POST', path: '/api/staff/units/:unitId/roster', gate: 'signedIn', summary: '排班：增加、撤下、复制一周；dryRun 只查问题',
  params: z.strictObject({ unitId: z.uuid() }), query: NoQuery, status: 200,
  body: z.strictObject({
    add: z.array(z.strictObject({ kindId: z.uuid(), personId: z.uuid(), day: LocalDate, overrideReason: line(200).optional() })).max(500).optional(),
    remove: z.array(z.uuid()).max(500).optional(),
    copyWeek: z.strictObject({ from: LocalDate, to: LocalDate }).optional(),
    dryRun: z.boolean().optional(),
  }),
  reply: z.object({ applied: z.boolean(), added: z.int(), removed: z.int(), shiftIds: z.array(z.uuid()), problems: z.array(ShiftProblemView) }),
  refusals: { 'no-such-unit': 404, 'no-such-shift-kind': 422, 'no-such-person': 422, 'no-such-shift': 404, 'shift-overlaps': 409, 'shift-ended': 409, 'person-away': 409, 'qualification-missing': 422, 'criteria-missing': 422, 'shift-begun': 409 },
})
export const getOnDuty = operation({
  id: 'getOnDuty', method: 'GET', path: '/api/staff/on-duty', gate: 'signedIn', summary: '现在谁当班，按科室逐页；按姓名、拼音、首字母、职务、班次、科室、房间、号码查找',
  params: NoParams, query: z.strictObject({ unitId: z.uuid().optional(), post: line(40).optional(), at: Instant.optional(), q: line(60).optional(), ...pageQuery }), body: NoBody, status: 200, refusals: {},
  reply: pageOf(OnDutyView).extend({ at: Instant }),
})
export const getPresence = operation({
  id: 'getPresence', method: 'GET', path: '/api/staff/presence', gate: 'signedIn', summary: '在岗状态：在岗、外出、出差、请假、下班、不在班，及 B 岗',
  params: NoParams, query: z.strictObject({ personId: z.uuid().optional(), unitId: z.uuid().optional() }), body: NoBody, status: 200, refusals: {},
  reply: z.object({ at: Instant, rows: z.array(PresenceView) }),
})
export const recordAbsence = operation({
  id: 'recordAbsence', method: 'POST', path: '/api/staff/absences', gate: 'signedIn', summary: '登记请假、出差、外出；A、B 岗不得同时离岗',
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ personId: z.uuid().optional(), kind: z.enum(['leave', 'trip', 'out']), from: Instant.optional(), to: Instant.nullable().optional(), deputyId: z.uuid().optional(), note: line(200).optional() }),
  refusals: { 'no-such-person': 422, 'no-such-deputy': 422, 'absence-reversed': 422, 'absence-overlaps': 409, 'both-away': 409, 'deputy-away': 409, 'rostered-then': 409 },
})
export const endAbsence = operation({
  id: 'endAbsence', method: 'POST', path: '/api/staff/absences/:absenceId/ending', gate: 'signedIn', summary: '回来了；还没开始的则撤销',
  params: z.strictObject({ absenceId: z.uuid() }), query: NoQuery, body: z.strictObject({}), reply: NoReply, status: 204, refusals: { 'no-such-absence': 404 },
})
export const setCover = operation({
  id: 'setCover', method: 'POST', path: '/api/staff/people/:personId/cover', gate: 'signedIn', summary: '指定 B 岗；null 为取消',
  params: z.strictObject({ personId: z.uuid() }), query: NoQuery, body: z.strictObject({ deputyId: z.uuid().nullable() }), reply: NoReply, status: 204,
  refusals: { 'no-such-person': 404, 'no-such-deputy': 422, 'deputy-is-holder': 422, 'both-away': 409 },
})
export const setSkills = operation({
  id: 'setSkills', method: 'POST', path: '/api/staff/people/:personId/skills', gate: 'signedIn', summary: '登记某人的语言和资格',
  params: z.strictObject({ personId: z.uuid() }), query: NoQuery, body: z.strictObject({ skills: z.array(line(80)).max(60) }), reply: NoReply, status: 204, refusals: { 'no-such-person': 404 },
})
export const getMyRoster = operation({
  id: 'getMyRoster', method: 'GET', path: '/api/staff/my-roster', gate: 'signedIn', summary: '我的班：今后四周、请假出差、待我接的班、日历订阅',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: {},
  reply: z.object({
    shifts: z.array(ShiftView.extend({ kindName: z.string(), unitName: z.string() })), absences: z.array(AbsenceView), presence: PresenceView, feed: z.boolean(),
    toSign: z.array(z.object({ shiftId: z.uuid(), kindName: z.string(), personName: z.string(), writtenAt: Instant })),
    /** Those to make or to receive. */
    walkrounds: z.array(WalkroundView),
  }),
})
export const createRosterFeed = operation({
  id: 'createRosterFeed', method: 'POST', path: '/api/staff/roster-feed', gate: 'signedIn', summary: '生成日历订阅地址（iCalendar）；旧地址随即失效', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body: z.strictObject({}), reply: z.object({ path: z.string() }), status: 201, refusals: {},
})
export const revokeRosterFeed = operation({
  id: 'revokeRosterFeed', method: 'DELETE', path: '/api/staff/roster-feed', gate: 'signedIn', summary: '停用日历订阅地址',
  params: NoParams, query: NoQuery, body: NoBody, reply: NoReply, status: 204, refusals: {},
})
