// The page draws the regulation's form from the server's schema: every setting and every choice in it must have a word in
// both languages, or an administrator reads a code.
import { readFileSync } from 'node:fs'
import { SETTINGS_SCHEMA } from '@daodi/server/policy/get-policy-settings.ts'
import { expect, test } from 'vitest'

interface Node { type?: unknown; properties?: Record<string, Node>; items?: Node; enum?: unknown[]; anyOf?: Node[]; additionalProperties?: Node | boolean; propertyNames?: Node }

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

const found = named(SETTINGS_SCHEMA, '', { keys: new Set(), values: new Set() })

/** The names that have a word in one table of the page's texts, which is a browser's to import. */
function words(language: 'zh' | 'en', table: 'keys' | 'values'): Set<string> {
  const [, texts = ''] = new RegExp(`^    ${table}: \\{(.*?)^    \\},`, 'ms').exec(readFileSync(new URL(`../staff-web/src/admin/texts.${language}.ts`, import.meta.url), 'utf8')) ?? []
  return new Set([...texts.matchAll(/([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)?): ['"]/g)].map(([, name = '']) => name))
}
const without = (names: Set<string>, known: Set<string>): string[] => [...names].filter((name) => !known.has(name) && !known.has(name.slice(name.indexOf('_') + 1))).toSorted()

test.each(['zh', 'en'] as const)('every setting and every choice has a word in %s', (language) => {
  expect(words(language, 'keys').size).toBeGreaterThan(150)
  expect({ settings: without(found.keys, words(language, 'keys')), choices: without(found.values, words(language, 'values')) }).toEqual({ settings: [], choices: [] })
})
