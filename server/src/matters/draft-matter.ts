import type { z } from 'zod'
import { discardMatterDraft, listMatterDrafts, type MatterDraft, removeMatter, saveMatterDraft } from '@daodi/contract/staff/matters/matters.ts'
import { changedFields, type MatterDocument } from '@daodi/domain/matters/matter.ts'
import { unitsWithin } from '../directory/store-accounts.ts'
import type { Staff } from '../http/caller.ts'
import { readCursor, UUID } from '../http/cursor.ts'
import { answer, route, type Services } from '../http/route.ts'
import { holdStreams, NEW_STREAMS, recordAct } from '../obligations/store-act.ts'
import { PAGE, pageShown } from './list-matters.ts'
import { documentOf } from './matter-view.ts'
import { administeredUnits } from './rights.ts'
import { draftDropped, draftRows, draftUnit, listDraftRows, namedInMatter, type DraftRow } from './store-drafts.ts'
import { documentView, matterDocuments } from './store-matters.ts'

type Draft = z.input<typeof MatterDraft>

/** What of a matter's names does not exist; what else is wrong with a draft is listed until it is mended. */
export async function missingIn({ db }: Services, caller: Staff, document: MatterDocument): Promise<'no-such-unit' | 'no-such-person' | 'no-such-post' | null> {
  const named = await namedInMatter(db, caller.institutionId, administeredUnits(caller), document)
  if (!named.unit) return 'no-such-unit'
  if (document.personId !== null && !named.person) return 'no-such-person'
  return document.postId !== null && !named.post ? 'no-such-post' : null
}

const matterStream = (id: string): string => `matter:${id}`

/** A draft for a unit that the caller administers. */
export async function draftMatter(
  { db, ledgerAlgorithm: algorithm }: Services, { institutionId, personId: actor }: Staff, { id, document, at, isNew, precedentId }: { id: string; document: MatterDocument; at: string; isNew: boolean; precedentId?: string },
): Promise<void> {
  const stream = matterStream(id)
  const { unitId, name } = document
  const held = isNew ? NEW_STREAMS : await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, { institutionId, actor, at, algorithm }, held, {
    facts: [{ stream, kind: 'matter-drafted', data: { unitId } }],
    rows: { draft: draftRows({ institutionId, at, by: actor, ...(precedentId === undefined ? {} : { precedentId }) }, [{ id, document, name, unitId }]) },
  })
}

/** A matter, in force or only drafted, that belongs to a unit which the caller administers; `document`: as it is in force. */
async function ownMatter({ db }: Services, caller: Staff, matterId: string): Promise<{ document: MatterDocument | undefined } | null> {
  const { institutionId } = caller
  const document = (await matterDocuments(db, institutionId, [matterId])).get(matterId)
  const unitId = await draftUnit(db, institutionId, matterId) ?? document?.unitId
  if (unitId === undefined) return null
  return (await unitsWithin(db, institutionId, administeredUnits(caller), [unitId])).has(unitId) ? { document } : null
}

export const saveMatterDraftRoute = route(saveMatterDraft, async ({ params: { matterId }, body, caller, at }, services) => {
  if (await ownMatter(services, caller, matterId) === null) return { ok: false, refusal: 'no-such-matter' }
  const document = documentOf(body)
  const missing = await missingIn(services, caller, document)
  if (missing !== null) return { ok: false, refusal: missing }
  await draftMatter(services, caller, { id: matterId, document, at, isNew: false })
  return { ok: true, value: { id: matterId } }
})

/** A matter that is only a draft is gone at once; one of the directory in force with the next edition. */
export const removeMatterRoute = route(removeMatter, async ({ params: { matterId }, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const matter = await ownMatter(services, caller, matterId)
  if (matter === null) return { ok: false, refusal: 'no-such-matter' }
  const { document } = matter
  const draft = document ? draftRows({ institutionId, at, by: actor }, [{ id: matterId, document: null, name: document.name, unitId: document.unitId }]) : draftDropped(db, institutionId, matterId)
  const stream = matterStream(matterId)
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, { institutionId, actor, at, algorithm }, held, { facts: [{ stream, kind: 'matter-removal-drafted', data: {} }], rows: { draft } })
  return { ok: true, value: { id: matterId } }
})

export const discardMatterDraftRoute = route(discardMatterDraft, async ({ params: { matterId }, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const unitId = await draftUnit(db, institutionId, matterId)
  if (unitId === null || !(await unitsWithin(db, institutionId, administeredUnits(caller), [unitId])).has(unitId)) return { ok: false, refusal: 'no-such-draft' }
  const stream = matterStream(matterId)
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, { institutionId, actor, at, algorithm }, held, { facts: [{ stream, kind: 'matter-draft-discarded', data: {} }], rows: { draft: draftDropped(db, institutionId, matterId) } })
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
