import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Grade } from '../../shared/codes.ts'
import { NoBody, NoQuery, NoReply, pageOf, pageQuery } from '../../shared/page.ts'
import { line, prose } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { ShiftTaskView } from './views.ts'

const TaskId = z.strictObject({ taskId: z.uuid() })
const UnitId = z.strictObject({ unitId: z.uuid() })
const Named = z.object({ personId: z.uuid(), name: z.string() })

const OccasionView = z.object({
  name: z.string(), items: z.array(z.string()), satisfaction: z.boolean(), turn: z.enum(['rotation', 'main', 'receiver']),
  /** Who takes the next one by turn, where it goes by turn now. */
  next: Named.nullable(),
})

export const listShiftTasks = operation({
  id: 'listShiftTasks', method: 'GET', path: '/api/staff/units/:unitId/shift-tasks', gate: 'signedIn', summary: '班内事项：共性工作、接待和送行；open 未完成（按时限），done 已完成（新的在前）',
  params: UnitId, query: z.strictObject({ state: z.enum(['open', 'done']).optional(), ...pageQuery }), body: NoBody, status: 200, refusals: { 'no-such-unit': 404 },
  reply: pageOf(ShiftTaskView).extend({
    unit: z.object({ id: z.uuid(), name: z.string() }), occasions: z.array(OccasionView), onDuty: z.array(Named.extend({ main: z.boolean() })),
    /** Of the last thirty days: how many were asked, and the average grade. */
    satisfaction: z.object({ count: z.int(), average: z.number().nullable() }),
  }),
})
export const receiveOccasion = operation({
  id: 'receiveOccasion', method: 'POST', path: '/api/staff/units/:unitId/occasions', gate: 'signedIn', summary: '新来或要走的人：轮到谁就由谁接待；主班不是接待人的立即告知主班',
  params: UnitId, query: NoQuery, status: 201, body: z.strictObject({ occasion: line(40), task: line(80) }),
  reply: z.object({ id: z.uuid(), person: Named, offeredTo: Named.nullable(), dueAt: Instant, dueEstimated: z.boolean() }),
  refusals: { 'no-such-unit': 404, 'no-such-occasion': 422, 'nobody-on-duty': 409 },
})
export const answerOffer = operation({
  id: 'answerOffer', method: 'POST', path: '/api/staff/shift-tasks/:taskId/offer', gate: 'signedIn', summary: '主班接手，或正忙由接待人办完',
  params: TaskId, query: NoQuery, body: z.strictObject({ take: z.boolean() }), reply: z.object({ person: Named }), status: 200,
  refusals: { 'no-such-task': 404, 'task-done': 409, 'not-offered': 409 },
})
export const tickTask = operation({
  id: 'tickTask', method: 'POST', path: '/api/staff/shift-tasks/:taskId/ticks', gate: 'signedIn', summary: '勾选做完的项；不写 items 为全部做完，须问满意度的一并登记',
  params: TaskId, query: NoQuery, status: 200, reply: z.object({ done: z.boolean() }),
  body: z.strictObject({
    items: z.array(line(80)).max(40).optional(),
    /** How satisfied the person said to be; null: would not say. */
    grade: Grade.nullable().optional(), comment: prose(500).optional(),
  }),
  refusals: { 'no-such-task': 404, 'task-done': 409, 'no-such-item': 422, 'grade-needed': 422 },
})
export const reopenTask = operation({
  id: 'reopenTask', method: 'POST', path: '/api/staff/shift-tasks/:taskId/reopening', gate: 'signedIn', summary: '勾错了，撤回',
  params: TaskId, query: NoQuery, body: z.strictObject({}), reply: NoReply, status: 204, refusals: { 'no-such-task': 404, 'task-not-done': 409 },
})
