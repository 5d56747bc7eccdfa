import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const takePapers = operation({
  id: 'takePapers', method: 'POST', path: '/api/staff/cases/:caseId/papers', gate: 'signedIn', summary: '代收材料并出具收据',
  params: CaseParams, query: NoQuery, body: z.strictObject({ papers: z.array(line(100)).min(1).max(60) }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403 },
})
