import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Role } from '../../shared/codes.ts'
import { EmptyBody, NoBody, NoParams, NoQuery, NoReply } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200
/** Never trimmed: a space may be part of it. */
export const NewPassword = z.string().min(PASSWORD_MIN, 'password-too-short').max(PASSWORD_MAX, 'text-too-long')

export const Me = z.object({
  id: z.uuid(), name: z.string(), login: z.string(), post: z.string().nullable(),
  unit: z.object({ id: z.uuid(), name: z.string(), path: z.array(z.string()) }),
  institution: z.object({ id: z.uuid(), name: z.string(), timeZone: z.string(), shortName: z.string() }),
  roles: z.array(z.object({ role: Role, unitId: z.uuid(), unitName: z.string() })),
  passwordChangeNeeded: z.boolean(),
  /** A database made for demonstration stays one, and every page says so. */
  demo: z.boolean(),
  /** Where this person receives people: desks they staff or are rostered for today first (`mine`), then the other ones of their unit. */
  desks: z.array(z.object({ id: z.uuid(), name: z.string(), mine: z.boolean() })),
  /** First-contact teams that this person coordinates. */
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Settings of the reader's unit that the pages need. */
  settings: z.object({
    firstContactName: z.string(), firstContactMode: z.enum(['anyone', 'window', 'appointed', 'pair']), categories: z.array(z.string()), channels: z.array(z.string()), replyBy: z.enum(['firstContact', 'handler', 'leader']), firstContactUntil: z.enum(['end', 'signedFor']),
    closeWithReply: z.boolean(), readBackCategories: z.array(z.string()), requesterRequired: z.boolean(), priorityKinds: z.array(z.string()),
    /** What the reader says first, by channel, in their own name; and the steps of every reception. */
    reception: z.object({ greetings: z.array(z.object({ channel: z.string().nullable(), text: z.string() })), steps: z.array(z.string()) }),
    /** What has to be registered besides, by channel and category. */
    requiredEntries: z.array(z.object({ channel: z.string().optional(), category: z.string().optional(), fields: z.array(z.enum(['content', 'name', 'phone', 'place', 'occurredAt', 'involvedCount', 'involvedNames'])) })), citationCategories: z.array(z.string()),
    supervisionLine: z.string().nullable(), ratingReasons: z.array(z.string()), /** What visits of heads (查房、巡查) are called here; null where there are none. */ walkroundName: z.string().nullable(), /** Bells ring here: they are a channel, or call helpers. */ bells: z.boolean(),
    /** Of a colleague who is away: the B post signs by itself, or only whoever is named; a journey is reported to leaders. */
    absentDeputy: z.enum(['automatic', 'named']), absentReport: z.boolean(), idleMinutes: z.int(), policyVersion: z.string(),
  }),
})

export const signIn = operation({
  id: 'signIn', method: 'POST', path: '/api/staff/session', gate: 'public', summary: '登录', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body: z.strictObject({ login: line(60), password: z.string().min(1).max(PASSWORD_MAX) }),
  reply: z.object({ person: Me }), status: 200, refusals: { 'wrong-credentials': 401, 'account-locked': 423 },
})
export const getSession = operation({
  id: 'getSession', method: 'GET', path: '/api/staff/session', gate: 'signedIn', summary: '当前登录人',
  params: NoParams, query: NoQuery, body: NoBody, reply: z.object({ person: Me }), status: 200, refusals: {},
})
/** Asked by a page before it knows whether anybody is signed in, so that "nobody" is an answer and no refusal. */
export const findSession = operation({
  id: 'findSession', method: 'GET', path: '/api/staff/session/person', gate: 'public', summary: '当前登录人；没有登录时为空',
  params: NoParams, query: NoQuery, body: NoBody, reply: z.object({ person: Me.nullable() }), status: 200, refusals: {},
})
export const signOut = operation({
  id: 'signOut', method: 'DELETE', path: '/api/staff/session', gate: 'signedIn', summary: '退出登录',
  params: NoParams, query: NoQuery, body: NoBody, reply: NoReply, status: 204, refusals: {},
})
export const signOutEverywhere = operation({
  id: 'signOutEverywhere', method: 'POST', path: '/api/staff/session/revocation', gate: 'signedIn', summary: '退出我在所有设备上的登录',
  params: NoParams, query: NoQuery, body: EmptyBody, reply: NoReply, status: 204, refusals: {},
})
export const changePassword = operation({
  id: 'changePassword', method: 'POST', path: '/api/staff/session/password', gate: 'signedIn', summary: '修改本人密码', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body: z.strictObject({ current: z.string().min(1).max(PASSWORD_MAX), next: NewPassword }),
  reply: NoReply, status: 204, refusals: { 'wrong-credentials': 422, 'password-common': 422, 'password-same': 422, 'password-has-login': 422 },
})

/** Only on a database made as a demo, only from the machine itself. */
export const listDemoPeople = operation({
  id: 'listDemoPeople', method: 'GET', path: '/api/staff/demo/people', gate: 'public', summary: '演示身份',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: { 'not-a-demo': 404 },
  reply: z.object({ people: z.array(z.object({ id: z.uuid(), name: z.string(), post: z.string(), unitName: z.string(), institutionName: z.string(), role: z.string() })) }),
})
export const signInAsDemo = operation({
  id: 'signInAsDemo', method: 'POST', path: '/api/staff/demo/session', gate: 'public', summary: '以演示身份登录', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body: z.strictObject({ personId: z.uuid() }), reply: z.object({ person: Me }), status: 200, refusals: { 'not-a-demo': 404, 'no-such-person': 404 },
})
