/** One setting that differs. A side that does not say it has null for `set`. */
export interface SettingChange { path: string; before: unknown; after: unknown; kind: 'added' | 'removed' | 'changed' }

/**
 * What differs between two documents of settings, setting by setting: groups are looked into; lists, limits and role
 * references are one setting each, as they are when they are inherited.
 */
export function diffPolicies(before: unknown, after: unknown): SettingChange[] {
  return compare(before, after, '')
}

function compare(before: unknown, after: unknown, path: string): SettingChange[] {
  if (isGroup(before) && isGroup(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => compare(before[key], after[key], path === '' ? key : `${path}.${key}`))
  }
  if (sameValue(before, after)) return []
  if (before === undefined && isGroup(after)) return compare({}, after, path)
  if (after === undefined && isGroup(before)) return compare(before, {}, path)
  return [{ path, before: before ?? null, after: after ?? null, kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed' }]
}

type Group = Readonly<Record<string, unknown>>

/** A limit has an amount and a role a post: each means something only as a whole. */
function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('amount' in value) && !('post' in value)
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [a as Group, b as Group]
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => sameValue(left[key], right[key]))
}
