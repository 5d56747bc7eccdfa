import type { z } from 'zod'
import { downloadExport, getExport, requestExport } from '@daodi/contract/staff/exports/exports.ts'
import { localDate, localParts } from '@daodi/domain/calendar/calendar.ts'
import { mayReadUnit } from '../access/store.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { answer, route, type Services } from '../http/route.ts'
import type { Staff } from '../http/caller.ts'
import { currentCalendar } from '../policy/store.ts'
import { openExport } from './open-export.ts'
import { exportPath } from './folder.ts'
import { findExport, insertExport, type ExportRow } from './store.ts'
import { wordsIn } from './words.ts'
import { WRITE_EXPORT } from './write-export.ts'

type View = z.input<typeof getExport.reply>

/** Asks for the register as a workbook. The worker writes it; one at a time for each person. */
export const requestExportRoute = route(requestExport, async ({ body, caller, at }, services) => {
  const { layout, filters, language = 'zh-CN' } = body
  const { institutionId, personId } = caller
  if (filters.unitId !== undefined && !await mayReadUnit(services.db, caller, filters.unitId)) return { ok: false, refusal: 'no-such-unit' }
  const row = { institution_id: institutionId, id: services.newId(), person_id: personId, layout, language, filters, created_at: at }
  if (!await insertExport(services.db, row)) return { ok: false, refusal: 'export-running' }
  await enqueue(services.db, WRITE_EXPORT, { institutionId, exportId: row.id })
  return answer(viewOf({ ...row, state: 'waiting', done: 0, total: null }, null))
})

export const getExportRoute = route(getExport, async ({ params, caller }, services) => {
  const found = await ownExport(services, caller, params.exportId)
  return found ? answer(viewOf(found, found.state === 'done' ? await fileName(services, found) : null)) : { ok: false, refusal: 'no-such-export' }
})

export const downloadExportRoute = route(downloadExport, async ({ params, caller }, services) => {
  const found = await ownExport(services, caller, params.exportId)
  if (!found) return { ok: false, refusal: 'no-such-export' }
  if (found.state !== 'done') return { ok: false, refusal: 'export-not-ready' }
  const file = await openExport(exportPath(services.dataDir, found.id))
  if (!file) return { ok: false, refusal: 'no-such-export' }
  services.log.info({ msg: 'an export was downloaded', export: found.id, person: caller.personId })
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { ok: true, value: undefined, sent: { file: { ...file, name: await fileName(services, found), mediaType } } }
})

/** Only who asked for it: it was written with their rights. */
async function ownExport(services: Services, caller: Staff, exportId: string): Promise<ExportRow | null> {
  const found = await findExport(services.db, caller.institutionId, exportId)
  return found?.person_id === caller.personId ? found : null
}

function viewOf({ id, state, done, total }: Pick<ExportRow, 'id' | 'state' | 'done' | 'total'>, name: string | null): View {
  return { id, state, done, total, fileName: name }
}

/** By the organisation's own clock, as the sheet inside says it. */
async function fileName({ db }: Services, { institution_id: institutionId, language, layout, created_at: at }: ExportRow): Promise<string> {
  const calendar = await currentCalendar(db, institutionId)
  const { hour, minute } = localParts(calendar, at)
  return `${wordsIn(language).fileName[layout]}-${[localDate(calendar, at).replaceAll('-', ''), hour, minute].map((part) => String(part).padStart(2, '0')).join('')}.xlsx`
}
