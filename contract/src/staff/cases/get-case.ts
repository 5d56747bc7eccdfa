import { operation } from '../../operation.ts'
import { NoBody, NoQuery } from '../../shared/page.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseView } from './views.ts'

export const getCase = operation({
  id: 'getCase', method: 'GET', path: '/api/staff/cases/:caseId', gate: 'signedIn', summary: '办件详情',
  params: CaseParams, query: NoQuery, body: NoBody, reply: CaseView, status: 200, refusals: CASE_REFUSALS,
})
