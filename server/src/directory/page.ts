import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import type { PageAsked } from './store-lists.ts'

const PAGE = 50

/** One row more than is shown, to know whether there is a next page. */
export function pageAsked(query: { q?: string | undefined; unitId?: string | undefined; after?: string | undefined; limit?: number | undefined }): PageAsked {
  return { q: query.q ?? null, unitId: query.unitId ?? null, after: readCursor(query.after, [UUID])?.[0] ?? null, limit: (query.limit ?? PAGE) + 1 }
}

export function pageShown<Row extends { id: string }, View>(rows: Row[], { limit }: PageAsked, viewOf: (row: Row) => View): { rows: View[]; next: string | null } {
  const shown = rows.slice(0, limit - 1)
  const last = shown.at(-1)
  return { rows: shown.map(viewOf), next: rows.length === limit && last ? cursorOf([last.id]) : null }
}
