import { listCases } from '@daodi/contract/staff/cases/list-cases.ts'
import { mayReadUnit } from '../access/store.ts'
import { cursorOf, INSTANT, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { calendarOf } from '../policy/store.ts'
import { caseRow } from './case-row.ts'
import { asInstants, listCaseRows } from './store-list.ts'

const PAGE = 50

export const listCasesRoute = route(listCases, async ({ query, caller, at }, services) => {
  if (query.unitId !== undefined && !await mayReadUnit(services.db, caller, query.unitId)) return { ok: false, refusal: 'no-such-unit' }
  const calendar = await calendarOf(services.db, caller.institutionId, caller.workingTime)
  const limit = query.limit ?? PAGE
  const { after: cursor, limit: _limit, ...filters } = query
  const byFollowing = query.view === 'following'
  const [after = null, since = null] = readCursor(cursor, byFollowing ? [UUID, INSTANT] : [UUID]) ?? []
  const rows = await listCaseRows(services.db, caller, asInstants(filters, calendar, at), { after, limit: limit + 1, ...(byFollowing ? { since } : {}) })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? cursorOf(byFollowing ? [last.id, last.unfollowed_since ?? ''] : [last.id]) : null
  return answer({ rows: shown.map((row) => caseRow(row, calendar, at, query.q)), next })
})
