import type { MatterPaper } from '../matters/matter.ts'
import type { Fault, SheetRow } from './import-shape.ts'
import { CellReader } from './read-cells.ts'

export const PAPER_FORMS = { either: '原件或复印件', original: '原件', copy: '复印件' } as const
const PAPERS_MOST = 60

/** The rows of the sheet 材料 by the name of their matter, in their order. */
export function papersByMatter(rows: readonly SheetRow[], { names, faults }: { names: ReadonlySet<string>; faults: Fault[] }): Map<string, MatterPaper[]> {
  const papers = new Map<string, MatterPaper[]>()
  for (const row of rows) {
    const cells = new CellReader('papers', row, faults)
    const matter = cells.needed('matter', 100)
    const name = cells.needed('name', 100)
    if (matter !== '' && !names.has(matter)) cells.fault('matter', 'matter-unknown', { value: matter.slice(0, 80) })
    const [note, sample, source] = [cells.line('note', 200), cells.line('sample', 300), cells.line('source', 200)]
    const paper: MatterPaper = {
      name, copies: cells.number('copies', { from: 1, to: 99, known: 1 }), form: cells.choice('form', PAPER_FORMS) as MatterPaper['form'], ...(note && { note }), ...(sample && { sample }), ...(source && { source }),
    }
    const list = papers.get(matter) ?? []
    if (list.some((one) => one.name === name)) cells.fault('name', 'twice', { row: String(row.row) })
    if (list.length === PAPERS_MOST) cells.fault('matter', 'too-long', { max: String(PAPERS_MOST) })
    papers.set(matter, [...list, paper])
  }
  return papers
}

/** In one line, to be compared and shown. */
export function shownPapers(papers: readonly MatterPaper[]): string {
  return papers.map(({ name, copies, form, note, sample, source }) => [`${name}×${copies} ${PAPER_FORMS[form]}`, note, sample, source].filter(Boolean).join('，')).join('；')
}
