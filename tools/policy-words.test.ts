/// <reference lib="dom" />
// The page draws the regulation's form from the server's schema: every setting and every choice in it must have a word in
// both languages, or an administrator reads a code.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { PolicyDocument } from '../server/src/policy/schema.ts'
import { adminEn } from '../staff-web/src/admin/texts.en.ts'
import { adminZh } from '../staff-web/src/admin/texts.zh.ts'

interface Node { type?: unknown; properties?: Record<string, Node>; items?: Node; enum?: unknown[]; anyOf?: Node[]; additionalProperties?: Node | boolean; propertyNames?: Node }
type Words = Readonly<Record<string, string>>

/** Said with the words of cases, or by fields of their own. */
const ELSEWHERE = new Set(['categories', 'readBack', 'citation', 'confidentialCategories', 'category', 'channels', 'channel', 'urgency', 'unit', 'dayEnd', 'sessionEnd', 'of', 'from'])

/** The names of settings, each with what it stands in, and the codes that each may have. */
function named(node: Node, name: string, found: { keys: Set<string>; values: Set<string> }): typeof found {
  for (const code of node.enum ?? []) if (!ELSEWHERE.has(name) && typeof code === 'string') found.values.add(`${name}_${code}`)
  for (const [key, part] of Object.entries(node.properties ?? {})) {
    if (!['amount', 'unit', 'dayEnd', 'sessionEnd', 'of', 'post', 'after', 'from', 'tell'].includes(key)) found.keys.add(`${name}_${key}`)
    named(part, key, found)
  }
  for (const part of [...(node.anyOf ?? []), ...(node.items ? [node.items] : [])]) named(part, name, found)
  if (typeof node.additionalProperties === 'object') {
    if (!ELSEWHERE.has(name)) for (const key of node.propertyNames?.enum ?? []) found.keys.add(`${name}_${String(key)}`)
    named(node.additionalProperties, name, found)
  }
  return found
}

const found = named(z.toJSONSchema(PolicyDocument, { io: 'input', unrepresentable: 'any' }) as Node, '', { keys: new Set(), values: new Set() })
const without = (names: Set<string>, words: Words): string[] => [...names].filter((name) => words[name] === undefined && words[name.slice(name.indexOf('_') + 1)] === undefined).toSorted()

test.each([['Chinese', adminZh.policy], ['English', adminEn.policy]] as const)('every setting and every choice has a word in %s', (_language, words) => {
  expect({ settings: without(found.keys, words.keys), choices: without(found.values, words.values) }).toEqual({ settings: [], choices: [] })
})
