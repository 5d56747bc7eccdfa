import type { Fault, KnownUnit, SheetRow } from './import-shape.ts'

export interface UnitNode { key: string; name: string; parentKey: string | null; path: string; depth: number; known: KnownUnit | null; row: number | null }

/** The units as they would be, found by path (`许可科/一号窗口`) or by a name that only one has. */
export class UnitTree {
  readonly byKey = new Map<string, UnitNode>()
  private readonly byPath = new Map<string, UnitNode>()
  private readonly byName = new Map<string, UnitNode[]>()
  readonly root: UnitNode

  constructor(root: UnitNode) {
    this.root = root
    this.add(root)
  }

  add(node: UnitNode): void {
    this.byKey.set(node.key, node)
    this.byPath.set(node.path, node)
    this.byName.set(node.name, [...this.byName.get(node.name) ?? [], node])
  }

  at(path: string): UnitNode | undefined {
    return this.byPath.get(path)
  }

  /** The institution's own name may stand before a path or be left out. */
  find(text: string): UnitNode | 'unit-unknown' | 'unit-ambiguous' {
    const path = text.split('/').map((part) => part.trim()).join('/')
    const exact = this.byPath.get(path) ?? this.byPath.get(path.startsWith(`${this.root.name}/`) ? path.slice(this.root.name.length + 1) : path)
    if (exact) return exact
    const named = this.byName.get(path) ?? []
    return named.length === 1 && named[0] ? named[0] : named.length > 1 ? 'unit-ambiguous' : 'unit-unknown'
  }
}

function pathBelow(parent: UnitNode, name: string): string {
  return parent.parentKey === null ? name : `${parent.path}/${name}`
}

/** Lays the rows over what there is. A row without a place in the tree is at fault and gets none. */
export function layTree(rows: readonly SheetRow[], units: readonly KnownUnit[], faults: Fault[]): { tree: UnitTree; nodeOf: Map<number, UnitNode> } {
  const rowOfId = new Map<string, SheetRow>()
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const fault = (row: SheetRow, field: string | null, code: Fault['code'], params: Record<string, string> = {}): void => { faults.push({ sheet: 'units', row: row.row, field, code, params }) }
  const circular = circularRows(rows)
  for (const row of rows) if (circular.has(row.row)) fault(row, 'parent', 'unit-circular', { chain: circular.get(row.row) ?? '' })
  const open: SheetRow[] = []
  for (const row of rows) {
    const id = row.cells['id'] ?? ''
    if (circular.has(row.row) || (row.cells['name'] ?? '') === '') continue
    if (id === '') open.push(row)
    else if (!known.has(id)) fault(row, 'id', 'id-unknown')
    else if (rowOfId.has(id)) fault(row, 'id', 'twice', { row: String(rowOfId.get(id)?.row ?? '') })
    else rowOfId.set(id, row)
  }
  const tree = knownTree(units, rowOfId)
  const nodeOf = new Map([...rowOfId].flatMap(([id, row]) => { const node = tree.byKey.get(id); return node ? [[row.row, node] as const] : [] }))
  placeOpenRows(open, { tree, nodeOf, fault })
  for (const [id, row] of rowOfId) if (!isWhereItWas(tree, row, known, id)) fault(row, 'parent', 'unit-moved')
  return { tree, nodeOf }
}

/** The parent may be written under its new name or, as an export has it, under the old one. */
function isWhereItWas(tree: UnitTree, row: SheetRow, known: ReadonlyMap<string, KnownUnit>, id: string): boolean {
  const [text, parentId] = [row.cells['parent'], known.get(id)?.parentId ?? null]
  if (text === undefined) return true
  if (text === '' || parentId === null) return text === '' && parentId === null
  const parent = tree.find(text)
  return (typeof parent !== 'string' && parent.key === parentId) || text.slice(text.lastIndexOf('/') + 1).trim() === known.get(parentId)?.name
}

