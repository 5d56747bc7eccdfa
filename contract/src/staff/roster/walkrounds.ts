import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmptyBody, NoBody, NoQuery, NoReply, pageOf, pageQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { WalkroundView } from './views.ts'

const UnitId = z.strictObject({ unitId: z.uuid() })
const WalkroundId = z.strictObject({ walkroundId: z.uuid() })

export const listWalkrounds = operation({
  id: 'listWalkrounds', method: 'GET', path: '/api/staff/units/:unitId/walkrounds', gate: 'signedIn', summary: '查房和巡查：planned 已安排（先到的在前），done 已记录（新的在前）',
  params: UnitId, query: z.strictObject({ state: z.enum(['planned', 'done']).optional(), ...pageQuery }), body: NoBody, status: 200, refusals: { 'no-such-unit': 404 },
  /** `name`: what such a visit is called here. */
  reply: pageOf(WalkroundView).extend({ name: z.string().nullable(), mayPlan: z.boolean() }),
})
export const planWalkrounds = operation({
  id: 'planWalkrounds', method: 'POST', path: '/api/staff/units/:unitId/walkrounds', gate: 'signedIn', summary: '安排查房或巡查：时间、谁来、谁接待；当班人随即得到通知，届时无人当班的告知科室负责人',
  params: UnitId, query: NoQuery, status: 201,
  /** `unattended`: how many of them nobody is named or rostered for; `told`: who was told so. */
  reply: z.object({ ids: z.array(z.uuid()), unattended: z.int(), told: z.array(z.string()) }),
  body: z.strictObject({ title: line(40), at: z.array(Instant).min(1).max(62), visitorId: z.uuid().optional(), receiverId: z.uuid().optional() }),
  refusals: { 'no-such-unit': 404, 'no-such-person': 422, 'walkround-past': 422 },
})
export const recordWalkround = operation({
  id: 'recordWalkround', method: 'POST', path: '/api/staff/walkrounds/:walkroundId/findings', gate: 'signedIn', summary: '记录查房所见；空为无异常，需要办理的先登记成件',
  params: WalkroundId, query: NoQuery, reply: NoReply, status: 204,
  body: z.strictObject({ findings: z.array(z.strictObject({ text: line(200), caseId: z.uuid().optional() })).max(60) }),
  refusals: { 'no-such-walkround': 404, 'walkround-over': 409, 'walkround-not-yet': 409, 'no-such-case': 422 },
})
export const cancelWalkround = operation({
  id: 'cancelWalkround', method: 'POST', path: '/api/staff/walkrounds/:walkroundId/cancelling', gate: 'signedIn', summary: '取消查房或巡查',
  params: WalkroundId, query: NoQuery, body: EmptyBody, reply: NoReply, status: 204, refusals: { 'no-such-walkround': 404, 'walkround-over': 409 },
})
