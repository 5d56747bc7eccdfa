import { getMatter, listMatters } from '@daodi/contract/staff/matters/matters.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { listMatterRows, matterRows, matterVersions, matterView } from './store-matters.ts'
import { matterInEdition, pinnedView } from './store-pinned.ts'

export const PAGE = 50

export const listMattersRoute = route(listMatters, async ({ query, caller, at }, services) => {
  const limit = query.limit ?? PAGE
  const after = readCursor(query.after, [UUID])?.[0] ?? null
  const rows = await listMatterRows(services.db, caller.institutionId, { q: query.q, unitId: query.unitId, everyday: query.everyday === 'true', at, after, limit: limit + 1 })
  return answer(pageShown(rows, limit, matterView, (row) => row.id))
})

export const getMatterRoute = route(getMatter, async ({ params: { matterId }, query: { edition }, caller }, services) => {
  const row = (await matterRows(services.db, caller.institutionId, [matterId])).get(matterId)
  if (!row) return { ok: false, refusal: 'no-such-matter' }
  const pinned = edition === undefined ? null : await matterInEdition(services.db, caller.institutionId, { matterId, edition })
  if (edition !== undefined && (!pinned || pinned.change === 'removed')) return { ok: false, refusal: 'no-such-matter' }
  const versions = await matterVersions(services.db, caller.institutionId, matterId)
  return answer({
    matter: pinned ? pinnedView(pinned) : matterView(row), removedIn: row.removed_in,
    versions: versions.map((version) => ({
      edition: version.edition, publishedAt: version.published_at, change: version.change, fields: version.fields, workingDays: version.working_days, promised: version.promised, unitName: version.unit_name ?? '',
    })),
  })
})

/** One row more than is shown was read, to know whether there is a next page. */
export function pageShown<Row, View>(rows: readonly Row[], limit: number, viewOf: (row: Row) => View, keyOf: (row: Row) => string): { rows: View[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown.map(viewOf), next: rows.length > limit && last !== undefined ? cursorOf([keyOf(last)]) : null }
}
