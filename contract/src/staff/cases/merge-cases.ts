import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { Content, Reason, Subject } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const mergeCase = operation({
  id: 'mergeCase', method: 'POST', path: '/api/staff/cases/:caseId/merge', gate: 'signedIn', summary: '并单：并入另一件在办件，由主办件一并答复',
  params: CaseParams, query: NoQuery, body: z.strictObject({ intoCaseId: z.uuid(), reason: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'already-answered': 409, 'not-participant': 403, 'referral-pending': 409, 'ruling-pending': 409, 'same-case': 422, 'main-ended': 409, 'merge-needs-reason': 422, 'papers-in-custody': 409, 'report-owed': 409, 'case-paused': 409, 'record-incomplete': 409, 'forward-open': 409, 'too-many-joined': 409, 'has-children': 409, 'no-such-main-case': 422 },
})

export const unmergeCase = operation({
  id: 'unmergeCase', method: 'POST', path: '/api/staff/cases/:caseId/unmerge', gate: 'signedIn', summary: '撤销并单，恢复原件及其应办',
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'not-merged': 409, 'not-participant': 403, 'main-ended': 409 },
})

export const addChild = operation({
  id: 'addChild', method: 'POST', path: '/api/staff/cases/:caseId/children', gate: 'signedIn', summary: '拆分子件，交相关科室办理；子件先于本件办结',
  params: CaseParams, query: NoQuery, body: z.strictObject({ subject: Subject, content: Content.optional(), toUnitId: z.uuid(), toPersonId: z.uuid().optional(), reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-handler': 403, 'case-not-in-handling': 409, 'too-many-children': 409, 'is-a-child': 409, 'no-such-unit': 422, 'no-such-person': 422, 'nobody-in-unit': 422, 'same-person': 422, 'child-refused': 422 },
})
