import type { z } from 'zod'
import { Refused, type FieldError } from './refused.ts'
import { FIELD_TEXTS } from './problem-texts.ts'

/** Checks one part of a request against its schema. Refuses with a pointer to every wrong field, at most twenty of them. */
export function readInput<Schema extends z.ZodType>(schema: Schema, value: unknown, part: 'body' | 'query' | 'params'): z.output<Schema> {
  // Without its input an issue cannot tell what is missing from what is of the wrong kind.
  const read = schema.safeParse(value, { reportInput: true })
  if (read.success) return read.data
  const errors = read.error.issues.flatMap((issue) => fieldErrors(issue, part)).slice(0, 20)
  throw new Refused(errors.every((error) => error.code === 'unknown-field') ? 'unknown-field' : 'bad-request', { errors })
}

function fieldErrors(issue: z.core.$ZodIssue, part: 'body' | 'query' | 'params'): FieldError[] {
  const pointer = pointerOf(issue.path, part)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => error(part === 'body' ? `${pointer === '/' ? '' : pointer}/${key.slice(0, 60)}` : `${part}/${key.slice(0, 60)}`, 'unknown-field'))
  }
  return [error(pointer, codeOf(issue))]
}

function pointerOf(path: PropertyKey[], part: 'body' | 'query' | 'params'): string {
  const joined = path.map((key) => String(key).replace(/~/g, '~0').replace(/\//g, '~1').slice(0, 60)).join('/')
  return part === 'body' ? `/${joined}` : `${part}/${joined}`
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (FIELD_TEXTS[issue.message]) return issue.message
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? 'missing' : 'wrong-type'
    case 'invalid_value': case 'invalid_union': return 'not-in-list'
    case 'too_small': return issue.origin === 'string' ? 'text-missing' : 'out-of-range'
    case 'too_big': return issue.origin === 'string' ? 'text-too-long' : issue.origin === 'array' ? 'too-many' : 'out-of-range'
    default: return 'wrong-type'
  }
}

function error(pointer: string, code: string): FieldError {
  return { pointer, code, detail: FIELD_TEXTS[code] ?? code }
}
