import type { z } from 'zod'
import { discardMatterDraft, listMatterDrafts, type MatterDraft, removeMatter, saveMatterDraft } from '@daodi/contract/staff/matters/matters.ts'
import { changedFields, type MatterDocument } from '@daodi/domain/matters/matter.ts'
import { unitsWithin } from '../directory/store-accounts.ts'
import { countPeople } from '../directory/store-units.ts'
import type { Staff } from '../http/caller.ts'
import { readCursor, UUID } from '../http/cursor.ts'
import { answer, route, type Services } from '../http/route.ts'
import { appendFact } from '../ledger/store-append.ts'
import { PAGE, pageShown } from './list-matters.ts'
import { documentOf } from './matter-view.ts'
import { administeredUnits } from './rights.ts'
import { draftUnit, dropDraft, listDraftRows, saveDrafts, type DraftRow } from './store-drafts.ts'
import { documentView, matterDocuments } from './store-matters.ts'
import { postExists } from './store-posts.ts'

type Draft = z.input<typeof MatterDraft>

/** Writes a draft for a unit that the caller administers. Names that do not exist are refused here; what else is wrong is listed until it is mended. */
export async function draftMatter(
  { db, ledgerAlgorithm: algorithm }: Services, caller: Staff, { id, document, at, keep }: { id: string; document: MatterDocument; at: string; keep: boolean },
): Promise<'no-such-unit' | 'no-such-person' | 'no-such-post' | null> {
  const { institutionId, personId: by } = caller
  const { unitId, name } = document
  if ((await unitsWithin(db, institutionId, administeredUnits(caller), [unitId])).size === 0) return 'no-such-unit'
  if (document.personId !== null && await countPeople(db, institutionId, [document.personId]) === 0) return 'no-such-person'
  if (document.postId !== null && !await postExists(db, institutionId, document.postId)) return 'no-such-post'
  if (!keep) return null
  await saveDrafts(db, { institutionId, at, by }, [{ id, document, name, unitId }])
  await appendFact(db, { institutionId, stream: `matter:${id}`, kind: 'matter-drafted', data: { unitId }, actor: by, at, algorithm })
  return null
}

/** The unit that a matter or its draft belongs to, if the caller administers it. */
async function ownUnit(services: Services, caller: Staff, matterId: string): Promise<string | null> {
  const { db } = services
  const { institutionId } = caller
  const unitId = await draftUnit(db, institutionId, matterId) ?? (await matterDocuments(db, institutionId, [matterId])).get(matterId)?.unitId
  if (unitId === undefined) return null
  return (await unitsWithin(db, institutionId, administeredUnits(caller), [unitId])).has(unitId) ? unitId : null
}

export const saveMatterDraftRoute = route(saveMatterDraft, async ({ params: { matterId }, body, caller, at }, services) => {
  if (await ownUnit(services, caller, matterId) === null) return { ok: false, refusal: 'no-such-matter' }
  const refusal = await draftMatter(services, caller, { id: matterId, document: documentOf(body), at, keep: true })
  return refusal === null ? { ok: true, value: { id: matterId } } : { ok: false, refusal }
})

/** A matter that is only a draft is gone at once; one of the directory in force with the next edition. */
export const removeMatterRoute = route(removeMatter, async ({ params: { matterId }, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: by } = caller
  if (await ownUnit(services, caller, matterId) === null) return { ok: false, refusal: 'no-such-matter' }
  const document = (await matterDocuments(db, institutionId, [matterId])).get(matterId)
  if (document) await saveDrafts(db, { institutionId, at, by }, [{ id: matterId, document: null, name: document.name, unitId: document.unitId }])
  else await dropDraft(db, institutionId, matterId)
  await appendFact(db, { institutionId, stream: `matter:${matterId}`, kind: 'matter-removal-drafted', data: {}, actor: by, at, algorithm })
  return { ok: true, value: { id: matterId } }
})

export const discardMatterDraftRoute = route(discardMatterDraft, async ({ params: { matterId }, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const unitId = await draftUnit(db, institutionId, matterId)
  if (unitId === null || !(await unitsWithin(db, institutionId, administeredUnits(caller), [unitId])).has(unitId)) return { ok: false, refusal: 'no-such-draft' }
  await dropDraft(db, institutionId, matterId)
  await appendFact(db, { institutionId, stream: `matter:${matterId}`, kind: 'matter-draft-discarded', data: {}, actor, at, algorithm })
  return { ok: true, value: undefined }
})

export const listMatterDraftsRoute = route(listMatterDrafts, async ({ query, caller }, services) => {
  const limit = query.limit ?? PAGE
  const after = readCursor(query.after, [UUID])?.[0] ?? null
  const rows = await listDraftRows(services.db, caller.institutionId, administeredUnits(caller), { after, limit: limit + 1 })
  const before = await matterDocuments(services.db, caller.institutionId, rows.map((row) => row.matter_id))
  return answer(pageShown(rows, limit, (row) => draftView(row, before.get(row.matter_id)), (row) => row.matter_id))
})

function draftView(row: DraftRow, before: MatterDocument | undefined): Draft {
  const document = row.document ?? before
  if (!document) throw new Error('a draft without a document is for a matter in force')
  return {
    id: row.matter_id, change: row.document === null ? 'removed' : before ? 'changed' : 'added', fields: row.document && before ? changedFields(before, row.document) : [],
    matter: { id: row.matter_id, unitName: row.unit_name, postName: row.post_name, personName: row.person_name, ...documentView(document) },
    fromPrecedent: row.precedent_id !== null, changedAt: row.changed_at, changedByName: row.changed_by_name,
  }
}
