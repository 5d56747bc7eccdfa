import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmailAddress } from '../../shared/notices.ts'
import { NoQuery } from '../../shared/page.ts'
import { Instant } from '../../shared/time.ts'
import { Category, Channel, Urgency } from '../../shared/codes.ts'
import { Content, line, PersonName, Phone, Reason, Subject } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

const reason = { reason: Reason }
export const Correction = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('subject'), value: Subject, ...reason }),
  z.strictObject({ field: z.literal('content'), value: Content, ...reason }),
  z.strictObject({ field: z.literal('place'), value: line(200), ...reason }),
  z.strictObject({ field: z.literal('occurredAt'), value: Instant, ...reason }),
  z.strictObject({ field: z.literal('involvedCount'), value: z.string().regex(/^[1-9]\d{0,3}$/), ...reason }),
  z.strictObject({ field: z.literal('involvedNames'), value: line(300), ...reason }),
  /** An empty list takes the mark away. */
  z.strictObject({ field: z.literal('priority'), value: z.array(line(40)).max(10), ...reason }),
  /** Under the edition of the directory in force now. */
  z.strictObject({ field: z.literal('matter'), value: z.uuid(), ...reason }),
  z.strictObject({ field: z.literal('category'), value: Category, ...reason }),
  z.strictObject({ field: z.literal('channel'), value: Channel, ...reason }),
  z.strictObject({ field: z.literal('urgency'), value: Urgency, ...reason }),
  z.strictObject({ field: z.literal('requesterName'), value: PersonName, ...reason }),
  z.strictObject({ field: z.literal('requesterPhone'), value: Phone, ...reason }),
  z.strictObject({ field: z.literal('requesterEmail'), value: EmailAddress, ...reason }),
  z.strictObject({ field: z.literal('requesterOrganization'), value: line(120), ...reason }),
  z.strictObject({ field: z.literal('requesterAddress'), value: line(200), ...reason }),
])

export const correctCase = operation({
  id: 'correctCase', method: 'POST', path: '/api/staff/cases/:caseId/corrections', gate: 'signedIn', summary: '更正登记内容，保留更正前后的值',
  params: CaseParams, query: NoQuery, body: Correction, reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'case-archived': 409, 'correction-window-passed': 409, 'not-participant': 403, 'nothing-changed': 409, 'no-requester': 409, 'category-not-used': 422, 'channel-not-used': 422, 'no-such-matter': 422, 'matter-not-in-force': 422, 'in-future': 422, 'priority-not-used': 422 },
})
