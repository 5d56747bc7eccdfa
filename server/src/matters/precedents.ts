import { draftFromPrecedent, listPrecedents, revokePrecedent } from '@daodi/contract/staff/matters/matters.ts'
import { unitsWithin } from '../directory/store-accounts.ts'
import { readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { appendFact, directoryStream } from '../ledger/store-append.ts'
import { draftMatter, missingIn } from './draft-matter.ts'
import { PAGE, pageShown } from './list-matters.ts'
import { documentOf } from './matter-view.ts'
import { administeredUnits } from './rights.ts'
import { findPrecedent, listPrecedentRows, revoke } from './store-precedents.ts'

export const listPrecedentsRoute = route(listPrecedents, async ({ query, caller }, services) => {
  const limit = query.limit ?? PAGE
  const after = readCursor(query.after, [UUID])?.[0] ?? null
  const rows = await listPrecedentRows(services.db, caller.institutionId, administeredUnits(caller), { after, limit: limit + 1 })
  return answer(pageShown(rows, limit, (row) => ({
    id: row.id, caseNumber: row.case_number, subject: row.subject, unitId: row.unit_id, unitName: row.unit_name, matterId: row.matter_id, matterName: row.matter_name,
    ruledAt: row.ruled_at, ruledByName: row.ruled_by_name, drafted: row.drafted,
  }), (row) => row.id))
})

/** A ruling becomes an entry of the directory: the ruled unit owns it, the question it was ruled on is its first example. */
export const draftFromPrecedentRoute = route(draftFromPrecedent, async ({ params: { precedentId }, body: { name }, caller, at }, services) => {
  const precedent = await findPrecedent(services.db, caller.institutionId, precedentId)
  if (!precedent) return { ok: false, refusal: 'no-such-precedent' }
  const id = services.newId()
  const document = documentOf({ name, unitId: precedent.unit_id, examples: precedent.subject === null ? [] : [precedent.subject] })
  if (await missingIn(services, caller, document) !== null) return { ok: false, refusal: 'no-such-precedent' }
  await draftMatter(services, caller, { id, document, at, isNew: true, precedentId })
  return { ok: true, value: { id } }
})

export const revokePrecedentRoute = route(revokePrecedent, async ({ params: { precedentId }, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const precedent = await findPrecedent(db, institutionId, precedentId)
  const within = precedent !== null && (await unitsWithin(db, institutionId, administeredUnits(caller), [precedent.unit_id])).has(precedent.unit_id)
  if (!within) return { ok: false, refusal: 'no-such-precedent' }
  await revoke(db, institutionId, precedentId, at)
  await appendFact(db, { institutionId, stream: directoryStream(institutionId), kind: 'precedent-revoked', data: { precedentId }, actor, at, algorithm })
  return { ok: true, value: undefined }
})
