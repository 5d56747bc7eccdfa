import type { RoleRef } from './policy.ts'

/** A unit of the tree, the posts that are held in it, and those that whoever is on duty there fills. */
export interface PostedUnit { id: string; name: string; path: readonly string[]; posts: readonly string[]; shiftPosts?: readonly string[] }

/** Roles that are told, asked or charged together: one of them has to be somebody. */
export interface RoleGroup { path: string; roles: RoleRef[] }

/** `everywhere`: in no unit at all is there anybody; else only in those named. */
export interface RoleGap { path: string; role: RoleRef | null; units: string[]; everywhere: boolean }

/** Every place of a document of settings that names roles, wherever it stands: settings that come later are found too. */
export function roleGroups(settings: unknown, path = ''): RoleGroup[] {
  if (isRole(settings)) return [{ path, roles: [settings] }]
  if (Array.isArray(settings)) {
    if (settings.length > 0 && settings.every(isRole)) return [{ path, roles: settings }]
    return settings.flatMap((one, index) => roleGroups(one, `${path}[${index}]`))
  }
  if (typeof settings !== 'object' || settings === null) return []
  return Object.entries(settings).flatMap(([key, value]) => roleGroups(value, path === '' ? key : `${path}.${key}`))
}

function isRole(value: unknown): value is RoleRef {
  return typeof value === 'object' && value !== null && 'of' in value && 'post' in value
}

/**
 * Where a policy would find nobody: a role that no unit has anybody for (a slip of the pen, or a post that is vacant), and a
 * list of roles with nobody at all in some of the units. Posts are looked for upwards in the tree, as they are at work.
 */
export function roleGaps(settings: unknown, units: readonly PostedUnit[], all: readonly PostedUnit[]): RoleGap[] {
  const held = new Map(all.map((unit) => [unit.id, new Set([...unit.posts, ...unit.shiftPosts ?? []])]))
  // On duty for the institution is somebody wherever they work.
  const onDuty = new Set(all.flatMap((unit) => unit.shiftPosts ?? []))
  const root = all.find((unit) => unit.path.length === 1)
  const holds = (unit: PostedUnit, role: RoleRef): boolean =>
    role.of === 'institution' ? onDuty.has(role.post) || held.get(root?.id ?? '')?.has(role.post) === true : unit.path.some((above) => held.get(above)?.has(role.post) === true)
  return roleGroups(settings).flatMap(({ path, roles }): RoleGap[] => {
    const nowhere = roles.filter((role) => !units.some((unit) => holds(unit, role)))
    if (nowhere.length > 0) return nowhere.map((role) => ({ path, role, units: [], everywhere: true }))
    const without = units.filter((unit) => !roles.some((role) => holds(unit, role)))
    return without.length === 0 ? [] : [{ path, role: roles[0] ?? null, units: without.map((unit) => unit.name), everywhere: false }]
  })
}

/** One vacancy told once, with every other place that needs it: a post that nobody holds, or the same units in which a list finds nobody. */
export function gapsTogether(gaps: readonly RoleGap[]): { gap: RoleGap; alsoAt: string[] }[] {
  const told = new Map<string, { gap: RoleGap; alsoAt: string[] }>()
  for (const gap of gaps) {
    const key = gap.everywhere ? `post ${gap.role?.post ?? ''}` : `units ${gap.units.join('\n')}`
    const known = told.get(key)
    if (!known) told.set(key, { gap, alsoAt: [] })
    else if (known.gap.path !== gap.path && !known.alsoAt.includes(gap.path)) known.alsoAt.push(gap.path)
  }
  return [...told.values()]
}
