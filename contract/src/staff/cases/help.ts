import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const reportUndone = operation({
  id: 'reportUndone', method: 'POST', path: '/api/staff/cases/:caseId/undone', gate: 'signedIn', summary: '办不成事反映：替来访人反映，越过承办人',
  params: CaseParams, query: NoQuery, body: z.strictObject({ text: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403, 'already-reported': 409, 'no-receiver': 422 },
})
export const askForSupport = operation({
  id: 'askForSupport', method: 'POST', path: '/api/staff/cases/:caseId/support', gate: 'signedIn', summary: '请领导支持：资源、协调',
  params: CaseParams, query: NoQuery, body: z.strictObject({ text: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'already-reported': 409, 'no-receiver': 422 },
})
export const answerHelp = operation({
  id: 'answerHelp', method: 'POST', path: '/api/staff/cases/:caseId/help/answer', gate: 'signedIn', summary: '答复办不成事反映或支持请求',
  params: CaseParams, query: NoQuery, body: z.strictObject({ helpId: z.uuid(), text: prose(REPLY_MAX) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-help': 404, 'not-asked': 403 },
})
