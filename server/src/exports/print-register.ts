import { downloadRegister, printRegister } from '@daodi/contract/staff/exports/register-form.ts'
import { localDate } from '@daodi/domain/calendar/calendar.ts'
import { mayReadUnit } from '../access/store.ts'
import { asInstants, countCaseRows, listWholeCaseRows } from '../cases/store-list.ts'
import { answer, route, type Request, type Services } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'
import { columnsOf, type Cell, type Column } from './columns.ts'
import { documentFile } from './document-file.ts'
import { momentOf, signatures, table, type Form } from './form-source.ts'
import { formWordsIn } from './form-words.ts'
import { linesOf } from './register-lines.ts'
import { institutionName } from './store.ts'
import { wordsIn } from './words.ts'

/** What a volume holds: some two hundred sheets of the full layout. */
const ROWS_MAX = 1000
const COUNTED_MOST = 100_000
const PAGE = 500
/** Millimetres of the 26 columns on a sheet across: what is one word stays in one line or two, the result has most room. */
const FULL_WIDTHS = [6, 14, 14, 8, 9, 5, 16, 13, 5, 26, 14, 9, 16, 9, 13, 8, 11, 9, 14, 14, 32, 14, 16, 8, 10, 12]

/** The register book as the person's own list of cases has it, oldest first, as such books are kept. */
export const printRegisterRoute = route(printRegister, async (request, services) => {
  const form = await registerForm(request, services)
  return form === null ? { ok: false, refusal: 'no-such-unit' } : answer(form)
}, 'none')

export const downloadRegisterRoute = route(downloadRegister, async (request, services) => {
  const form = await registerForm(request, services)
  return form === null ? { ok: false, refusal: 'no-such-unit' } : { ok: true, value: undefined, sent: { file: await documentFile(form) } }
}, 'none')

type Volume = Form & { rows: number; total: number | null; next: string | null }

async function registerForm({ body, caller, at }: Pick<Request<typeof printRegister>, 'body' | 'caller' | 'at'>, { db }: Services): Promise<Volume | null> {
  const { layout, language = 'zh-CN' } = body
  const { from, to, unitId } = body.filters
  const { institutionId } = caller
  if (unitId !== undefined && !await mayReadUnit(db, caller, unitId)) return null
  const calendar = await currentCalendar(db, institutionId)
  const filters = asInstants(body.filters, calendar, at)
  const rows = await listWholeCaseRows(db, caller, filters, { after: body.after ?? null, limit: PAGE })
  const more = rows.length < PAGE ? [] : await listWholeCaseRows(db, caller, filters, { after: rows.at(-1)?.id ?? null, limit: ROWS_MAX + 1 - PAGE })
  const found = [...rows, ...more]
  const chosen = found.slice(0, ROWS_MAX).toReversed()
  const [oldest] = chosen
  const next = found.length > ROWS_MAX && oldest ? oldest.id : null
  const whole = next === null && body.after === undefined
  const counted = whole ? chosen.length : await countCaseRows(db, caller, filters, COUNTED_MOST)
  const total = counted < COUNTED_MOST ? counted : null
  const words = formWordsIn(language)
  const codes = wordsIn(language)
  const columns = columnsOf(layout, { words: codes, calendar })
  const lines = await linesOf(db, institutionId, chosen, 0)
  return {
    rows: chosen.length, total, next,
    language, institution: await institutionName(db, institutionId), title: codes.title[layout], number: null, paper: 'A4', across: true, textSize: layout === 'brief' ? 10.5 : 6.5, parts: [], full: false,
    blocks: [
      table(null, columns.map(({ header, width, kind }, index) => [header, layout === 'full' ? FULL_WIDTHS[index] ?? width : width, kind === 'text' ? 'left' : 'center'] as const), lines.map((line) => columns.map((column) => cellText(column, column.value(line))))),
      ...(whole ? [] : [{ kind: 'paragraph' as const, text: words.register.volume(chosen.length, total, next !== null) }]),
      signatures([words.register.maker, caller.name], [words.register.reviewer], [words.date]),
    ],
    foot: words.foot(caller.name, momentOf({ calendar, words }, at), false), fileName: `${codes.fileName[layout]}-${[from, to].filter(Boolean).join('_') || localDate(calendar, at)}.docx`,
  }
}

/** A time cell holds the organisation's clock as if it were UTC. */
function cellText({ kind }: Column, value: Cell): string {
  if (value === null) return ''
  return kind === 'time' && value instanceof Date ? value.toISOString().slice(0, 16).replace('T', ' ') : String(value)
}
