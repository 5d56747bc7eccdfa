import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoQuery } from '../../shared/page.ts'
import { LocalDate } from '../../shared/time.ts'
import { FormDocument } from './form-document.ts'

/** Of one shift: what is handed over (工作交接单), and what happened in it (值班日志). */
export const SHIFT_FORMS = ['handOver', 'log'] as const
/** Of a unit: its roster (值班表), and who stands in for whom in it and below (AB岗备案表). */
export const UNIT_FORMS = ['roster', 'covers'] as const

const language = z.enum(['zh-CN', 'en']).optional()
const ofShift = {
  params: z.strictObject({ shiftId: z.uuid(), form: z.enum(SHIFT_FORMS) }), query: NoQuery, body: z.strictObject({ language }), refusals: { 'no-such-shift': 404 } as const,
}
const ofUnit = {
  params: z.strictObject({ unitId: z.uuid(), form: z.enum(UNIT_FORMS) }), query: NoQuery, refusals: { 'no-such-unit': 404 } as const,
  /** The week or month in which `day` lies; today's without it. Only the roster has a span. */
  body: z.strictObject({ language, span: z.enum(['week', 'month']).optional(), day: LocalDate.optional() }),
}

export const printShiftForm = operation({
  id: 'printShiftForm', method: 'POST', path: '/api/staff/shifts/:shiftId/forms/:form', gate: 'signedIn', summary: '一个班的工作交接单、值班日志（打印页的内容）', keepsNoAnswer: true, ...ofShift, reply: FormDocument, status: 200,
})
export const downloadShiftForm = operation({
  id: 'downloadShiftForm', method: 'POST', path: '/api/staff/shifts/:shiftId/forms/:form/document', gate: 'signedIn', summary: '一个班的工作交接单、值班日志（docx 文档）', keepsNoAnswer: true, produces: 'file', ...ofShift, reply: NoBody, status: 200,
})
export const printUnitForm = operation({
  id: 'printUnitForm', method: 'POST', path: '/api/staff/units/:unitId/forms/:form', gate: 'signedIn', summary: '科室的值班表、AB岗备案表（打印页的内容）', keepsNoAnswer: true, ...ofUnit, reply: FormDocument, status: 200,
})
export const downloadUnitForm = operation({
  id: 'downloadUnitForm', method: 'POST', path: '/api/staff/units/:unitId/forms/:form/document', gate: 'signedIn', summary: '科室的值班表、AB岗备案表（docx 文档）', keepsNoAnswer: true, produces: 'file', ...ofUnit, reply: NoBody, status: 200,
})
