import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoQuery } from '../../shared/page.ts'
import { NOTE_MAX, prose } from '../../shared/text.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'
import { CaseStanding } from './views.ts'

export const addNote = operation({
  id: 'addNote', method: 'POST', path: '/api/staff/cases/:caseId/notes', gate: 'signedIn', summary: '记录进展，或向来访人作阶段性说明',
  params: CaseParams, query: NoQuery, body: z.strictObject({ kind: z.enum(['progress', 'interim']), text: prose(NOTE_MAX), public: z.boolean().optional() }), reply: CaseStanding, status: 200,
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403, 'forbidden-phrase': 422 },
})
