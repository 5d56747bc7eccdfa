import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Status } from '../../shared/codes.ts'
import { NoBody, NoParams } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CaseRow } from '../cases/views.ts'
import { MatterView } from '../directory/directory.ts'

const Related = z.object({ id: z.uuid(), number: z.string(), subject: z.string(), status: Status, registeredAt: Instant, unitName: z.string(), grade: z.int().nullable(), legs: CaseRow.shape.legs })

/** What the register page shows beneath the line while it is being typed. */
export const suggestAtRegister = operation({
  id: 'suggestAtRegister', method: 'GET', path: '/api/staff/register/suggestions', gate: 'signedIn', summary: '登记时的实时提示：可能的事项、同一人的办件、相似的在办件',
  params: NoParams, query: z.strictObject({ text: line(200).optional(), phone: z.string().trim().max(30).regex(/^\+?[0-9][0-9 ()-]*$/, 'phone-format').optional(), name: line(60).optional() }),
  body: NoBody, status: 200, refusals: {},
  reply: z.object({
    matters: z.array(MatterView.extend({ words: z.array(z.string()), confidence: z.enum(['high', 'medium', 'low']) })),
    requester: z.object({ name: z.string().nullable(), phone: z.string().nullable(), organization: z.string().nullable(), address: z.string().nullable() }).nullable(),
    requesterCases: z.array(Related), similarCases: z.array(Related),
  }),
})
