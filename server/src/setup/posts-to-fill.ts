import type { Preset } from './preset.ts'

/** Not filled for everybody: an appointed first contact for the whole house would take every question away from whoever is asked. */
const NEVER_ASSUMED = new Set(['firstContact'])

/**
 * Every post that the regulation speaks of, so that one person can hold them all at the start: the ladder, rulings and
 * questions from the public look upwards from a unit and find somebody in the end, whatever has not been filled yet.
 */
export function postsToFill(preset: Preset): string[] {
  const posts = new Set(postsIn(preset))
  return [...posts].filter((post) => !NEVER_ASSUMED.has(post)).toSorted()
}

/** Each `post: …` anywhere in the document: role references and the lists of posts are written alike. */
function postsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(postsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'post' && typeof inner === 'string' ? [inner] : postsIn(inner)))
}
