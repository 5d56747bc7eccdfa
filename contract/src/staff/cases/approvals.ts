import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmptyBody, NoQuery } from '../../shared/page.ts'
import { PauseCause } from '../../shared/codes.ts'
import { Reason } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

const ASKING = { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'not-handler': 403, 'referral-pending': 409, 'ruling-pending': 409, 'approval-pending': 409, 'no-approver': 422, 'case-paused': 409 } as const

export const askForExtension = operation({
  id: 'askForExtension', method: 'POST', path: '/api/staff/cases/:caseId/extension', gate: 'signedIn', summary: '申请延期：到期之前提出，写明客观原因',
  params: CaseParams, query: NoQuery, body: z.strictObject({ until: Instant, reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...ASKING, 'extension-too-late': 409, 'too-many-extensions': 409, 'extension-not-later': 422, 'extension-too-long': 422 },
})
export const askForPause = operation({
  id: 'askForPause', method: 'POST', path: '/api/staff/cases/:caseId/pause', gate: 'signedIn', summary: '申请暂停：等来访人补件、等第三方、等约定时间',
  params: CaseParams, query: NoQuery, body: z.strictObject({ cause: PauseCause, until: Instant, reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...ASKING, 'already-late': 409, 'due-in-past': 422, 'pause-too-long': 422 },
})
export const reportRefusal = operation({
  id: 'reportRefusal', method: 'POST', path: '/api/staff/cases/:caseId/refusal-report', gate: 'signedIn', summary: '否定报备：拟不予办理，先报负责人同意',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...ASKING, 'refusal-needs-no-report': 409, 'refusal-agreed': 409 },
})
export const decideApproval = operation({
  id: 'decideApproval', method: 'POST', path: '/api/staff/cases/:caseId/approval', gate: 'signedIn', summary: '审批延期、暂停或否定报备；超出权限的自动报上一级',
  params: CaseParams, query: NoQuery, body: z.strictObject({ approve: z.boolean(), reason: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: {
    ...CASE_REFUSALS, 'no-pending-approval': 409, 'not-approver': 403, 'own-request': 403, 'reason-needed': 422, 'referral-pending': 409, 'ruling-pending': 409,
    'case-paused': 409, 'already-late': 409, 'due-in-past': 409, 'beyond-authority': 403,
  },
})
export const resumeCase = operation({
  id: 'resumeCase', method: 'POST', path: '/api/staff/cases/:caseId/resumption', gate: 'signedIn', summary: '恢复办理',
  params: CaseParams, query: NoQuery, body: EmptyBody, reply: CaseStanding, status: 200, refusals: { ...CASE_REFUSALS, 'not-paused': 409, 'not-handler': 403 },
})
