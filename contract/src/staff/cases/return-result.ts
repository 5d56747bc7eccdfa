import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const returnResult = operation({
  id: 'returnResult', method: 'POST', path: '/api/staff/cases/:caseId/resolution/return', gate: 'signedIn', summary: '答复来访人之前，把办理结果退回承办人重办；承办人也可收回',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-resolved': 409, 'not-replier': 403 },
})
