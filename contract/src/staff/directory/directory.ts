import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmptyBody, NoBody, NoParams, NoQuery, NoReply, pageOf, pageQuery } from '../../shared/page.ts'
import { Role } from '../../shared/codes.ts'
import { line, PersonName, Phone, prose } from '../../shared/text.ts'
import { PresenceView } from '../roster/views.ts'
import { NewPassword } from '../session/session.ts'
import { WordList } from './posts.ts'

export const UnitView = z.object({
  id: z.uuid(), parentId: z.uuid().nullable(), name: z.string(), registerCode: z.string().nullable(), phone: z.string().nullable(), room: z.string().nullable(),
  kind: z.enum(['institution', 'department', 'window']), depth: z.int(), headName: z.string().nullable(), people: z.int(),
  /** The name spelled out, and its initials, for finding it by keyboard. */
  pinyin: z.string().optional(), initials: z.string().optional(),
  /** Who holds which post of the unit: head, leaderInCharge, office … as the ladder names them. */
  posts: z.array(z.object({ post: z.string(), personId: z.uuid(), personName: z.string() })).optional(),
  /** Whether the reader may open its tasks and walk-rounds. */
  dutyReadable: z.boolean(),
  /** What the unit answers for; its people and the units below inherit it. */
  duties: z.string().nullable(), authority: z.string().nullable(),
})
export const PersonView = z.object({
  id: z.uuid(), name: z.string(), pinyin: z.string(), post: z.string().nullable(), unitId: z.uuid(), unitName: z.string(), phone: z.string().nullable(), room: z.string().nullable(),
})
const PARTICULARS = {
  otherPhones: z.array(z.string()), otherRooms: z.array(z.string()), languages: z.array(z.string()), qualifications: z.array(z.string()), employment: z.enum(['regular', 'dispatched', 'temporary']),
}
export const AccountView = PersonView.extend({
  ...PARTICULARS,
  login: z.string(), disabled: z.boolean(), lockedUntil: z.string().nullable(), passwordChangeNeeded: z.boolean(), lastSeenAt: z.string().nullable(),
  roles: z.array(z.object({ role: Role, unitId: z.uuid(), unitName: z.string() })),
})
export const listUnits = operation({
  id: 'listUnits', method: 'GET', path: '/api/staff/units', gate: 'signedIn', summary: '本单位的机构树',
  params: NoParams, query: NoQuery, body: NoBody, reply: z.object({
    units: z.array(UnitView),
    /** The unit roles that the institution's regulation speaks of, whether anybody holds them or not. */
    roles: z.array(z.string()),
  }), status: 200, refusals: {},
})
export const listPeople = operation({
  id: 'listPeople', method: 'GET', path: '/api/staff/people', gate: 'signedIn', summary: '查找同事：姓名、拼音、首字母、岗位',
  params: NoParams, body: NoBody, reply: pageOf(PersonView.extend({ /** Where they are and who stands in, if asked for. */ presence: PresenceView.optional() })), status: 200, refusals: {},
  /** `withWindows`: of the unit's whole department, its windows included. */
  query: z.strictObject({ q: line(60).optional(), unitId: z.uuid().optional(), withWindows: z.enum(['true']).optional(), presence: z.enum(['true']).optional(), ...pageQuery }),
})
export const createUnit = operation({
  id: 'createUnit', method: 'POST', path: '/api/staff/units', gate: 'administrator', summary: '新增科室或窗口',
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ parentId: z.uuid(), name: line(80), kind: z.enum(['department', 'window']), registerCode: z.string().regex(/^[A-Z]{2,6}$/, 'register-code-format').optional(), phone: Phone.optional(), room: line(40).optional() }),
  refusals: { 'no-such-unit': 422, 'register-code-taken': 409, 'unit-name-taken': 409 },
})
export const updateUnit = operation({
  id: 'updateUnit', method: 'PATCH', path: '/api/staff/units/:unitId', gate: 'administrator', summary: '修改科室：名称、电话、房间、岗位人员',
  params: z.strictObject({ unitId: z.uuid() }), query: NoQuery, status: 200, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ name: line(80).optional(), phone: Phone.nullable().optional(), room: line(40).nullable().optional(), posts: z.array(z.strictObject({ post: line(40), personId: z.uuid() })).max(40).optional(),
    duties: prose(2000).nullable().optional(), authority: prose(2000).nullable().optional() }),
  refusals: { 'no-such-unit': 404, 'no-such-person': 422, 'unit-name-taken': 409, 'liaison-twice': 409 },
})
const givenParticulars = {
  otherPhones: z.array(Phone).max(10).optional(), otherRooms: z.array(line(40)).max(10).optional(), languages: WordList.optional(), qualifications: WordList.optional(),
  employment: z.enum(['regular', 'dispatched', 'temporary']).optional(),
}
const Grant = z.strictObject({ role: Role, unitId: z.uuid() })
export const listAccounts = operation({
  id: 'listAccounts', method: 'GET', path: '/api/staff/accounts', gate: 'administrator', summary: '账号管理列表',
  params: NoParams, query: z.strictObject({ q: line(60).optional(), ...pageQuery }), body: NoBody, reply: pageOf(AccountView), status: 200, refusals: {},
})
export const createAccount = operation({
  id: 'createAccount', method: 'POST', path: '/api/staff/accounts', gate: 'administrator', summary: '新增人员和账号；初始密码须在首次登录时更换', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ name: PersonName, login: z.string().regex(/^[a-z][a-z0-9._-]{2,31}$/, 'login-format'), password: NewPassword, unitId: z.uuid(), post: line(40).optional(), phone: Phone.optional(), room: line(40).optional(), ...givenParticulars, roles: z.array(Grant).max(20).optional() }),
  refusals: { 'no-such-unit': 422, 'login-taken': 409, 'person-known': 409, 'person-elsewhere': 409, 'password-common': 422, 'password-has-login': 422 },
})
export const updateAccount = operation({
  id: 'updateAccount', method: 'PATCH', path: '/api/staff/accounts/:personId', gate: 'administrator', summary: '修改账号：资料、角色、停用、解锁',
  params: z.strictObject({ personId: z.uuid() }), query: NoQuery, status: 200, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ name: PersonName.optional(), unitId: z.uuid().optional(), post: line(40).nullable().optional(), phone: Phone.nullable().optional(), room: line(40).nullable().optional(), ...givenParticulars, roles: z.array(Grant).max(20).optional(), disabled: z.boolean().optional(), unlock: z.literal(true).optional() }),
  refusals: { 'no-such-person': 404, 'no-such-unit': 422, 'has-open-cases': 409, 'last-administrator': 409, 'person-known': 409, 'person-elsewhere': 409 },
})
export const resetPassword = operation({
  id: 'resetPassword', method: 'POST', path: '/api/staff/accounts/:personId/password', gate: 'administrator', summary: '重置密码；本人下次登录须更换', keepsNoAnswer: true,
  params: z.strictObject({ personId: z.uuid() }), query: NoQuery, body: z.strictObject({ password: NewPassword }), reply: NoReply, status: 204,
  refusals: { 'no-such-person': 404, 'password-common': 422, 'password-has-login': 422 },
})
export const revokeSessions = operation({
  id: 'revokeSessions', method: 'POST', path: '/api/staff/accounts/:personId/revocation', gate: 'administrator', summary: '强制某人下线',
  params: z.strictObject({ personId: z.uuid() }), query: NoQuery, body: EmptyBody, reply: NoReply, status: 204, refusals: { 'no-such-person': 404 },
})
