import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery } from '../../shared/page.ts'
import { caseFilters } from '../cases/list-cases.ts'
import { FormDocument } from './form-document.ts'

const body = z.strictObject({
  layout: z.enum(['brief', 'full']), filters: z.strictObject({ ...caseFilters, open: z.boolean().optional() }), language: z.enum(['zh-CN', 'en']).optional(),
  /** The volume that follows the one whose `next` this was. */
  after: z.uuid().optional(),
})
/** A book of many cases comes in volumes, the newest first; each holds its cases oldest first. */
const Volume = FormDocument.extend({
  rows: z.int(), /** All cases that the filters choose; null where there are very many. */ total: z.int().nullable(), /** Where the volume of the older ones begins. */ next: z.uuid().nullable(),
})

export const printRegister = operation({
  id: 'printRegister', method: 'POST', path: '/api/staff/register/print', gate: 'signedIn', summary: '登记簿（打印页的内容）', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body, reply: Volume, status: 200, refusals: { 'no-such-unit': 422 },
})
export const downloadRegister = operation({
  id: 'downloadRegister', method: 'POST', path: '/api/staff/register/document', gate: 'signedIn', summary: '登记簿（docx 文档）', keepsNoAnswer: true, produces: 'file',
  params: NoParams, query: NoQuery, body, reply: NoBody, status: 200, refusals: { 'no-such-unit': 422 },
})
