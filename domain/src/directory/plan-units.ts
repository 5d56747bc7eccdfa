import { UNIT_ROLES, type Fault, type FieldChange, type KnownDirectory, type KnownUnit, type Planned, type SheetRow, type UnitRole, type UnitValues } from './import-shape.ts'
import type { PersonIndex } from './person-index.ts'
import { CellReader, joined } from './read-cells.ts'
import type { UnitNode, UnitTree } from './unit-tree.ts'

export const UNIT_KINDS = { department: '科室', window: '窗口', institution: '机构' } as const
const REGISTER_CODE = /^[A-Z]{2,6}$/

interface Scene { known: KnownDirectory; tree: UnitTree; nodeOf: ReadonlyMap<number, UnitNode>; people: PersonIndex; faults: Fault[] }

/** What the rows of the sheet 单位 would do, those above before those below. */
export function planUnits(rows: readonly SheetRow[], scene: Scene): Planned<UnitValues>[] {
  const codes = new Map<string, string>()
  for (const unit of scene.known.units) if (unit.registerCode !== null) codes.set(unit.registerCode, unit.id)
  return rows.flatMap((row) => {
    const node = scene.nodeOf.get(row.row)
    const cells = new CellReader('units', row, scene.faults)
    if (!node) { cells.needed('name', 80); return [] }
    return [planned(row, { ...scene, node, cells, codes })]
  }).toSorted((a, b) => a.values.depth - b.values.depth)
}

function planned(row: SheetRow, { known, tree, node, cells, codes, people }: Scene & { node: UnitNode; cells: CellReader; codes: Map<string, string> }): Planned<UnitValues> {
  const was = node.known
  const name = cells.needed('name', 80)
  if (name.includes('/')) cells.fault('name', 'bad-characters')
  const kind = cells.choice('kind', UNIT_KINDS, was?.kind)
  if (was ? kind !== was.kind : kind === 'institution') cells.fault('kind', 'unit-kind-fixed')
  const registerCode = registerCodeOf(cells, { node, codes, known })
  const values: UnitValues = {
    parentKey: node.parentKey, depth: node.depth, kind, registerCode, phone: cells.phone('phone', was?.phone), room: cells.line('room', 40, was?.room),
    duties: cells.text('duties', 2000, was?.duties), authority: cells.text('authority', 2000, was?.authority), roles: rolesOf(cells, people),
  }
  const fields = changesOf(was ? shownUnit(was, tree, people) : {}, shownValues(name, values, tree))
  return { sheet: 'units', row: row.row, key: node.key, isNew: was === null, name: node.path, fields, values }
}

function shownValues(name: string, { parentKey, kind, registerCode, phone, room, duties, authority, roles }: UnitValues, tree: UnitTree): Record<string, string> {
  return {
    name, parent: pathOf(tree, parentKey), kind: kindWord(kind), registerCode, phone, room, duties, authority,
    ...Object.fromEntries(Object.entries(roles).map(([role, logins]) => [role, joined(logins.toSorted())])),
  }
}

const kindWord = (kind: string): string => UNIT_KINDS[kind as keyof typeof UNIT_KINDS] ?? kind
const pathOf = (tree: UnitTree, key: string | null): string => (key === null ? '' : tree.byKey.get(key)?.path ?? '')

/** Registers are numbered by it, so it is given once. */
function registerCodeOf(cells: CellReader, { node, codes, known }: { node: UnitNode; codes: Map<string, string>; known: KnownDirectory }): string {
  const was = node.known?.registerCode ?? ''
  const code = cells.line('registerCode', 6, was)
  if (code === was) return code
  const owner = codes.get(code)
  if (was !== '' || node.known !== null) cells.fault('registerCode', 'register-code-fixed', { value: was })
  else if (!REGISTER_CODE.test(code)) cells.fault('registerCode', 'register-code-format')
  else if ((owner !== undefined && owner !== node.key) || known.codesElsewhere.has(code)) cells.fault('registerCode', 'register-code-taken', { value: code })
  codes.set(code, node.key)
  return code
}

function rolesOf(cells: CellReader, people: PersonIndex): UnitValues['roles'] {
  const roles: UnitValues['roles'] = {}
  for (const role of UNIT_ROLES) {
    if (!cells.has(role)) continue
    const logins = cells.list(role).flatMap((word) => people.loginOf(word, (code) => cells.fault(role, code, { value: word.slice(0, 60) })))
    if ((role === 'liaison' || role === 'deputyLiaison') && logins.length > 1) cells.fault(role, 'one-only')
    roles[role] = [...new Set(logins)]
  }
  return roles
}

/** As the sheet shows it. */
export function shownUnit(unit: KnownUnit, tree: UnitTree, people: PersonIndex): Record<string, string> {
  const logins = (role: UnitRole): string => joined((unit.roles[role] ?? []).map((id) => people.loginById(id)).toSorted())
  return {
    name: unit.name, parent: pathOf(tree, unit.parentId), kind: kindWord(unit.kind),
    registerCode: unit.registerCode ?? '', phone: unit.phone ?? '', room: unit.room ?? '', duties: unit.duties ?? '', authority: unit.authority ?? '',
    head: logins('head'), liaison: logins('liaison'), deputyLiaison: logins('deputyLiaison'), receptionist: logins('receptionist'),
  }
}

/** Field by field; of what the second does not name, nothing is said. */
export function changesOf(was: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): FieldChange[] {
  return Object.entries(now).filter(([field, to]) => (was[field] ?? '') !== to).map(([field, to]) => ({ field, from: was[field] ?? '', to }))
}
