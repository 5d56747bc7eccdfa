import { mkdir, rename, rm } from 'node:fs/promises'
import { callerById, mayReadUnit } from '../access/store.ts'
import { asInstants, countCaseRows, listWholeCaseRows, type CaseFilters, type WholeCaseRow } from '../cases/store-list.ts'
import type { Staff } from '../http/caller.ts'
import type { Db, Services } from '../http/route.ts'
import type { JobPayload } from '../jobs/enqueue.ts'
import { currentCalendar } from '../policy/store.ts'
import { columnsOf, timeText } from './columns.ts'
import { exportPath, exportsFolder } from './folder.ts'
import { linesOf } from './register-lines.ts'
import { findExport, institutionName, moveExport, type ExportRow } from './store.ts'
import { openRegister, type RegisterWriter } from './workbook.ts'
import { wordsIn } from './words.ts'

/** The job's name in tasks.ts. */
export const WRITE_EXPORT = 'write-export'

const PAGE = 500
/** A spreadsheet with more is of no use to anybody who has to read it. */
const ROWS_MAX = 100_000

/**
 * Writes one export as the person who asked for it, with the rights they have when it is written. May run again for the
 * same export: it begins anew, and puts the file in place only when it is whole. What fails is told by the state, and
 * not tried again by itself, because somebody is waiting and can ask anew.
 */
export async function writeExport({ institutionId = '', exportId = '' }: JobPayload, services: Services): Promise<void> {
  const asked = await findExport(services.db, institutionId, exportId)
  if (!asked || asked.state === 'done' || asked.state === 'failed') return
  const path = exportPath(services.dataDir, exportId)
  const unfinished = `${path}.part`
  try {
    await mkdir(exportsFolder(services.dataDir), { recursive: true, mode: 0o700 })
    const staff = await callerById(services.db, institutionId, asked.person_id)
    if (!staff) throw new Error('whoever asked for it has left')
    const done = await writeFile(services, asked, staff, unfinished)
    await rename(unfinished, path)
    if (!await moveExport(services.db, institutionId, exportId, { state: 'done', done })) await rm(path, { force: true })
  } catch (error) {
    services.log.warn({ msg: 'an export failed', export: exportId, error: error instanceof Error ? error.name : 'unknown' })
    await moveExport(services.db, institutionId, exportId, { state: 'failed' })
    // What made the export fail may make this fail too; the purge takes what stays.
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

async function writeFile(services: Services, asked: ExportRow, staff: Staff, path: string): Promise<number> {
  const { db } = services
  const { institution_id: institutionId, id, layout } = asked
  const calendar = await currentCalendar(db, institutionId)
  const words = wordsIn(asked.language)
  const filters = asInstants(asked.filters, calendar, services.clock())
  if (filters.unitId !== undefined && !await mayReadUnit(db, staff, filters.unitId)) throw new Error('the unit is no longer theirs to read')
  const total = await countCaseRows(db, staff, filters, ROWS_MAX)
  await moveExport(db, institutionId, id, { state: 'running', total, done: 0 })
  const title = `${await institutionName(db, institutionId)} ${words.title[layout]}`
  const register = openRegister({ path, name: words.sheet, title, mark: words.mark(staff.name, timeText(calendar, services.clock())), page: words.page, columns: columnsOf(layout, { words, calendar }) })
  const done = await writePages(db, { asked, staff, filters, register })
  if (done >= ROWS_MAX) register.note(words.cut(ROWS_MAX))
  await register.finish()
  return done
}

async function writePages(
  db: Db, { asked, staff, filters, register }: { asked: ExportRow; staff: Staff; filters: CaseFilters; register: RegisterWriter },
): Promise<number> {
  let after: string | null = null
  for (let done = 0; ;) {
    const rows: WholeCaseRow[] = await listWholeCaseRows(db, staff, filters, { after, limit: Math.min(PAGE, ROWS_MAX - done) })
    for (const line of await linesOf(db, staff.institutionId, rows, done)) register.add(line)
    done += rows.length
    after = rows.at(-1)?.id ?? null
    if (rows.length < PAGE || done >= ROWS_MAX) return done
    if (!await moveExport(db, asked.institution_id, asked.id, { done })) throw new Error('the export was forgotten')
  }
}
