import type { WholeCaseRow } from '../cases/store-list.ts'
import type { Db } from '../http/route.ts'
import type { Line } from './columns.ts'
import { detailsOf, wordsOf as textsOf } from './store.ts'

/** The rows of the list with what only the register has; `before` rows of it came earlier. */
export async function linesOf(db: Db, institutionId: string, rows: WholeCaseRow[], before: number): Promise<Line[]> {
  if (rows.length === 0) return []
  const details = await detailsOf(db, institutionId, rows.map((row) => row.id))
  const bodies = await textsOf(db, institutionId, rows.flatMap((row) => [row.state.place?.id, row.state.involvedNames?.id, ...row.state.custody.map((item) => item.papers.id)].filter((id) => id !== undefined)))
  const said = (id: string | undefined): string | null => (id === undefined ? null : bodies.get(id) ?? null)
  const papers = (row: WholeCaseRow): string[] => row.state.custody.flatMap((item) => {
    const body = bodies.get(item.papers.id)
    return body ? JSON.parse(body) as string[] : []
  })
  return rows.map((row, index) => ({ serial: before + index + 1, row, details: details.get(row.id), papers: papers(row), place: said(row.state.place?.id), involved: said(row.state.involvedNames?.id) }))
}
