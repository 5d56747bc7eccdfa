import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const askAdvice = operation({
  id: 'askAdvice', method: 'POST', path: '/api/staff/cases/:caseId/questions', gate: 'signedIn', summary: '答复前请示或询问同事；不指定时按制度请示',
  params: CaseParams, query: NoQuery, body: z.strictObject({ question: Reason, toPersonIds: z.array(z.uuid()).min(1).max(5).optional(), expectedAt: Instant.optional(), /** Why a leader in between is passed over. */ skipReason: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-handler': 403, 'nobody-to-ask': 422, 'expected-in-past': 422, 'too-many-questions': 409, 'no-such-person': 422, 'skip-needs-reason': 422 },
})

export const giveAdvice = operation({
  id: 'giveAdvice', method: 'POST', path: '/api/staff/cases/:caseId/questions/answer', gate: 'signedIn', summary: '答复请示；最先的答复为准',
  params: CaseParams, query: NoQuery, body: z.strictObject({ questionId: z.uuid(), text: prose(REPLY_MAX) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-question': 409, 'not-asked': 403 },
})
