import { Refused } from './refused.ts'

interface Pattern { test(part: string): boolean }

/** A list's place in its order, opaque to clients. */
export function cursorOf(parts: readonly string[]): string {
  return Buffer.from(parts.join('|')).toString('base64url')
}

/** Reads back what `cursorOf` made of `count` parts; anything else is refused, with the field named. */
export function readCursor(cursor: string | undefined, patterns: readonly Pattern[]): string[] | null {
  if (cursor === undefined) return null
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  if (parts.length === patterns.length && patterns.every((pattern, index) => pattern.test(parts[index] ?? ''))) return parts
  throw new Refused('bad-request', { errors: [{ pointer: 'query/after', code: 'cursor-format', detail: 'The cursor is not one that this list gave out.' }] })
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Also one that exists: the 30th of February has the shape of a date. */
export const INSTANT: Pattern = { test: (part) => { const time = Date.parse(part); return !Number.isNaN(time) && part.length === 24 && new Date(time).toISOString() === part } }
