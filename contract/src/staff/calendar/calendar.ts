import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery } from '../../shared/page.ts'
import { pasted, Settings } from '../../shared/text.ts'
import { Instant, LocalDate } from '../../shared/time.ts'
import { BasedOn, OfVersion, SettingsProblem, VersionNote, VersionNumber, VersionView } from '../policy/policy.ts'

const OfUnit = z.strictObject({ unitId: z.uuid() })
const UNKNOWN = { 'no-such-unit': 404 } as const
const Year = z.coerce.number().int().min(2000).max(2199)
/** `kind`, `weekdays`, `sessions`, `seasons`, `holidays`, `notices`, `overrides`, as docs/policy.md tells; of a unit below the root any part. */
const Definition = Settings

const DAY_KINDS = ['work', 'weekend', 'holiday', 'makeUp', 'localRest', 'localWork', 'localHours', 'halfDay'] as const
const CalendarDay = z.object({
  date: LocalDate, weekday: z.int(), kind: z.enum(DAY_KINDS), works: z.boolean(), minutes: z.number(),
  /** 推算: no published notice covers it. */
  estimated: z.boolean(), note: z.string().nullable(),
})

export const getCalendar = operation({
  id: 'getCalendar', method: 'GET', path: '/api/staff/units/:unitId/calendar', gate: 'signedIn', summary: '某科室的工作日历：全年各日、作息、来源和历次版本',
  params: OfUnit, query: z.strictObject({ year: Year.optional() }), body: NoBody, status: 200, refusals: UNKNOWN,
  reply: z.object({
    unit: z.object({ id: z.uuid(), name: z.string(), isRoot: z.boolean() }), timeZone: z.string(), year: z.int(), knownThrough: LocalDate,
    /** What the unit says itself, null if nothing; what it inherits, null for the root; and what comes of both. */
    own: Definition.nullable(), version: z.int(), inherited: Definition.nullable(), whole: Definition,
    /** `until`: when the last session of the day ends. */
    days: z.array(CalendarDay.extend({ until: Instant.nullable() })),
    /** The newest fifty of the unit itself. */
    versions: z.array(VersionView),
    mayPublish: z.boolean(),
  }),
})
export const checkCalendarDraft = operation({
  id: 'checkCalendarDraft', method: 'POST', path: '/api/staff/units/:unitId/calendar/check', gate: 'administrator', summary: '检查日历草稿并预览全年；不保存', keepsNoAnswer: true,
  params: OfUnit, query: NoQuery, body: z.strictObject({ definition: Definition, year: Year }), status: 200, refusals: UNKNOWN,
  reply: z.object({ problems: z.array(SettingsProblem), days: z.array(CalendarDay), knownThrough: LocalDate.nullable(), changed: z.array(LocalDate) }),
})
export const publishCalendar = operation({
  id: 'publishCalendar', method: 'POST', path: '/api/staff/units/:unitId/calendar/versions', gate: 'administrator', summary: '发布日历的新版本；只影响此后起算的期限',
  params: OfUnit, query: NoQuery, status: 201, refusals: { ...UNKNOWN, 'calendar-has-problems': 422, 'calendar-changed': 409, 'no-such-version': 422, 'not-that-version': 422 },
  body: z.strictObject({ definition: Definition, note: VersionNote.optional(), basedOn: BasedOn.optional(), restores: VersionNumber.optional() }),
  reply: z.object({ version: z.int() }),
})
export const getCalendarVersion = operation({
  id: 'getCalendarVersion', method: 'GET', path: '/api/staff/units/:unitId/calendar/versions/:version', gate: 'signedIn', summary: '日历的某一版本',
  params: OfVersion, query: NoQuery, body: NoBody, status: 200,
  reply: VersionView.extend({ definition: Definition }), refusals: { ...UNKNOWN, 'no-such-version': 404 },
})

/** Reads a notice and applies nothing: the days go into the calendar's draft, and hold when that is published. */
export const readHolidayNotice = operation({
  id: 'readHolidayNotice', method: 'POST', path: '/api/staff/calendar/notice', gate: 'administrator', summary: '读取国务院办公厅放假通知的文字，或 JSON、CSV 日期表；自相矛盾即指出，不采用', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, status: 200, refusals: {},
  body: z.strictObject({ text: pasted(50_000), year: z.int().min(2000).max(2199).optional() }),
  reply: z.object({
    year: z.int(), rest: z.array(LocalDate), work: z.array(LocalDate), names: z.record(z.string(), z.string()),
    /** With one of these nothing of it may be used. */
    problems: z.array(SettingsProblem),
    /** Sentences with a date that lay down no day. */
    ignored: z.array(z.string()),
  }),
})

const Limit = z.strictObject({
  amount: z.number().min(0).max(5_256_000), unit: z.enum(['workingDays', 'naturalDays', 'workingHours', 'naturalHours', 'workingMinutes', 'naturalMinutes']),
  dayEnd: z.enum(['business', 'midnight']).optional(), sessionEnd: z.enum(['same', 'next']).optional(),
})
export const testDeadline = operation({
  id: 'testDeadline', method: 'POST', path: '/api/staff/deadline-test', gate: 'signedIn', summary: '期限试算：从某一时刻起、按某科室的日历，何时到期，逐日说明', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, status: 200, refusals: { 'no-such-unit': 422, 'limit-not-computable': 422 },
  body: z.strictObject({ since: Instant, limit: Limit, unitId: z.uuid(), aroundTheClock: z.boolean().optional() }),
  reply: z.object({
    dueAt: Instant, estimated: z.boolean(),
    days: z.array(CalendarDay.extend({ why: z.enum(['received', 'counted', 'passed', 'moved', 'worked', 'elapsed']), nth: z.int().nullable(), used: z.number().nullable() })),
    /** There are more days than are listed. */
    cut: z.boolean(),
  }),
})
