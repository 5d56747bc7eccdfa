import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { ReplyChannel } from '../../shared/codes.ts'
import { prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const informPerson = operation({
  id: 'informPerson', method: 'POST', path: '/api/staff/cases/:caseId/contacts', gate: 'signedIn', summary: '告知来访人进展：延期、暂停或阶段情况',
  params: CaseParams, query: NoQuery, body: z.strictObject({ channel: ReplyChannel, text: prose(REPLY_MAX), confirmed: z.boolean().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403, 'forbidden-phrase': 422 },
})
export const confirmReceipt = operation({
  id: 'confirmReceipt', method: 'POST', path: '/api/staff/cases/:caseId/receipt-confirmation', gate: 'signedIn', summary: '来访人确认已收到答复',
  params: CaseParams, query: NoQuery, body: z.strictObject({ channel: ReplyChannel, note: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'not-answered-yet': 409, 'already-confirmed': 409, 'not-closer': 403, 'case-archived': 409 },
})
export const archiveCase = operation({
  id: 'archiveCase', method: 'POST', path: '/api/staff/cases/:caseId/archive', gate: 'signedIn', summary: '归档并写明小结；此后不再改动，仍可检索',
  params: CaseParams, query: NoQuery, body: z.strictObject({ summary: prose(REPLY_MAX) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-ended': 409, 'case-archived': 409, 'not-closer': 403, 'papers-in-custody': 409 },
})
