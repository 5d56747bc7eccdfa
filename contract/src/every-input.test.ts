// What holds of every operation's input, also of those that will be added: nothing unnamed gets in, and nothing that
// cannot be stored, shown as it is, or read in reasonable time.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operations } from './operations.ts'

type Schema = z.core.$ZodType
interface Inner { innerType?: Schema; in?: Schema; element?: Schema; options?: Schema[]; items?: Schema[]; shape?: Record<string, Schema>; catchall?: Schema; keyType?: Schema; valueType?: Schema }

const inner = ({ _zod }: Schema): Inner & { type: string } => _zod.def
const takes = (schema: Schema, value: unknown): boolean => z.safeParse(schema, value).success

/** Passwords may hold anything that can be typed: they are digested, never stored or shown. */
const SECRET = /(?:^|\.)(?:password|current|next|secret)$/
const BAD_TEXTS: readonly [string, string][] = [
  ['a null character', 'a\u0000b'], ['half a character', 'a\uD83Db'], ['a direction override', 'a\u202Eb'], ['a zero-width space', 'a\u200Bb'], ['a control character', 'a\u0007b'],
]

/** Its length is tried with what any pattern might take. */
function textFaults(schema: Schema, path: string): string[] {
  const long = ['x', '1', 'A', '长'].some((character) => takes(schema, character.repeat(300_000)))
  const bad = SECRET.test(path) ? [] : BAD_TEXTS.filter(([, text]) => keeps(schema, text)).map(([what]) => what)
  return [...(long ? ['any length'] : []), ...bad].map((what) => `${path}: takes ${what}`)
}

/** Taken, and not mended on the way. */
function keeps(schema: Schema, text: string): boolean {
  const read = z.safeParse(schema, text)
  return read.success && read.data === text
}

/** Settings, whose own schema the server knows: their words and names, at any depth. */
function jsonFaults(schema: Schema, path: string): string[] {
  const bad = BAD_TEXTS.filter(([, text]) => [{ a: text }, { [text]: 1 }, { a: [{ b: text }] }, { a: { [text]: null } }].some((value) => takes(schema, value))).map(([what]) => what)
  const long = takes(schema, { a: '长'.repeat(300_000) }) || takes(schema, { ['a'.repeat(300_000)]: 1 })
  return [...(long ? ['any length'] : []), ...bad].map((what) => `${path}: takes ${what}`)
}

function leafFaults(schema: Schema, type: string, path: string): string[] {
  if (type === 'string') return textFaults(schema, path)
  if (type === 'number') return [2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, 1e300, -1e300].some((number) => takes(schema, number)) ? [`${path}: takes numbers that no column holds`] : []
  return []
}

function faultsOf(schema: Schema, path: string): string[] {
  const def = inner(schema)
  switch (def.type) {
    case 'object': {
      const loose = def.catchall === undefined || inner(def.catchall).type !== 'never' ? [`${path}: takes fields it does not name`] : []
      return [...loose, ...Object.entries(def.shape ?? {}).flatMap(([key, value]) => faultsOf(value, `${path}.${key}`))]
    }
    case 'array': {
      const most = takes(z.array(z.unknown()), []) && !bounded(schema) ? [`${path}: takes any number of entries`] : []
      return [...most, ...faultsOf(def.element!, `${path}[]`)]
    }
    case 'tuple': return (def.items ?? []).flatMap((item, index) => faultsOf(item, `${path}[${index}]`))
    case 'union': return (def.options ?? []).flatMap((option) => faultsOf(option, path))
    case 'record': return inner(def.valueType!).type === 'lazy' ? jsonFaults(schema, path) : [...faultsOf(def.keyType!, `${path} key`), ...faultsOf(def.valueType!, `${path}{}`)]
    case 'pipe': return ['string', 'number'].includes(inner(def.in!).type) ? leafFaults(schema, inner(def.in!).type, path) : faultsOf(def.in!, path)
    case 'any': case 'unknown': case 'lazy': return [`${path}: takes anything`]
    default: return def.innerType ? faultsOf(def.innerType, path) : leafFaults(schema, def.type, path)
  }
}

/** Whether the list has an upper end, by its own checks. */
function bounded(schema: Schema): boolean {
  return (schema._zod.def.checks ?? []).some((check) => ['max_length', 'length_equals'].includes(check._zod.def.check))
}

describe.each(operations.map((operation) => [operation.id, operation] as const))('the input of %s', (_id, { params, query, body }) => {
  it('is bounded and names what it takes', () => {
    expect([...faultsOf(params, 'params'), ...faultsOf(query, 'query'), ...faultsOf(body, 'body')]).toEqual([])
  })
})
