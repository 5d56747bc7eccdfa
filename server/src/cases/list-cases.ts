import { listCases } from '@daodi/contract/staff/cases/list-cases.ts'
import { daysAsInstants } from '@daodi/domain/calendar/local-days.ts'
import { mayReadUnit } from '../access/store.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { calendarOf } from '../policy/store.ts'
import { caseRow } from './case-row.ts'
import { listCaseRows } from './store-list.ts'

const PAGE = 50

export const listCasesRoute = route(listCases, async ({ query, caller, at }, services) => {
  if (query.unitId !== undefined && !await mayReadUnit(services.db, caller, query.unitId)) return { ok: false, refusal: 'no-such-unit' }
  const calendar = await calendarOf(services.db, caller.institutionId, caller.workingTime)
  const limit = query.limit ?? PAGE
  const after = readCursor(query.after, [UUID])?.[0] ?? null
  const { after: _after, limit: _limit, from, to, ...filters } = query
  const days = daysAsInstants(calendar, { from, to })
  const rows = await listCaseRows(services.db, caller, { ...filters, ...days }, { after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return answer({ rows: shown.map((row) => caseRow(row, calendar, at, query.q)), next: rows.length > limit && last ? cursorOf([last.id]) : null })
})
