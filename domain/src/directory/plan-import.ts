import type { Absent, Fault, KnownDirectory, MatterValues, PersonValues, Planned, PostValues, SheetName, SheetRow, Tally, UnitValues, Workbook } from './import-shape.ts'
import { PersonIndex } from './person-index.ts'
import { planMatters } from './plan-matters.ts'
import { planPeople } from './plan-people.ts'
import { planPosts, type PostIndex } from './plan-posts.ts'
import { planUnits } from './plan-units.ts'
import { layTree, type UnitTree } from './unit-tree.ts'

export interface ImportPlan {
  units: Planned<UnitValues>[]; posts: Planned<PostValues>[]; people: Planned<PersonValues>[]; matters: Planned<MatterValues>[]
  faults: Fault[]; tallies: Partial<Record<SheetName, Tally>>; absent: Absent[]
  tree: UnitTree; index: { people: PersonIndex; posts: PostIndex }
}

/** What a workbook would do to the directory, or everything that is wrong with it. What it does not name stays as it is. */
export function planImport(book: Workbook, known: KnownDirectory): ImportPlan {
  const faults: Fault[] = []
  const people = new PersonIndex(known.people, book.people ?? [])
  const { tree, nodeOf } = layTree(book.units ?? [], known.units, faults)
  const units = planUnits(book.units ?? [], { known, tree, nodeOf, people, faults })
  const { planned: posts, posts: index } = planPosts(book.posts ?? [], { known, tree, faults })
  const persons = planPeople(book.people ?? [], { known, tree, people, posts: index, faults })
  const matters = planMatters({ matters: book.matters ?? [], papers: book.papers }, { matters: known.matters, tree, people, posts: index, faults })
  const absent: Absent[] = [
    ...absentOf('units', book, known.units.map((unit) => ({ key: unit.id, name: tree.byKey.get(unit.id)?.path ?? unit.name })), units),
    ...absentOf('posts', book, known.posts.map((post) => ({ key: post.id, name: `${tree.byKey.get(post.unitId)?.path ?? ''}/${post.name}` })), posts),
    ...absentOf('people', book, known.people.filter((person) => !person.disabled).map((person) => ({ key: person.id, name: `${person.name}（${person.login}）` })), persons),
    ...absentOf('matters', book, known.matters.map((matter) => ({ key: matter.id, name: matter.document.name })), matters),
  ]
  const tallies: Partial<Record<SheetName, Tally>> = {}
  for (const [sheet, planned] of [['units', units], ['posts', posts], ['people', persons], ['matters', matters.filter((one) => one.sheet === 'matters')]] as const) {
    if (book[sheet]) tallies[sheet] = tallyOf(book[sheet].length, planned, absent.filter((one) => one.sheet === sheet).length)
  }
  if (book.papers) tallies.papers = papersTally(book.papers, matters)
  return { units, posts, people: persons, matters, faults: inOrder(faults), tallies, absent, tree, index: { people, posts: index } }
}

function tallyOf(rows: number, planned: readonly Planned<unknown>[], absent: number): Tally {
  const isNew = planned.filter((one) => one.isNew).length
  const changed = planned.filter((one) => !one.isNew && one.fields.length > 0).length
  return { rows, new: isNew, changed, unchanged: planned.length - isNew - changed, absent }
}

/** Papers are counted by the matters whose papers they are: a matter's papers are taken or left as a whole. */
function papersTally(rows: readonly SheetRow[], matters: readonly Planned<unknown>[]): Tally {
  const named = new Set(rows.map(({ cells }) => cells['matter'] ?? ''))
  const different = matters.filter((one) => named.has(one.name) && one.fields.some(({ field }) => field === 'papers'))
  const isNew = different.filter((one) => one.isNew).length
  return { rows: rows.length, new: isNew, changed: different.length - isNew, unchanged: matters.filter((one) => named.has(one.name)).length - different.length, absent: 0 }
}

function absentOf(sheet: SheetName, book: Workbook, known: readonly { key: string; name: string }[], planned: readonly Planned<unknown>[]): Absent[] {
  if (!book[sheet]) return []
  const named = new Set(planned.map((one) => one.key))
  return known.filter((one) => !named.has(one.key)).map((one) => ({ sheet, name: one.name }))
}

const SHEETS: readonly SheetName[] = ['units', 'posts', 'people', 'matters', 'papers']

function inOrder(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => SHEETS.indexOf(a.sheet) - SHEETS.indexOf(b.sheet) || a.row - b.row)
}
