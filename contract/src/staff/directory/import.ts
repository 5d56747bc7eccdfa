import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery } from '../../shared/page.ts'

export const WORKBOOK_MAX_BYTES = 20 * 1024 * 1024
/** Of all sheets together. */
export const WORKBOOK_MAX_ROWS = 50_000
const SheetName = z.enum(['units', 'posts', 'people', 'matters', 'papers'])

const Problem = z.object({
  sheet: z.string(), row: z.int().nullable(), column: z.string().nullable().describe('Letter over the column'), head: z.string().nullable(),
  /** What is wrong, and what to do about it. */
  code: z.string(), params: z.record(z.string(), z.string()),
})
const Change = z.object({
  sheet: SheetName, row: z.int(), kind: z.enum(['new', 'changed']), name: z.string(),
  fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
})
export const DirectoryCheck = z.object({
  /** Null while there are problems: such a workbook is not kept. */
  id: z.uuid().nullable(),
  sheets: z.array(z.object({ sheet: SheetName, rows: z.int(), new: z.int(), changed: z.int(), unchanged: z.int(), absent: z.int() })),
  problemCount: z.int(), problems: z.array(Problem).describe('The first 500'),
  changes: z.array(Change).describe('Of each sheet the first 300, changed ones before new ones'), absent: z.array(z.object({ sheet: SheetName, name: z.string() })).describe('Of what the workbook does not name, the first 200; they stay as they are'),
  /** Of what was compared: applying asks for the very same. */
  digest: z.string(),
})

export const checkDirectoryImport = operation({
  id: 'checkDirectoryImport', method: 'POST', path: '/api/staff/directory/imports', gate: 'administrator', summary: '上传名录工作簿（字段名 file）试运行：列出每处问题和将要发生的变化，不改动任何数据',
  consumes: 'multipart', keepsNoAnswer: true, params: NoParams, query: NoQuery, body: NoBody, reply: DirectoryCheck, status: 200,
  refusals: { 'attachment-missing': 400, 'workbook-too-large': 413, 'workbook-unreadable': 415, 'workbook-too-many-rows': 422, 'workbook-has-no-sheet': 422 },
})
export const applyDirectoryImport = operation({
  id: 'applyDirectoryImport', method: 'POST', path: '/api/staff/directory/imports/:importId/application', gate: 'administrator', summary: '按试运行的结果导入：全部成功或全部不动',
  params: z.strictObject({ importId: z.uuid() }), query: NoQuery, body: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'code-format') }), status: 200,
  reply: z.object({ created: z.int(), changed: z.int() }),
  refusals: { 'no-such-import': 404, 'import-applied': 409, 'directory-changed': 409 },
})
export const exportDirectory = operation({
  id: 'exportDirectory', method: 'GET', path: '/api/staff/directory/workbook', gate: 'administrator', summary: '导出名录工作簿，改好后可再导入；template=1 只要空表', produces: 'file',
  params: NoParams, query: z.strictObject({ template: z.literal('1').optional() }), body: NoBody, reply: NoBody, status: 200, refusals: {},
})
