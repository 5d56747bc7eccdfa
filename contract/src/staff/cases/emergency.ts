import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoParams, NoQuery } from '../../shared/page.ts'
import { Category } from '../../shared/codes.ts'
import { Content, line, Reason, Subject } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { RequesterInput } from './register-case.ts'
import { CaseStanding, RegisteredCase } from './views.ts'

/** 先处置后补记: registered at one press, with nothing filled in; the record is completed afterwards. */
export const raiseEmergency = operation({
  id: 'raiseEmergency', method: 'POST', path: '/api/staff/emergencies', gate: 'signedIn', summary: '紧急登记：先处置、后补记，立即通知值班负责人',
  params: NoParams, query: NoQuery, body: z.strictObject({ subject: Subject.optional(), place: line(200).optional(), note: Reason.optional(), /** The case in whose course it happened; the emergency becomes part of it, as far as that is possible. */ partOf: z.uuid().optional() }), reply: RegisteredCase, status: 201,
  refusals: {},
})

export const assignStaff = operation({
  id: 'assignStaff', method: 'POST', path: '/api/staff/cases/:caseId/assignments', gate: 'signedIn', summary: '统一调度：指派在岗人员，逐人确认',
  params: CaseParams, query: NoQuery, body: z.strictObject({ personIds: z.array(z.uuid()).min(1).max(100).optional(), unitId: z.uuid().optional(), note: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403, 'no-emergency': 409, 'nobody-available': 422, 'no-such-person': 422, 'no-such-unit': 422 },
})

export const confirmAssignment = operation({
  id: 'confirmAssignment', method: 'POST', path: '/api/staff/cases/:caseId/assignments/confirmation', gate: 'signedIn', summary: '确认收到指派',
  params: CaseParams, query: NoQuery, body: z.strictObject({}), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'not-assigned': 409 },
})

export const completeRecord = operation({
  id: 'completeRecord', method: 'POST', path: '/api/staff/cases/:caseId/record', gate: 'signedIn', summary: '补记紧急登记的内容',
  params: CaseParams, query: NoQuery, body: z.strictObject({ subject: Subject.optional(), content: Content.optional(), category: Category.optional(), place: line(200).optional(), requester: RequesterInput.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'no-emergency': 409, 'record-complete': 409, 'not-participant': 403, 'category-not-used': 422, 'requester-missing': 422 },
})
