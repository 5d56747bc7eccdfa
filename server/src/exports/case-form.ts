import type { FORM_KINDS } from '@daodi/contract/staff/exports/form-document.ts'
import { extensionForm } from './form-extension.ts'
import { handOverForm } from './form-hand-over.ts'
import { handlingForm } from './form-handling.ts'
import { noticeForm } from './form-notice.ts'
import { receiptForm } from './form-receipt.ts'
import { returnedForm } from './form-returned.ts'
import { slipForm } from './form-slip.ts'
import type { Form, FormSource } from './form-source.ts'

export type FormKind = (typeof FORM_KINDS)[number]

/** One description of each form; null where nothing has happened yet that it could tell. */
export const CASE_FORMS: Readonly<Record<FormKind, (source: FormSource) => Form | null>> = {
  receipt: receiptForm, notice: noticeForm, slip: slipForm, handling: handlingForm, returned: returnedForm, extension: extensionForm, handOver: handOverForm,
}
