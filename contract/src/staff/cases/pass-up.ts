import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const passUp = operation({
  id: 'passUp', method: 'POST', path: '/api/staff/cases/:caseId/passing-up', gate: 'signedIn', summary: '报上一级领导：被请示的人附上自己的意见，报下一级决定；不指定请示时，报的是裁定',
  params: CaseParams, query: NoQuery,
  /** `level`: of those that listArbiters names; the next one where left out, a later one only with a reason. */
  body: z.strictObject({ questionId: z.uuid().optional(), opinion: prose(REPLY_MAX), level: z.int().min(0).max(20).optional(), skipReason: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'nothing-to-pass-up': 409, 'not-asked': 403, 'nobody-above': 422, 'skip-needs-reason': 422 },
})
