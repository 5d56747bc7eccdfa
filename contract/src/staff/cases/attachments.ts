import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoQuery } from '../../shared/page.ts'
import { CASE_REFUSALS, CaseParams } from './act.ts'

export const ATTACHMENT_MAX_BYTES = 20 * 1024 * 1024
/** What may be attached, by what the bytes really are. */
export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

export const addAttachment = operation({
  id: 'addAttachment', method: 'POST', path: '/api/staff/cases/:caseId/attachments', gate: 'signedIn', summary: '上传附件（一次一个，字段名 file）', consumes: 'multipart', keepsNoAnswer: true,
  params: CaseParams, query: NoQuery, body: NoBody, status: 201,
  reply: z.object({ id: z.uuid(), name: z.string(), size: z.int(), mediaType: z.string() }),
  refusals: { ...CASE_REFUSALS, 'case-ended': 409, 'not-participant': 403, 'attachment-missing': 400, 'attachment-name': 422, 'attachment-too-large': 413, 'attachment-type': 415, 'too-many-attachments': 409 },
})

export const getAttachment = operation({
  id: 'getAttachment', method: 'GET', path: '/api/staff/cases/:caseId/attachments/:attachmentId', gate: 'signedIn', summary: '下载附件', produces: 'file',
  params: z.strictObject({ caseId: z.uuid(), attachmentId: z.uuid() }), query: NoQuery, body: NoBody, reply: NoBody, status: 200,
  refusals: { ...CASE_REFUSALS, 'no-such-attachment': 404 },
})
