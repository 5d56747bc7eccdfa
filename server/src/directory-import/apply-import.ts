import { applyDirectoryImport } from '@daodi/contract/staff/directory/import.ts'
import type { ImportPlan } from '@daodi/domain/directory/plan-import.ts'
import { writeTogether } from '../database/write-together.ts'
import { answer, route } from '../http/route.ts'
import { NEW_STREAMS, recordAct, type ActFact } from '../obligations/store-act.ts'
import { refuseOthers } from './check-import.ts'
import { digestOfPlan, planBook } from './plan-book.ts'
import { importApplied, lockForImport, lockImport } from './store.ts'
import { planWrites } from './write-plan.ts'

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
  await lockForImport(db, institutionId)
  const { plan, known } = await planBook(db, institutionId, kept.sheets)
  if (plan.faults.length > 0 || digestOfPlan(plan) !== body.digest) return { ok: false, refusal: 'directory-changed' }
  const { ids, freed, writes } = planWrites(services.newId, { institutionId, at, by: personId }, plan, known)
  await writeTogether(db, freed)
  await recordAct(db, { institutionId, actor: personId, at, algorithm: services.ledgerAlgorithm }, NEW_STREAMS, {
    facts: factsOf({ importId, fileDigest: kept.digest, plan, ids }), rows: { ...writes, import: importApplied(db, institutionId, importId, at) },
  })
  const all = [...plan.units, ...plan.posts, ...plan.people, ...plan.matters]
  return answer({ created: all.filter((one) => one.isNew).length, changed: all.filter((one) => !one.isNew && one.fields.length > 0).length })
})

/** One stream for the import: who brought which workbook, and which rows of which fields it made new or different. */
function factsOf({ importId, fileDigest, plan, ids }: { importId: string; fileDigest: string; plan: ImportPlan; ids: ReadonlyMap<string, string> }): ActFact[] {
  const stream = `directory:${importId}`
  const rows = [...plan.units, ...plan.posts, ...plan.people, ...plan.matters].filter((one) => one.isNew || one.fields.length > 0)
  const facts: ActFact[] = [{ stream, kind: 'directory-imported', data: { fileDigest, rows: rows.length, created: rows.filter((one) => one.isNew).length } }]
  for (let from = 0; from < rows.length; from += IDS_AN_ENTRY) {
    facts.push({ stream, kind: 'directory-rows', data: { rows: rows.slice(from, from + IDS_AN_ENTRY).map(({ sheet, key, isNew, fields }) => ({ sheet, id: ids.get(key) ?? key, isNew, fields: fields.map((one) => one.field) })) } })
  }
  return facts
}
