import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { ReplyChannel } from '../../shared/codes.ts'
import { prose, REPLY_MAX } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const replyToCase = operation({
  id: 'replyToCase', method: 'POST', path: '/api/staff/cases/:caseId/reply', gate: 'signedIn', summary: '把结果答复来访人',
  params: CaseParams, query: NoQuery, body: z.strictObject({ channel: ReplyChannel, text: prose(REPLY_MAX), close: z.boolean().optional(), /** Files of the case that go to the person with the answer; no other of its files ever does. */ attachmentIds: z.array(z.uuid()).max(20).optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-resolved': 409, 'not-replier': 403, 'forbidden-phrase': 422, 'no-such-attachment': 422 },
})
