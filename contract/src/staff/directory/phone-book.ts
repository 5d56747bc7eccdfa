import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Role } from '../../shared/codes.ts'
import { NoBody, NoParams, NoQuery, pageOf, pageQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { PromisedLimit } from '../matters/matter-view.ts'

export const PhoneBookEntry = z.object({
  kind: z.enum(['person', 'desk', 'unit', 'outside']), id: z.uuid(), name: z.string(),
  /** Of a person: title and posts. Of a desk: its kind is in `post`. */
  post: z.string().nullable(), unitId: z.uuid().nullable(), unitName: z.string().nullable(), room: z.string().nullable(), phones: z.array(z.string()),
  /** What they answer for, the line that was found first. */
  duty: z.string().nullable(),
})

export const searchPhoneBook = operation({
  id: 'searchPhoneBook', method: 'GET', path: '/api/staff/phone-book', gate: 'signedIn', summary: '通讯录：按姓名、拼音、首字母、岗位、房间、职责、号码、科室查找人员、窗口、科室和外单位',
  params: NoParams, query: z.strictObject({ q: line(60).optional(), kind: z.enum(['person', 'desk', 'unit', 'outside']).optional(), ...pageQuery }), body: NoBody,
  reply: pageOf(PhoneBookEntry), status: 200, refusals: {},
})

const UnitDuty = z.object({ unitId: z.uuid(), unitName: z.string(), duties: z.string().nullable(), authority: z.string().nullable() })
export const PersonDetail = z.object({
  id: z.uuid(), name: z.string(), pinyin: z.string(), title: z.string().nullable(), unitId: z.uuid(), unitName: z.string(), left: z.boolean(),
  phones: z.array(z.string()), rooms: z.array(z.string()), languages: z.array(z.string()), qualifications: z.array(z.string()), employment: z.enum(['regular', 'dispatched', 'temporary']),
  posts: z.array(z.object({ id: z.uuid(), name: z.string(), unitId: z.uuid(), unitName: z.string(), duties: z.string().nullable(), authority: z.string().nullable(), limits: z.string().nullable() })),
  /** For which units they act as head, office, liaison … */
  unitRoles: z.array(z.object({ role: z.string(), unitId: z.uuid(), unitName: z.string() })),
  roles: z.array(z.object({ role: Role, unitId: z.uuid(), unitName: z.string() })),
  /** Of the unit and those above it, the nearest first: what everybody there answers for. */
  unitDuties: z.array(UnitDuty),
  desks: z.array(z.object({ id: z.uuid(), name: z.string(), unitName: z.string() })), groups: z.array(z.object({ id: z.uuid(), name: z.string(), part: z.enum(['manager', 'member', 'trainer']) })),
  matters: z.array(z.object({ id: z.uuid(), name: z.string(), unitName: z.string(), workingDays: z.int().nullable(), promised: PromisedLimit.nullable(), onSpot: z.boolean(), own: z.boolean() })),
})
export const getPerson = operation({
  id: 'getPerson', method: 'GET', path: '/api/staff/people/:personId', gate: 'signedIn', summary: '某人的岗位、职责、权限、事项和联系方式',
  params: z.strictObject({ personId: z.uuid() }), query: NoQuery, body: NoBody, reply: PersonDetail, status: 200, refusals: { 'no-such-person': 404 },
})
export const getMyDuties = operation({
  id: 'getMyDuties', method: 'GET', path: '/api/staff/me/duties', gate: 'signedIn', summary: '我的职责：岗位、权限、事项、时限',
  params: NoParams, query: NoQuery, body: NoBody, reply: PersonDetail, status: 200, refusals: {},
})

export const GAPS = ['postWithoutDuties', 'postWithoutHolder', 'holderLacksRequirement', 'unitWithoutHead', 'unitWithoutReceptionist', 'unitWithoutLiaison', 'unitWithoutDuties', 'personWithoutPost', 'holderWithoutDeputy'] as const
const GapKind = z.enum(GAPS)
export const listDirectoryGaps = operation({
  id: 'listDirectoryGaps', method: 'GET', path: '/api/staff/directory/gaps', gate: 'administrator', summary: '名录缺项：没有职责的岗位、没有负责人或接待人的科室、没有岗位的人员、缺 B 岗的人员等',
  params: NoParams, query: z.strictObject({ kind: GapKind.optional(), ...pageQuery }), body: NoBody, status: 200, refusals: {},
  reply: z.object({
    counts: z.array(z.object({ kind: GapKind, count: z.int() })),
    rows: z.array(z.object({ kind: GapKind, id: z.uuid(), name: z.string(), unitId: z.uuid(), unitName: z.string() })), next: z.string().nullable(),
  }),
})
