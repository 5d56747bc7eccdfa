import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'

export const revealRequester = operation({
  id: 'revealRequester', method: 'POST', path: '/api/staff/cases/:caseId/requester/reveal', gate: 'signedIn', summary: '显示来访人的完整联系方式；每次查看都记入台账', keepsNoAnswer: true,
  params: CaseParams, query: NoQuery, body: z.strictObject({ reason: line(200).optional() }), status: 200,
  reply: z.object({ name: z.string().nullable(), phone: z.string().nullable(), organization: z.string().nullable(), address: z.string().nullable(), email: z.string().nullable() }),
  refusals: { ...CASE_REFUSALS, 'no-requester': 409, 'not-participant': 403 },
})
