import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { ReplyChannel } from '../../shared/codes.ts'
import { Reason } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const recordContactAttempt = operation({
  id: 'recordContactAttempt', method: 'POST', path: '/api/staff/cases/:caseId/contact-attempts', gate: 'signedIn', summary: '记录一次未能联系到来访人',
  params: CaseParams, query: NoQuery, body: z.strictObject({ channel: ReplyChannel, note: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-resolved': 409, 'not-replier': 403 },
})
