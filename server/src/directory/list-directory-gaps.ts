import { listDirectoryGaps } from '@daodi/contract/staff/directory/phone-book.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { administered } from './administered.ts'
import { countGaps, GAP_KINDS, listGapRows } from './store-gaps.ts'

const PAGE = 100

/** What the directory still lacks; the rows are those of the kind asked for, else of the first kind that has any. */
export const listDirectoryGapsRoute = route(listDirectoryGaps, async ({ query, caller, at }, services) => {
  const scopes = administered(caller)
  const counts = await countGaps(services.db, caller.institutionId, scopes, at)
  const kind = query.kind ?? GAP_KINDS.find((one) => counts[one] > 0) ?? 'postWithoutDuties'
  const limit = query.limit ?? PAGE
  const [unitId = '', id = ''] = readCursor(query.after, [UUID, UUID]) ?? []
  const after = query.after === undefined ? null : { unitId, id }
  const rows = await listGapRows(services.db, caller.institutionId, { scopes, kind, at, after, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return answer({
    counts: GAP_KINDS.map((one) => ({ kind: one, count: counts[one] })), next: last ? cursorOf([last.unit_id, last.id]) : null,
    rows: rows.slice(0, limit).map((row) => ({ kind: row.kind, id: row.id, name: row.name, unitId: row.unit_id, unitName: row.unit_name })),
  })
})
