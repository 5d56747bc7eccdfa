import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoQuery } from '../../shared/page.ts'

export const getUnitPolicy = operation({
  id: 'getUnitPolicy', method: 'GET', path: '/api/staff/units/:unitId/policy', gate: 'signedIn', summary: '某科室现行的制度设定（继承后的结果）',
  params: z.strictObject({ unitId: z.uuid() }), query: NoQuery, body: NoBody, status: 200, refusals: { 'no-such-unit': 404 },
  reply: z.object({ digest: z.string(), versions: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), version: z.int(), publishedAt: z.string(), byName: z.string().nullable() })), policy: z.record(z.string(), z.json()) }),
})
