import { applyDirectoryImport } from '@daodi/contract/staff/directory/import.ts'
import type { ImportPlan } from '@daodi/domain/directory/plan-import.ts'
import { lockAccounts } from '../directory/store-accounts.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route, type Services } from '../http/route.ts'
import { appendFacts } from '../ledger/store-append.ts'
import { refuseOthers } from './check-import.ts'
import { digestOfPlan, planBook } from './plan-book.ts'
import { lockImport, markApplied } from './store.ts'
import { writePlan } from './write-plan.ts'

/** Ids in one entry of the ledger. */
const IDS_AN_ENTRY = 500

/** All of it in one transaction. What was shown must still be what would be done, else nothing is. */
export const applyDirectoryImportRoute = route(applyDirectoryImport, async ({ params: { importId }, body, caller, at }, services) => {
  refuseOthers(caller)
  const { db } = services
  const { institutionId, personId } = caller
  const kept = await lockImport(db, institutionId, { id: importId, personId })
  if (!kept) return { ok: false, refusal: 'no-such-import' }
  if (kept.applied) return { ok: false, refusal: 'import-applied' }
  await lockAccounts(db, institutionId)
  const plan = await planBook(db, institutionId, kept.sheets)
  if (plan.faults.length > 0 || digestOfPlan(plan) !== body.digest) return { ok: false, refusal: 'directory-changed' }
  const ids = await writePlan(services, { institutionId, at, by: personId }, plan)
  await note({ services, caller, at }, { importId, fileDigest: kept.digest, plan, ids })
  await markApplied(db, institutionId, importId, at)
  const all = [...plan.units, ...plan.posts, ...plan.people, ...plan.matters]
  return answer({ created: all.filter((one) => one.isNew).length, changed: all.filter((one) => !one.isNew && one.fields.length > 0).length })
})

/** One stream for the import: who brought which workbook, and which rows of which fields it made new or different. */
async function note({ services, caller, at }: { services: Services; caller: Staff; at: string }, done: { importId: string; fileDigest: string; plan: ImportPlan; ids: ReadonlyMap<string, string> }): Promise<void> {
  const { plan, ids } = done
  const rows = [...plan.units, ...plan.posts, ...plan.people, ...plan.matters].filter((one) => one.isNew || one.fields.length > 0)
  const noted: Parameters<typeof appendFacts>[2][number][] = [
    { kind: 'directory-imported', data: { fileDigest: done.fileDigest, rows: rows.length, created: rows.filter((one) => one.isNew).length } },
  ]
  for (let from = 0; from < rows.length; from += IDS_AN_ENTRY) {
    noted.push({ kind: 'directory-rows', data: { rows: rows.slice(from, from + IDS_AN_ENTRY).map(({ sheet, key, isNew, fields }) => ({ sheet, id: ids.get(key) ?? key, isNew, fields: fields.map((one) => one.field) })) } })
  }
  await appendFacts(services.db, { institutionId: caller.institutionId, stream: `directory:${done.importId}`, actor: caller.personId, at, algorithm: services.ledgerAlgorithm }, noted)
}
