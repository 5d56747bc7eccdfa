import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery, pageOf, pageQuery } from '../../shared/page.ts'
import { line, prose } from '../../shared/text.ts'
import { Carried } from '../obligations/obligations.ts'

const GroupKind = z.enum(['leading', 'working', 'firstContact', 'other'])
const Part = z.enum(['member', 'trainer'])

export const GroupView = z.object({
  id: z.uuid(), unitId: z.uuid(), unitName: z.string(), kind: GroupKind, name: z.string(), mandate: z.string().nullable(),
  manager: z.object({ personId: z.uuid(), personName: z.string() }).nullable(), members: z.array(z.object({ personId: z.uuid(), personName: z.string(), part: Part })),
})

const fields = {
  mandate: prose(2000).nullable().optional(), managerId: z.uuid().nullable().optional(),
  members: z.array(z.strictObject({ personId: z.uuid(), part: Part.optional() })).max(500).optional(),
}

export const listGroups = operation({
  id: 'listGroups', method: 'GET', path: '/api/staff/groups', gate: 'signedIn', summary: '领导小组、工作小组、首问团队',
  params: NoParams, query: z.strictObject({ q: line(60).optional(), ...pageQuery }), body: NoBody, reply: pageOf(GroupView), status: 200, refusals: {},
})
export const getTeamWork = operation({
  id: 'getTeamWork', method: 'GET', path: '/api/staff/groups/:groupId/work', gate: 'signedIn', summary: '首问团队的在办件、各人负荷和超期；只给团队负责人和其上级看',
  params: z.strictObject({ groupId: z.uuid() }), query: NoQuery, body: NoBody, status: 200, refusals: { 'no-such-group': 404 },
  reply: z.object({
    group: GroupView.pick({ id: true, name: true, kind: true, unitName: true, mandate: true, manager: true }),
    counts: z.object({ open: z.int(), late: z.int(), waitingToSign: z.int() }),
    people: z.array(z.object({
      personId: z.uuid(), name: z.string(), post: z.string().nullable(), unitName: z.string(), part: Part, ...Carried, owed: z.int(), late: z.int(), amber: z.int(),
    })),
  }),
})
export const createGroup = operation({
  id: 'createGroup', method: 'POST', path: '/api/staff/groups', gate: 'administrator', summary: '新增小组',
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ unitId: z.uuid(), kind: GroupKind, name: line(60), ...fields }),
  refusals: { 'no-such-unit': 422, 'no-such-person': 422, 'group-name-taken': 409 },
})
export const updateGroup = operation({
  id: 'updateGroup', method: 'PATCH', path: '/api/staff/groups/:groupId', gate: 'administrator', summary: '修改小组；removed 为撤销',
  params: z.strictObject({ groupId: z.uuid() }), query: NoQuery, status: 200, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ kind: GroupKind.optional(), name: line(60).optional(), ...fields, removed: z.boolean().optional() }),
  refusals: { 'no-such-group': 404, 'no-such-person': 422, 'group-name-taken': 409 },
})
