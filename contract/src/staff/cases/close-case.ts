import { operation } from '../../operation.ts'
import { EmptyBody, NoQuery } from '../../shared/page.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const closeCase = operation({
  id: 'closeCase', method: 'POST', path: '/api/staff/cases/:caseId/closing', gate: 'signedIn', summary: '办结归档：必须已经答复，或已按规定多次联系未果',
  params: CaseParams, query: NoQuery, body: EmptyBody, reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'nobody-told': 409, 'case-not-resolved': 409, 'case-ended': 409, 'not-closer': 403, 'report-owed': 409, 'papers-in-custody': 409, 'record-incomplete': 409, 'forward-open': 409, 'child-open': 409 },
})
