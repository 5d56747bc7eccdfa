export interface Difference {
  /** Keys and indexes down to where the two differ, e.g. `handler.personId`; empty for the whole. */
  field: string
  found: string
  expected: string
}

/** Where two JSON values first differ, keys in order of the alphabet; null where they are the same. A missing field and `undefined` are one. */
export function firstDifference(found: unknown, expected: unknown, field = ''): Difference | null {
  if (found === expected) return null
  if (!isHolder(found) || !isHolder(expected) || Array.isArray(found) !== Array.isArray(expected)) return { field, found: shown(found), expected: shown(expected) }
  const keys = [...new Set([...Object.keys(found), ...Object.keys(expected)])].sort()
  for (const key of keys) {
    const difference = firstDifference(found[key], expected[key], field === '' ? key : `${field}.${key}`)
    if (difference) return difference
  }
  return null
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
