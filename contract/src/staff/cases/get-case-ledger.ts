import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoQuery } from '../../shared/page.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'

export const getCaseLedger = operation({
  id: 'getCaseLedger', method: 'GET', path: '/api/staff/cases/:caseId/ledger', gate: 'signedIn', summary: '办件台账（哈希链）',
  params: CaseParams, query: NoQuery, body: NoBody, status: 200, refusals: CASE_REFUSALS,
  reply: z.object({
    stream: z.string(), intact: z.boolean(), firstBad: z.int().nullable(), sealedThrough: z.int(),
    entries: z.array(z.object({
      institutionId: z.uuid(), stream: z.string(), seq: z.int(), at: Instant, actor: z.string(), kind: z.string(),
      data: z.record(z.string(), z.json()), prev: z.string(), hash: z.string(), algorithm: z.enum(['sha256', 'sm3']),
    })),
  }),
})
