import { createHash } from 'node:crypto'
import type { Workbook } from '@daodi/domain/directory/import-shape.ts'
import { SEPARATOR } from '@daodi/domain/directory/read-cells.ts'
import { personKeys } from '@daodi/domain/directory/same-person.ts'
import { planImport, type ImportPlan } from '@daodi/domain/directory/plan-import.ts'
import type { Db } from '../http/route.ts'
import { knownDirectory, type PlacedDirectory } from './store.ts'

/** What the rows would do to the directory as it is now. */
export async function planBook(db: Db, institutionId: string, book: Workbook): Promise<{ plan: ImportPlan; known: PlacedDirectory }> {
  const logins = (book.people ?? []).map((row) => (row.cells['login'] ?? '').toLowerCase())
  const codes = (book.units ?? []).map((row) => row.cells['registerCode'] ?? '').filter((code) => code !== '')
  const keys = (book.people ?? []).flatMap(({ cells }) => personKeys(cells['name'] ?? '', (cells['phones'] ?? '').split(SEPARATOR)))
  const known = await knownDirectory(db, institutionId, { logins, codes, keys })
  return { plan: planImport(book, known), known }
}

/** Tells one plan from another: what was shown is what is applied. */
export function digestOfPlan({ units, posts, people, matters }: ImportPlan): string {
  const planned = [...units, ...posts, ...people, ...matters].filter((one) => one.isNew || one.fields.length > 0).map(({ sheet, row, key, fields }) => [sheet, row, key, fields])
  return createHash('sha256').update(JSON.stringify(planned)).digest('hex')
}
