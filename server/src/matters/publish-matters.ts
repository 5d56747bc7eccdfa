import type { z } from 'zod'
import { getMatterEdition, listEditionMatters, listMatterEditions, publishMatters } from '@daodi/contract/staff/matters/matters.ts'
import type { MatterDocument, MatterField } from '@daodi/domain/matters/matter.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { checkDirectory, faultsOf } from './check-matters.ts'
import { PAGE, pageShown } from './list-matters.ts'
import { administeredUnits } from './rights.ts'
import { allDrafts } from './store-drafts.ts'
import { editionChanges, editionRow, listEditionRows, namesOf, type ChangeRow, type EditionRow } from './store-editions.ts'
import { listEditionMatters as editionMatters, pinnedView } from './store-pinned.ts'
import { currentEdition, lockDirectory, publishEdition } from './store-publish.ts'

type Change = z.input<typeof getMatterEdition.reply>['changes']['rows'][number]

/** All drafts together become the next edition, or none of them: while anything is wrong with the directory, nothing is published. */
export const publishMattersRoute = route(publishMatters, async ({ body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: by, unitPath } = caller
  if (!administeredUnits(caller).includes(unitPath[0] ?? '')) return { ok: false, refusal: 'not-whole-institution' }
  await lockDirectory(db, institutionId)
  if (body.after !== undefined && body.after !== await currentEdition(db, institutionId)) return { ok: false, refusal: 'edition-moved' }
  const drafts = await allDrafts(db, institutionId)
  const { problems, before, matters } = await checkDirectory(db, institutionId, drafts)
  if (problems.length > 0) return { ok: false, refusal: 'matter-problems', errors: faultsOf(problems, matters) }
  const edition = await publishEdition(db, { institutionId, at, by, note: body.note ?? null, algorithm, before }, drafts)
  return edition ? { ok: true, value: edition } : { ok: false, refusal: 'nothing-to-publish' }
})

export const listMatterEditionsRoute = route(listMatterEditions, async ({ query, caller }, services) => {
  const limit = query.limit ?? PAGE
  const [last] = readCursor(query.after, [/^\d{1,9}$/]) ?? []
  const rows = await listEditionRows(services.db, caller.institutionId, { before: last === undefined ? null : Number(last), limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const end = shown.at(-1)
  return answer({ rows: shown.map(editionView), next: rows.length > limit && end ? cursorOf([String(end.number)]) : null })
})

export const getMatterEditionRoute = route(getMatterEdition, async ({ params: { number }, query, caller }, services) => {
  const { institutionId } = caller
  const edition = await editionRow(services.db, institutionId, number)
  if (!edition) return { ok: false, refusal: 'no-such-edition' }
  const limit = query.limit ?? PAGE
  const rows = await editionChanges(services.db, institutionId, number, { after: readCursor(query.after, [UUID])?.[0] ?? null, limit: limit + 1 })
  const spoken = rows.flatMap(({ document, before }) => [document, before].flatMap((one) => (one ? [one.unitId, one.postId, one.personId] : [])))
  const names = await namesOf(services.db, institutionId, [...new Set(spoken.flatMap((id) => id ?? []))])
  return answer({ ...editionView(edition), changes: pageShown(rows, limit, (row) => changeView(row, names), (row) => row.matter_id) })
})

/** The whole directory as an edition had it, so that what was in force then can be read in full. */
export const listEditionMattersRoute = route(listEditionMatters, async ({ params: { number }, query, caller }, services) => {
  const { institutionId } = caller
  if (!await editionRow(services.db, institutionId, number)) return { ok: false, refusal: 'no-such-edition' }
  const limit = query.limit ?? PAGE
  const rows = await editionMatters(services.db, institutionId, { edition: number, q: query.q, after: readCursor(query.after, [UUID])?.[0] ?? null, limit: limit + 1 })
  return answer(pageShown(rows, limit, pinnedView, (row) => row.id))
})

function editionView(row: EditionRow) {
  const { number, note, matters, added, changed, removed } = row
  return { number, publishedAt: row.published_at, publishedByName: row.published_by_name, note, matters, added, changed, removed }
}

function changeView(row: ChangeRow, names: ReadonlyMap<string, string>): Change {
  const { change, document } = row
  const was = change === 'added' ? null : change === 'removed' ? document : row.before
  const is = change === 'removed' ? null : document
  const fields = change === 'changed' ? row.fields as MatterField[] : (Object.keys(document) as MatterField[]).filter((field) => said(document, field, names) !== null)
  return { matterId: row.matter_id, name: document.name, change, fields: fields.map((field) => ({ field, before: was && said(was, field, names), after: is && said(is, field, names) })) }
}

/** A field in one line: ids by their names, papers by theirs. */
function said(document: MatterDocument, field: MatterField, names: ReadonlyMap<string, string>): string | null {
  if (field === 'papers') return document.papers.map(({ name, copies, form, note, sample, source }) => [`${name} ${form} ×${copies}`, note, sample, source].filter(Boolean).join(' ')).join('；') || null
  if (field === 'promised') return document.promised ? `${document.promised.amount} ${document.promised.unit}` : null
  const value = document[field]
  if (value === null) return null
  if (Array.isArray(value)) return value.join('、') || null
  if (typeof value === 'boolean') return value ? '✓' : null
  if (field === 'unitId' || field === 'postId' || field === 'personId') return names.get(String(value)) ?? String(value)
  return String(value)
}
