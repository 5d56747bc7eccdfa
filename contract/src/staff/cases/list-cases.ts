import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Category, Channel, Status, Urgency } from '../../shared/codes.ts'
import { NoBody, NoParams, pageOf, pageQuery } from '../../shared/page.ts'
import { LocalDate } from '../../shared/time.ts'
import { line } from '../../shared/text.ts'
import { CaseRow } from './views.ts'

export const CASE_VIEWS = ['mineFirst', 'mineHandling', 'unit', 'late', 'all'] as const

/** What narrows a list of cases; the export takes the same. */
export const caseFilters = {
  view: z.enum(CASE_VIEWS).optional(),
  q: line(100).optional().describe('Chinese full text, a number, a name or a phone number'),
  status: Status.optional(), category: Category.optional(), channel: Channel.optional(), urgency: Urgency.optional(),
  open: z.stringbool().optional().describe('true: not ended; false: ended'),
  unitId: z.uuid().optional().describe('the register book of this unit'),
  deskId: z.uuid().optional().describe('the window or desk at which it was taken'),
  groupId: z.uuid().optional().describe('members of this group are first contact or handler'),
  from: LocalDate.optional(), to: LocalDate.optional(),
}

export const listCases = operation({
  id: 'listCases', method: 'GET', path: '/api/staff/cases', gate: 'signedIn', summary: '办件列表：视图、筛选、全文检索，按登记时间倒序翻页',
  params: NoParams, query: z.strictObject({ ...caseFilters, ...pageQuery }), body: NoBody,
  reply: pageOf(CaseRow), status: 200, refusals: { 'no-such-unit': 422 },
})
