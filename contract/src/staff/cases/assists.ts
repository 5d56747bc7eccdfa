import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

/** Without a person the unit's head assists, and may have it done. */
const Assistant = z.strictObject({ unitId: z.uuid(), personId: z.uuid().optional() })

export const askForAssist = operation({
  id: 'askForAssist', method: 'POST', path: '/api/staff/cases/:caseId/assists', gate: 'signedIn', summary: '请有关科室协办，各有时限；承办人牵头',
  params: CaseParams, query: NoQuery, body: z.strictObject({ assistants: z.array(Assistant).min(1).max(20), task: Reason, dueAt: Instant.optional() }), reply: CaseStanding, status: 200,
  refusals: {
    ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'no-such-unit': 422, 'no-such-person': 422, 'nobody-in-unit': 422, 'same-person': 422, 'already-assisting': 409, 'due-in-past': 422, 'due-too-far': 422,
  },
})
export const giveAssist = operation({
  id: 'giveAssist', method: 'POST', path: '/api/staff/cases/:caseId/assists/opinion', gate: 'signedIn', summary: '反馈协办意见',
  params: CaseParams, query: NoQuery, body: z.strictObject({ assistId: z.uuid(), text: prose(REPLY_MAX) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-assist': 404, 'assist-over': 409, 'not-assisting': 403 },
})
export const waiveAssist = operation({
  id: 'waiveAssist', method: 'POST', path: '/api/staff/cases/:caseId/assists/waiver', gate: 'signedIn', summary: '不再需要协办，说明理由',
  params: CaseParams, query: NoQuery, body: z.strictObject({ assistId: z.uuid(), reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-assist': 404, 'assist-over': 409, 'not-handler': 403 },
})