/** What there is, under the names that the rows give. */
function knownTree(units: readonly KnownUnit[], rowOfId: ReadonlyMap<string, SheetRow>): UnitTree {
  const nameOf = (unit: KnownUnit): string => (rowOfId.get(unit.id)?.cells['name'] ?? unit.name)
  const top = units.find((unit) => unit.parentId === null)
  if (!top) throw new Error('an institution has a root unit')
  const under = new Map<string, KnownUnit[]>()
  for (const unit of units) if (unit.parentId !== null) under.set(unit.parentId, [...under.get(unit.parentId) ?? [], unit])
  const node = (unit: KnownUnit, parent: UnitNode | null): UnitNode => ({
    key: unit.id, name: nameOf(unit), parentKey: unit.parentId, path: parent ? pathBelow(parent, nameOf(unit)) : nameOf(unit), depth: parent ? parent.depth + 1 : 0, known: unit,
    row: rowOfId.get(unit.id)?.row ?? null,
  })
  const tree = new UnitTree(node(top, null))
  const waiting = [tree.root]
  for (let parent = waiting.shift(); parent; parent = waiting.shift()) {
    for (const unit of under.get(parent.key) ?? []) {
      const below = node(unit, parent)
      tree.add(below)
      waiting.push(below)
    }
  }
  return tree
}

type Fault3 = (row: SheetRow, field: string | null, code: Fault['code'], params?: Record<string, string>) => void

/** Again and again, because a row may stand below one that comes later. */
function placeOpenRows(open: readonly SheetRow[], { tree, nodeOf, fault }: { tree: UnitTree; nodeOf: Map<number, UnitNode>; fault: Fault3 }): void {
  let waiting = [...open]
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length
    waiting = waiting.filter((row) => !placed(row, { tree, nodeOf, fault }))
  }
  for (const row of waiting) {
    const text = row.cells['parent'] ?? ''
    const found = tree.find(text)
    fault(row, 'parent', text === '' ? 'unit-parent-missing' : found === 'unit-ambiguous' ? 'unit-ambiguous' : 'unit-parent-unknown', { value: text.slice(0, 80) })
  }
}

function placed(row: SheetRow, { tree, nodeOf, fault }: { tree: UnitTree; nodeOf: Map<number, UnitNode>; fault: Fault3 }): boolean {
  const [name, text] = [row.cells['name'] ?? '', row.cells['parent'] ?? '']
  if (text === '') {
    if (name !== tree.root.name) return false
    return claim(tree.root, row, { nodeOf, fault })
  }
  const parent = tree.find(text)
  if (typeof parent === 'string') return false
  const path = pathBelow(parent, name)
  const there = tree.at(path)
  if (there) return claim(there, row, { nodeOf, fault })
  const node: UnitNode = { key: `new:${row.row}`, name, parentKey: parent.key, path, depth: parent.depth + 1, known: null, row: row.row }
  tree.add(node)
  nodeOf.set(row.row, node)
  return true
}

function claim(node: UnitNode, row: SheetRow, { nodeOf, fault }: { nodeOf: Map<number, UnitNode>; fault: Fault3 }): true {
  if (node.row !== null) fault(row, 'name', 'twice', { row: String(node.row) })
  else {
    node.row = row.row
    nodeOf.set(row.row, node)
  }
  return true
}

/** Rows whose way up comes back to themselves, with that way in words. */
function circularRows(rows: readonly SheetRow[]): Map<number, string> {
  const named = new Map<string, SheetRow[]>()
  for (const row of rows) named.set(row.cells['name'] ?? '', [...named.get(row.cells['name'] ?? '') ?? [], row])
  const above = (row: SheetRow): SheetRow | undefined => {
    const found = named.get((row.cells['parent'] ?? '').split('/').at(-1)?.trim() ?? '') ?? []
    return row.cells['parent'] && found.length === 1 ? found[0] : undefined
  }
  const circular = new Map<number, string>()
  const harmless = new Set<number>()
  for (const start of rows) {
    const way: SheetRow[] = []
    let at: SheetRow | undefined = start
    while (at && !harmless.has(at.row) && !circular.has(at.row) && !way.includes(at)) { way.push(at); at = above(at) }
    const loop = at && way.includes(at) ? way.slice(way.indexOf(at)) : []
    for (const row of loop) circular.set(row.row, [...loop, ...loop.slice(0, 1)].map((one) => one.cells['name'] ?? '').join(' → ').slice(0, 200))
    for (const row of way) if (!circular.has(row.row)) harmless.add(row.row)
  }
  return circular
}
