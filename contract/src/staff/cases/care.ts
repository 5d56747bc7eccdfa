import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { line, prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { EFFECTS } from './care-view.ts'
import { CaseStanding } from './views.ts'

/** As the regulation names it. */
const Name = line(60)

export const fillSheet = operation({
  id: 'fillSheet', method: 'POST', path: '/api/staff/cases/:caseId/sheet', gate: 'signedIn', summary: '填写记录单：某一环节的各项内容',
  params: CaseParams, query: NoQuery, body: z.strictObject({ step: Name, parts: z.array(z.strictObject({ name: Name, text: prose(4_000) })).min(1).max(40) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'no-sheet': 409, 'no-such-part': 422, 'step-complete': 409, 'not-participant': 403 },
})

/** Refused while a part is missing; `errors` has one entry for each, with its name as `detail`. */
export const completeStep = operation({
  id: 'completeStep', method: 'POST', path: '/api/staff/cases/:caseId/sheet/completion', gate: 'signedIn', summary: '完成记录单的一个环节；缺项的不予通过并逐项指出',
  params: CaseParams, query: NoQuery, body: z.strictObject({ step: Name }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-in-handling': 409, 'no-sheet': 409, 'no-such-part': 422, 'step-complete': 409, 'not-handler': 403, 'part-missing': 422 },
})

export const flagCase = operation({
  id: 'flagCase', method: 'POST', path: '/api/staff/cases/:caseId/flags', gate: 'signedIn', summary: '标记特殊情形，并立即告知制度所列人员（下班后告知总值班）',
  params: CaseParams, query: NoQuery, body: z.strictObject({ flag: Name, note: Reason.optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'flag-not-used': 422, 'already-flagged': 409, 'not-participant': 403 },
})

export const unflagCase = operation({
  id: 'unflagCase', method: 'POST', path: '/api/staff/cases/:caseId/flags/removal', gate: 'signedIn', summary: '撤销误标的情形',
  params: CaseParams, query: NoQuery, body: z.strictObject({ flag: Name, reason: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-flagged': 409, 'not-handler': 403 },
})

export const planEffectCheck = operation({
  id: 'planEffectCheck', method: 'POST', path: '/api/staff/cases/:caseId/effect', gate: 'signedIn', summary: '办结后安排成效回看的日期',
  params: CaseParams, query: NoQuery, body: z.strictObject({ at: Instant }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-not-ended': 409, 'case-archived': 409, 'effect-planned-already': 409, 'due-in-past': 422, 'due-too-far': 422, 'not-closer': 403 },
})

export const recordEffect = operation({
  id: 'recordEffect', method: 'POST', path: '/api/staff/cases/:caseId/effect/result', gate: 'signedIn', summary: '记录成效回看的结果',
  params: CaseParams, query: NoQuery, body: z.strictObject({ result: z.enum(EFFECTS), text: Reason }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-effect-check': 409, 'not-closer': 403 },
})

export const giveSolution = operation({
  id: 'giveSolution', method: 'POST', path: '/api/staff/cases/:caseId/solution', gate: 'signedIn', summary: '责任领导给出解决方案，来访人看得到',
  params: CaseParams, query: NoQuery, body: z.strictObject({ text: prose(REPLY_MAX) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-solution-owed': 409, 'not-accountable': 403, 'forbidden-phrase': 422 },
})

/** By whoever was told at a rung of the ladder. The first has it: for everybody else it is refused, and `errors` says by whom it was taken up. */
export const takeUpDuty = operation({
  id: 'takeUpDuty', method: 'POST', path: '/api/staff/cases/:caseId/taking-up', gate: 'signedIn', summary: '接办逐级上报来的事项；同一级先接办者负责，其他人和承办人得到告知，期限内不再上报',
  params: CaseParams, query: NoQuery, body: z.strictObject({ obligationId: z.uuid().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'nothing-climbed': 409, 'not-told': 403, 'taken-up-already': 409 },
})
