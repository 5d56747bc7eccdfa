import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { SupervisionLevel } from '../../shared/codes.ts'
import { prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const urgeCase = operation({
  id: 'urgeCase', method: 'POST', path: '/api/staff/cases/:caseId/urges', gate: 'signedIn', summary: '催办：首问责任人、负责人、督查员',
  params: CaseParams, query: NoQuery, body: z.strictObject({ text: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'nothing-to-urge': 409, 'not-urger': 403 },
})
export const instructCase = operation({
  id: 'instructCase', method: 'POST', path: '/api/staff/cases/:caseId/instructions', gate: 'signedIn', summary: '领导批示，承办人须反馈',
  params: CaseParams, query: NoQuery, body: z.strictObject({ text: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-superior': 403 },
})
export const reportOnInstruction = operation({
  id: 'reportOnInstruction', method: 'POST', path: '/api/staff/cases/:caseId/instructions/report', gate: 'signedIn', summary: '反馈批示的落实情况',
  params: CaseParams, query: NoQuery, body: z.strictObject({ instructionId: z.uuid(), text: prose(REPLY_MAX) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-instruction': 404, 'not-handler': 403 },
})
export const superviseCase = operation({
  id: 'superviseCase', method: 'POST', path: '/api/staff/cases/:caseId/supervision', gate: 'signedIn', summary: '督办：一般、重点、挂牌，按级别定期反馈',
  params: CaseParams, query: NoQuery, body: z.strictObject({ level: SupervisionLevel, requirement: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-superior': 403 },
})
export const reportOnSupervision = operation({
  id: 'reportOnSupervision', method: 'POST', path: '/api/staff/cases/:caseId/supervision/report', gate: 'signedIn', summary: '督办反馈',
  params: CaseParams, query: NoQuery, body: z.strictObject({ text: prose(REPLY_MAX) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'not-supervised': 409, 'not-handler': 403 },
})
export const signOffSupervision = operation({
  id: 'signOffSupervision', method: 'POST', path: '/api/staff/cases/:caseId/supervision/sign-off', gate: 'signedIn', summary: '督办销号',
  params: CaseParams, query: NoQuery, body: z.strictObject({ opinion: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'not-supervised': 409, 'not-superior': 403, 'no-report-yet': 409 },
})
