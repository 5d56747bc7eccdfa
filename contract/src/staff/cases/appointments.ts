import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { line, Reason } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const makeAppointment = operation({
  id: 'makeAppointment', method: 'POST', path: '/api/staff/cases/:caseId/appointment', gate: 'signedIn', summary: '与来访人约定时间：来单位或上门',
  params: CaseParams, query: NoQuery, body: z.strictObject({ at: Instant, home: z.boolean(), place: line(200).optional(), personId: z.uuid().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'appointment-pending': 409, 'due-in-past': 422, 'due-too-far': 422, 'no-such-person': 422 },
})
export const moveAppointment = operation({
  id: 'moveAppointment', method: 'POST', path: '/api/staff/cases/:caseId/appointment/move', gate: 'signedIn', summary: '改约',
  params: CaseParams, query: NoQuery, body: z.strictObject({ at: Instant, reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-appointment': 409, 'not-handler': 403, 'due-in-past': 422, 'due-too-far': 422 },
})
export const endAppointment = operation({
  id: 'endAppointment', method: 'POST', path: '/api/staff/cases/:caseId/appointment/outcome', gate: 'signedIn', summary: '记录是否赴约、上门情况',
  params: CaseParams, query: NoQuery, body: z.strictObject({ kept: z.boolean(), note: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-appointment': 409, 'not-handler': 403 },
})
