import { z } from 'zod'

/** What the case page can print; the register has its own call. */
export const FORM_KINDS = ['receipt', 'notice', 'slip', 'handling', 'returned', 'extension', 'handOver'] as const

/** A name and what stands beside it. `lines`: how many lines stay empty for the pen when there is no value. */
const FormField = z.object({ name: z.string(), value: z.string(), lines: z.int() })

const FormBlock = z.discriminatedUnion('kind', [
  /** Rows of one or two fields across the sheet. */
  z.object({ kind: z.literal('fields'), rows: z.array(z.array(FormField)) }),
  /** `width` is a share of the sheet; the widths of a table add up to 100. The head is repeated on every page. */
  z.object({
    kind: z.literal('table'), title: z.string().nullable(),
    columns: z.array(z.object({ name: z.string(), width: z.number(), align: z.enum(['left', 'center']) })), rows: z.array(z.array(z.string())),
  }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('signatures'), items: z.array(z.object({ name: z.string(), value: z.string() })) }),
  /** How the person follows the case; with `address` also as a QR code. */
  z.object({ kind: z.literal('track'), address: z.string().nullable(), code: z.string().nullable(), codeName: z.string(), lines: z.array(z.string()) }),
])

/** One printed form, said once: the page draws it for the printer, the server writes it as a document. */
export const FormDocument = z.object({
  language: z.enum(['zh-CN', 'en']), institution: z.string(), title: z.string(), number: z.string().nullable(),
  paper: z.enum(['A4', 'A5']), across: z.boolean(),
  /** Of what stands in tables and fields, in points. */
  textSize: z.number(),
  /** One sheet each, with this line on it; without any there is one sheet. */
  parts: z.array(z.string()),
  blocks: z.array(FormBlock),
  /** Under the form: who printed it and when. */
  foot: z.string(), fileName: z.string(),
  /** Names and contacts stand there in full. */
  full: z.boolean(),
})
