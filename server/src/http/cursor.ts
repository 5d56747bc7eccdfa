import { Refused } from './refused.ts'

/** A list's place in its order, opaque to clients. */
export function cursorOf(parts: readonly string[]): string {
  return Buffer.from(parts.join('|')).toString('base64url')
}

/** Reads back what `cursorOf` made of `count` parts; anything else is refused, with the field named. */
export function readCursor(cursor: string | undefined, patterns: readonly RegExp[]): string[] | null {
  if (cursor === undefined) return null
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  if (parts.length === patterns.length && patterns.every((pattern, index) => pattern.test(parts[index] ?? ''))) return parts
  throw new Refused('bad-request', { errors: [{ pointer: 'query/after', code: 'cursor-format', detail: 'The cursor is not one that this list gave out.' }] })
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
