import { z } from 'zod'
import { operation } from '../operation.ts'
import { NoParams, NoQuery } from '../shared/page.ts'
import { prose, Subject } from '../shared/text.ts'

const Paper = z.object({ name: z.string(), copies: z.int(), form: z.enum(['original', 'copy', 'either']), note: z.string().nullable(), source: z.string().nullable() })

/** What the question looks like while it is being written. By POST, so that no question stands in an address; nothing of it is kept. */
export const hintPublicly = operation({
  id: 'hintPublicly', method: 'POST', path: '/api/public/hints', gate: 'public', summary: '填写时的提示：看起来是什么事项、归谁办、要带什么；不保存所写内容', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body: z.strictObject({ institutionId: z.uuid().optional(), subject: Subject, content: prose(2000).optional() }),
  status: 200, refusals: { 'no-such-institution': 422 },
  reply: z.object({
    /** `office`: not sure enough to name anybody; whoever receives it finds out. `nothing`: the words say nothing yet. */
    looksLike: z.enum(['matter', 'unit', 'office', 'nothing']),
    unit: z.object({ name: z.string(), phone: z.string().nullable(), room: z.string().nullable() }).nullable(),
    matter: z.object({ name: z.string(), papers: z.array(Paper), workingDays: z.int().nullable(), /** Where it is promised otherwise than in working days. */ promised: z.object({ amount: z.int(), unit: z.enum(['workingHours', 'naturalHours', 'naturalDays']) }).nullable(), fee: z.string().nullable(), onSpot: z.boolean() }).nullable(),
  }),
})
