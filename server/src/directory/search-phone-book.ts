import { searchPhoneBook } from '@daodi/contract/staff/directory/phone-book.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { BOOK_KINDS, listBookRows } from './store-phone-book.ts'

const PAGE = 50
const RANK = /^[0-3]$/

/** Everybody of the institution may call everybody. */
export const searchPhoneBookRoute = route(searchPhoneBook, async ({ query, caller }, services) => {
  const limit = query.limit ?? PAGE
  const [rank = '', kind = '', id = ''] = readCursor(query.after, [RANK, new RegExp(`^(?:${BOOK_KINDS.join('|')})$`), UUID]) ?? []
  const after = query.after === undefined ? null : { rank: Number(rank), kind: BOOK_KINDS.find((one) => one === kind) ?? 'person', id }
  const rows = await listBookRows(services.db, caller.institutionId, { q: query.q ?? null, kind: query.kind ?? null, after, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return answer({
    rows: rows.slice(0, limit).map((row) => ({
      kind: row.kind, id: row.id, name: row.name, post: row.post === '' ? null : row.post, unitId: row.unit_id, unitName: row.unit_name, room: row.room, phones: row.phones, duty: row.duty,
    })),
    next: last ? cursorOf([String(last.rank), last.kind, last.id]) : null,
  })
})
