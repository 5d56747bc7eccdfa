/** The part of JSON Schema that the server's description of the settings uses. */
export interface SchemaNode {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly items?: SchemaNode
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly SchemaNode[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly additionalProperties?: SchemaNode | boolean
  readonly propertyNames?: SchemaNode
}

export type Settings = Readonly<Record<string, unknown>>
export type FieldKind = 'limit' | 'role' | 'roles' | 'ladder' | 'rules' | 'choice' | 'choices' | 'words' | 'weekdays' | 'yesNo' | 'number' | 'text' | 'group' | 'map' | 'list' | 'raw'

/** What a setting is edited with. A shape that nobody thought of is edited as it is written, so that nothing is lost. */
export function kindOf(node: SchemaNode): FieldKind {
  const bare = withoutNull(node)
  if (bare.enum !== undefined) return 'choice'
  if (bare.type === 'boolean') return 'yesNo'
  if (bare.type === 'integer' || bare.type === 'number') return 'number'
  if (bare.type === 'string') return 'text'
  if (bare.type === 'array' && bare.items !== undefined) return kindOfList(bare.items)
  if (bare.type !== 'object') return 'raw'
  if (bare.properties === undefined) return typeof bare.additionalProperties === 'object' && namesOf(bare).length > 0 ? 'map' : 'raw'
  if (isExactly(bare, ['amount', 'unit'], ['dayEnd', 'sessionEnd'])) return 'limit'
  return isExactly(bare, ['of', 'post']) ? 'role' : 'group'
}

function kindOfList(item: SchemaNode): FieldKind {
  if (item.enum !== undefined) return 'choices'
  if (item.type === 'string') return 'words'
  if (item.type === 'integer' && item.minimum === 1 && item.maximum === 7) return 'weekdays'
  if (item.type !== 'object' || item.properties === undefined) return 'raw'
  if (isExactly(item, ['of', 'post'])) return 'roles'
  if (isExactly(item, ['after', 'from', 'tell'], ['afterHours'])) return 'ladder'
  return isExactly(item, ['category', 'urgency', 'channel', 'limit'], ['step']) ? 'rules' : 'list'
}

/** A field made for certain parts is used only where there are no others: a part it does not know could not be edited with it. */
function isExactly(node: SchemaNode, names: readonly string[], more: readonly string[] = []): boolean {
  const parts = Object.keys(node.properties ?? {})
  return names.every((name) => parts.includes(name)) && parts.every((part) => names.includes(part) || more.includes(part))
}

/** The names that the entries of a map may have. */
export function namesOf(node: SchemaNode): readonly string[] {
  return (withoutNull(node).propertyNames?.enum ?? []).filter((name): name is string => typeof name === 'string')
}

export function withoutNull(node: SchemaNode): SchemaNode {
  // Either way of saying that it may be null is in use.
  if (Array.isArray(node.type)) {
    const types = (node.type as readonly string[]).filter((one) => one !== 'null')
    return types.length === 1 && types[0] !== undefined ? { ...node, type: types[0] } : node
  }
  const [only, ...more] = (node.anyOf ?? []).filter((one) => one.type !== 'null')
  return only !== undefined && more.length === 0 ? only : node
}

export function mayBeNull(node: SchemaNode): boolean {
  return (Array.isArray(node.type) && node.type.includes('null')) || (node.anyOf?.some((one) => one.type === 'null') ?? false)
}

/** A first value to begin editing with, where nothing is inherited. */
export function startingValue(node: SchemaNode): unknown {
  const bare = withoutNull(node)
  switch (kindOf(node)) {
    case 'limit': return { amount: 1, unit: 'workingDays' }
    case 'role': return { of: 'institution', post: '' }
    case 'yesNo': return false
    case 'number': return bare.minimum ?? 1
    case 'text': return ''
    case 'choice': return bare.enum?.[0] ?? ''
    case 'map': case 'raw': return bare.type === 'array' ? [] : {}
    case 'group': return Object.fromEntries(Object.entries(bare.properties ?? {}).filter(([name]) => bare.required?.includes(name)).map(([name, part]) => [name, startingValue(part)]))
    case 'weekdays': return [1, 2, 3, 4, 5]
    case 'roles': case 'ladder': case 'rules': case 'choices': case 'words': case 'list': return []
  }
}

export interface Leaf { readonly path: string; readonly node: SchemaNode; readonly kind: FieldKind }

/** The settings below one name, each with its path: groups are looked into, everything else is one setting. */
export function leavesOf(path: string, node: SchemaNode): readonly Leaf[] {
  const kind = kindOf(node)
  if (kind !== 'group') return [{ path, node, kind }]
  return Object.entries(withoutNull(node).properties ?? {}).flatMap(([name, part]) => leavesOf(`${path}.${name}`, part))
}

export function valueAt(settings: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (isPlain(at) ? at[name] : undefined), settings)
}

/** The same settings with another value at a place; `undefined` takes it away, and groups left empty with it. */
export function withValue(settings: Settings, path: string, value: unknown): Settings {
  const [name = '', ...rest] = path.split('.')
  const inner = rest.length === 0 ? value : withValue(isPlain(settings[name]) ? settings[name] : {}, rest.join('.'), value)
  const { [name]: _, ...others } = settings
  const gone = inner === undefined || (rest.length > 0 && isPlain(inner) && Object.keys(inner).length === 0)
  if (gone) return others

  return { ...settings, [name]: inner }
}

export function isPlain(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
