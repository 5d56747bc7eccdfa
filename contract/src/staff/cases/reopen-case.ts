import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const reopenCase = operation({
  id: 'reopenCase', method: 'POST', path: '/api/staff/cases/:caseId/reopening', gate: 'signedIn', summary: '重办：开始新一轮办理；超过重办次数的，交负责人决定是否再办',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-ended': 409, 'case-archived': 409, 'reopening-window-passed': 409, 'too-many-reopenings': 409, 'already-reported': 409, 'not-closer': 403 },
})
