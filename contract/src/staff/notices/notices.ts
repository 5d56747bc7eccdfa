import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmailAddress, NoticeKind } from '../../shared/notices.ts'
import { NoBody, NoParams, NoQuery, pageOf, pageQuery } from '../../shared/page.ts'
import { Instant } from '../../shared/time.ts'

export const NoticeView = z.object({
  id: z.uuid(), kind: NoticeKind, at: Instant, readAt: Instant.nullable(),
  /** Null: the person asking or the program itself did it. */
  actorName: z.string().nullable(),
  /** `place`: of what cannot wait, where it is. `subject` is null where the reader may not see the case any more, or its words are erased. `mayTakeUp`: what climbed to the reader is still theirs to take up. */
  case: z.object({ id: z.uuid(), number: z.string(), subject: z.string().nullable(), place: z.string().nullable(), status: z.string(), dueAt: Instant.nullable(), dueEstimated: z.boolean(), visible: z.boolean(), mayTakeUp: z.boolean() }).nullable(),
  detail: z.object({ duty: z.string().optional(), rung: z.int().optional(), dueAt: Instant.optional(), dueEstimated: z.boolean().optional(), unitName: z.string().optional(), unitId: z.uuid().optional(), name: z.string().optional(), count: z.int().optional(), numbers: z.array(z.string()).optional() }),
})

export const listNotices = operation({
  id: 'listNotices', method: 'GET', path: '/api/staff/notices', gate: 'signedIn', summary: '我的提醒，新的在前；unread=true 只列未读',
  params: NoParams, query: z.strictObject({ unread: z.enum(['true', 'false']).optional(), ...pageQuery }), body: NoBody,
  /** Counted up to 1000. */
  reply: pageOf(NoticeView).extend({ unread: z.int() }), status: 200, refusals: {},
})

/** These, those about one case, or all up to and including one: what came meanwhile stays unread. Others' notices are passed over. */
export const readNotices = operation({
  id: 'readNotices', method: 'POST', path: '/api/staff/notices/reading', gate: 'signedIn', summary: '把提醒标为已读：若干条、某一件的，或截至某条的全部',
  params: NoParams, query: NoQuery,
  body: z.union([z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }), z.strictObject({ caseId: z.uuid() }), z.strictObject({ upTo: z.uuid() })]),
  reply: z.object({ read: z.int(), unread: z.int() }), status: 200, refusals: {},
})

const ClockTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'time-format')

/** In the product always; by mail per kind, at once or with the daily digest. */
const Preferences = z.strictObject({
  email: EmailAddress.nullable(),
  mail: z.partialRecord(NoticeKind, z.enum(['now', 'digest'])),
  quiet: z.strictObject({ from: ClockTime, to: ClockTime }).nullable(),
  digestAt: ClockTime.nullable(),
})

export const getNoticePreferences = operation({
  id: 'getNoticePreferences', method: 'GET', path: '/api/staff/notices/preferences', gate: 'signedIn', summary: '我的提醒方式',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: {},
  /** `mailWorks`: whether this institution can send mail at all. */
  reply: z.object({ ...Preferences.shape, mailWorks: z.boolean(), kinds: z.array(NoticeKind) }),
})
export const setNoticePreferences = operation({
  id: 'setNoticePreferences', method: 'PUT', path: '/api/staff/notices/preferences', gate: 'signedIn', summary: '更改我的提醒方式',
  params: NoParams, query: NoQuery, body: Preferences, status: 200,
  refusals: { 'email-needed': 422, 'digest-time-needed': 422, 'quiet-hours-empty': 422 },
  reply: z.object({ ...Preferences.shape, mailWorks: z.boolean(), kinds: z.array(NoticeKind) }),
})
