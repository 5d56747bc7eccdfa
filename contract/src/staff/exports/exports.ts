import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery } from '../../shared/page.ts'
import { caseFilters } from '../cases/list-cases.ts'

/** `brief`: the six columns of the paper register; `full`: all columns of the modern one. */
const LAYOUTS = ['brief', 'full'] as const
const ExportView = z.object({ id: z.uuid(), state: z.enum(['waiting', 'running', 'done', 'failed']), done: z.int(), total: z.int().nullable(), fileName: z.string().nullable() })

export const requestExport = operation({
  id: 'requestExport', method: 'POST', path: '/api/staff/exports', gate: 'signedIn', summary: '导出登记台账（xlsx）',
  params: NoParams, query: NoQuery, body: z.strictObject({ layout: z.enum(LAYOUTS), filters: z.strictObject({ ...caseFilters, open: z.boolean().optional() }), language: z.enum(['zh-CN', 'en']).optional() }),
  reply: ExportView, status: 202, refusals: { 'no-such-unit': 422, 'export-running': 409 },
})
export const getExport = operation({
  id: 'getExport', method: 'GET', path: '/api/staff/exports/:exportId', gate: 'signedIn', summary: '导出进度',
  params: z.strictObject({ exportId: z.uuid() }), query: NoQuery, body: NoBody, reply: ExportView, status: 200, refusals: { 'no-such-export': 404 },
})
export const downloadExport = operation({
  id: 'downloadExport', method: 'GET', path: '/api/staff/exports/:exportId/file', gate: 'signedIn', summary: '下载导出文件', produces: 'file',
  params: z.strictObject({ exportId: z.uuid() }), query: NoQuery, body: NoBody, reply: NoBody, status: 200, refusals: { 'no-such-export': 404, 'export-not-ready': 409 },
})
