import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { ReplyChannel } from '../../shared/codes.ts'
import { Reason } from '../../shared/text.ts'
import { ColleagueCall } from './decision.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const callColleague = operation({
  id: 'callColleague', method: 'POST', path: '/api/staff/cases/:caseId/colleague-calls', gate: 'signedIn', summary: '记录联系同事的情况（首问责任人主动联系）',
  params: CaseParams, query: NoQuery, body: ColleagueCall.extend({ personId: z.uuid() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403, 'call-in-future': 422, 'no-such-person': 422 },
})

export const promiseRelay = operation({
  id: 'promiseRelay', method: 'POST', path: '/api/staff/cases/:caseId/relay', gate: 'signedIn', summary: '承诺转告并帮办，对方阅知前由首问责任人负责',
  params: CaseParams, query: NoQuery, body: z.strictObject({ toPersonId: z.uuid(), text: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-first-contact': 403, 'already-resolved': 409, 'relay-pending': 409, 'same-person': 422, 'no-such-person': 422 },
})

export const acknowledgeRelay = operation({
  id: 'acknowledgeRelay', method: 'POST', path: '/api/staff/cases/:caseId/relay/acknowledgement', gate: 'signedIn', summary: '阅知转告事项',
  params: CaseParams, query: NoQuery, body: z.strictObject({}), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-relay': 409, 'relayed-elsewhere': 403 },
})

export const recordContact = operation({
  id: 'recordContact', method: 'POST', path: '/api/staff/cases/:caseId/person-contacts', gate: 'signedIn', summary: '记录已与来访人取得联系',
  params: CaseParams, query: NoQuery, body: z.strictObject({ channel: ReplyChannel, note: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403 },
})
