import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Category, Channel, Outcome, Status, Urgency } from '../../shared/codes.ts'
import { NoBody, NoParams, pageOf, pageQuery } from '../../shared/page.ts'
import { LocalDate } from '../../shared/time.ts'
import { line } from '../../shared/text.ts'
import { CaseRow } from './views.ts'

/** `following`: what I was asked first and somebody else handles, the longest not followed first; whatever else narrows it. All others newest first. */
export const CASE_VIEWS = ['mineFirst', 'mineHandling', 'following', 'unit', 'late', 'all'] as const

/** What a unit has to do with a case. */
export const UNIT_PARTS = ['first', 'handling'] as const

/** What narrows a list of cases; the export takes the same. */
export const caseFilters = {
  view: z.enum(CASE_VIEWS).optional(),
  q: line(100).optional().describe('Chinese full text, a number, a name or a phone number'),
  status: Status.optional(), category: Category.optional(), channel: Channel.optional(), urgency: Urgency.optional(),
  outcome: Outcome.optional(),
  open: z.stringbool().optional().describe('true: not ended; false: ended'),
  promise: z.enum(['missing']).optional().describe('missing: open, no longer to be answered on the spot, with neither a promise nor a limit of its matter'),
  passing: z.enum(['repeated']).optional().describe('repeated: passed on to another unit more than once, or sent back more than once; each row says who did'),
  handlerId: z.uuid().optional().describe('this person works on it now, or did last'),
  firstContactId: z.uuid().optional().describe('this person was asked first'),
  unitId: z.uuid().optional().describe('the register book of this unit'),
  unitPart: z.enum(UNIT_PARTS).optional().describe('with unitId, what the unit with everything below it has to do with it: was asked first, or handles it'),
  deskId: z.uuid().optional().describe('the window or desk at which it was taken'),
  groupId: z.uuid().optional().describe('members of this group are first contact or handler'),
  from: LocalDate.optional(), to: LocalDate.optional(),
}

export const listCases = operation({
  id: 'listCases', method: 'GET', path: '/api/staff/cases', gate: 'signedIn', summary: '办件列表：视图、筛选、全文检索，按登记时间倒序翻页（跟进视图按久未跟进在先）',
  params: NoParams, query: z.strictObject({ ...caseFilters, ...pageQuery }), body: NoBody,
  reply: pageOf(CaseRow), status: 200, refusals: { 'no-such-unit': 422 },
})
