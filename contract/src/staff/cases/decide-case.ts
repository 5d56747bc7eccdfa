import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { CASE_REFUSALS, CaseParams, DECISION_REFUSALS } from './act.ts'
import { Decision } from './decision.ts'
import { CaseStanding } from './views.ts'

export const decideCase = operation({
  id: 'decideCase', method: 'POST', path: '/api/staff/cases/:caseId/decision', gate: 'signedIn', summary: '对已登记的诉求作出处理判定（六选一）',
  params: CaseParams, query: NoQuery, body: Decision, reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, ...DECISION_REFUSALS, 'already-decided': 409, 'not-first-contact': 403 },
})
