import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { NOTE_MAX, prose } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const promiseCase = operation({
  id: 'promiseCase', method: 'POST', path: '/api/staff/cases/:caseId/promise', gate: 'signedIn', summary: '承诺办结时间',
  params: CaseParams, query: NoQuery, body: z.strictObject({ dueAt: Instant, text: prose(NOTE_MAX).optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'referral-pending': 409, 'case-paused': 409, 'promise-in-past': 422, 'promise-beyond-limit': 422, 'promise-later': 409 },
})
