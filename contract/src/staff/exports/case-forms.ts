import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { FORM_KINDS, FormDocument } from './form-document.ts'

const params = z.strictObject({ caseId: z.uuid(), form: z.enum(FORM_KINDS) })
const body = z.strictObject({
  language: z.enum(['zh-CN', 'en']).optional(),
  /** `full`: names and contacts unmasked, for who may look at them; leaves an entry in the ledger. */
  contacts: z.enum(['masked', 'full']).optional(),
  reason: line(200).optional(),
  /** The tracking code, known only to whoever has just registered the case, and the site it is asked at. */
  code: z.string().regex(/^[0-9A-Za-z]{4,20}$/).optional(),
  site: z.string().max(200).regex(/^https?:\/\/[^\s/?#]+$/, 'wrong-type').optional(),
})
const refusals = { 'no-such-case': 404, 'nothing-to-print': 409, 'no-requester': 409, 'not-participant': 403 } as const

export const printCaseForm = operation({
  id: 'printCaseForm', method: 'POST', path: '/api/staff/cases/:caseId/forms/:form', gate: 'signedIn', summary: '办件表单（打印页的内容）；完整联系方式记入台账', keepsNoAnswer: true,
  params, query: NoQuery, body, reply: FormDocument, status: 200, refusals,
})
export const downloadCaseForm = operation({
  id: 'downloadCaseForm', method: 'POST', path: '/api/staff/cases/:caseId/forms/:form/document', gate: 'signedIn', summary: '办件表单（docx 文档）；完整联系方式记入台账', keepsNoAnswer: true, produces: 'file',
  params, query: NoQuery, body, reply: NoBody, status: 200, refusals,
})
