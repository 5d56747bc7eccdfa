import type { Fault, KnownDirectory, KnownPost, Planned, PostValues, SheetRow } from './import-shape.ts'
import { changesOf } from './plan-units.ts'
import { CellReader, joined } from './read-cells.ts'
import type { UnitNode, UnitTree } from './unit-tree.ts'

/** The posts there would be, by unit and name. */
export class PostIndex {
  private readonly byPlace = new Map<string, string>()
  readonly byKey = new Map<string, { unitKey: string; name: string; languages: readonly string[]; qualifications: readonly string[] }>()

  add(key: string, post: { unitKey: string; name: string; languages: readonly string[]; qualifications: readonly string[] }): void {
    this.byPlace.set(`${post.unitKey}/${post.name}`, key)
    this.byKey.set(key, post)
  }

  at(unitKey: string, name: string): string | undefined {
    return this.byPlace.get(`${unitKey}/${name}`)
  }
}

interface Scene { known: KnownDirectory; tree: UnitTree; faults: Fault[] }

/** What the rows of the sheet 岗位 would do, and every post there would be. */
export function planPosts(rows: readonly SheetRow[], { known, tree, faults }: Scene): { planned: Planned<PostValues>[]; posts: PostIndex } {
  const byId = new Map(known.posts.map((post) => [post.id, post]))
  const byPlace = new Map(known.posts.map((post) => [`${post.unitId}/${post.name}`, post]))
  const taken = new Map<string, number>()
  const planned: Planned<PostValues>[] = []
  for (const row of rows) {
    const cells = new CellReader('posts', row, faults)
    const name = cells.needed('name', 60)
    if (name.includes('/')) cells.fault('name', 'bad-characters')
    const unit = unitIn(cells, tree)
    const id = row.cells['id'] ?? ''
    if (id !== '' && !byId.has(id)) cells.fault('id', 'id-unknown')
    if (!unit || name === '') continue
    const was = byId.get(id) ?? byPlace.get(`${unit.key}/${name}`)
    if (was && was.unitId !== unit.key) cells.fault('unit', 'post-moved')
    const key = was?.id ?? `new:${row.row}`
    const before = taken.get(key) ?? taken.get(`${unit.key}/${name}`)
    if (before !== undefined) cells.fault('name', 'twice', { row: String(before) })
    taken.set(key, row.row).set(`${unit.key}/${name}`, row.row)
    planned.push(plannedPost(row, { cells, was, unit, name, key, tree }))
  }
  return { planned, posts: indexOf(known.posts, planned) }
}

function plannedPost(row: SheetRow, { cells, was, unit, name, key, tree }: { cells: CellReader; was: KnownPost | undefined; unit: UnitNode; name: string; key: string; tree: UnitTree }): Planned<PostValues> {
  const values: PostValues = {
    unitKey: unit.key, duties: cells.text('duties', 2000, was?.duties), authority: cells.text('authority', 2000, was?.authority), limits: cells.text('limits', 2000, was?.limits),
    rank: cells.number('rank', { from: 0, to: 99, known: was?.rank ?? 0 }), languages: cells.list('languages', { known: was?.languages }), qualifications: cells.list('qualifications', { known: was?.qualifications }),
  }
  const now = { name, unit: unit.path, duties: values.duties, authority: values.authority, limits: values.limits, rank: String(values.rank), languages: joined(values.languages), qualifications: joined(values.qualifications) }
  return { sheet: 'posts', row: row.row, key, isNew: !was, name: `${unit.path}/${name}`, fields: changesOf(was ? shownPost(was, tree) : {}, now), values }
}

function indexOf(posts: readonly KnownPost[], planned: readonly Planned<PostValues>[]): PostIndex {
  const index = new PostIndex()
  const replaced = new Set(planned.map((one) => one.key))
  for (const post of posts) if (!replaced.has(post.id)) index.add(post.id, { ...post, unitKey: post.unitId })
  for (const { key, name, values } of planned) index.add(key, { ...values, name: name.slice(name.lastIndexOf('/') + 1) })
  return index
}

/** The unit that a cell names. */
export function unitIn(cells: CellReader, tree: UnitTree): UnitNode | null {
  const text = cells.needed('unit', 400)
  if (text === '') return null
  const unit = tree.find(text)
  if (typeof unit !== 'string') return unit
  cells.fault('unit', unit, { value: text.slice(0, 80) })
  return null
}

/** As the sheet shows it. */
export function shownPost(post: KnownPost, tree: UnitTree): Record<string, string> {
  return {
    name: post.name, unit: tree.byKey.get(post.unitId)?.path ?? '', duties: post.duties ?? '', authority: post.authority ?? '', limits: post.limits ?? '', rank: String(post.rank),
    languages: joined(post.languages), qualifications: joined(post.qualifications),
  }
}
