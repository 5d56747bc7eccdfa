import { hasLoneSurrogate } from './bytes.ts'

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

export interface CanonicalRules {
  /** `safe-integers`: only what survives a database's own number type unchanged; `doubles`: any finite number. */
  readonly numbers: 'safe-integers' | 'doubles'
  /** Most arrays and objects inside one another, the outermost counting 1. */
  readonly maxDepth: number
  /** Most UTF-16 code units in the result. */
  readonly maxLength: number
}

/** The value has no canonical form. `path` says where, e.g. `$[8].papers[2]`. */
export class NoCanonicalForm extends Error {
  readonly path: string
  readonly reason: string
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`)
    this.path = path
    this.reason = reason
  }
}

/**
 * JSON in exactly one spelling (RFC 8785): keys sorted by UTF-16 code units, no white space, strings and numbers as
 * ECMAScript writes them. Two values have the same text only if they are the same value (−0 is written 0).
 *
 * Refuses (NoCanonicalForm) what JSON would drop or change silently: undefined, functions, dates and other class
 * instances, NaN and infinities, lone surrogates; also U+0000, which PostgreSQL's jsonb cannot hold.
 */
export function canonicalJson(value: JsonValue, rules: CanonicalRules): string {
  const writer: Writer = { rules, text: '', trail: [] }
  write(value, writer)
  return writer.text
}

interface Writer {
  readonly rules: CanonicalRules
  text: string
  /** Keys and indexes down to the node at hand. */
  readonly trail: (string | number)[]
}

function write(node: unknown, writer: Writer): void {
  if (typeof node !== 'object' || node === null) writer.text += scalarText(node, writer)
  else {
    if (writer.trail.length >= writer.rules.maxDepth) throw refusal(writer, `deeper than ${writer.rules.maxDepth} levels`)
    if (Array.isArray(node)) writeArray(node, writer)
    else writeObject(node, writer)
  }
  if (writer.text.length > writer.rules.maxLength) {
    throw refusal(writer, `longer than ${writer.rules.maxLength} characters`)
  }
}

function writeArray(items: readonly unknown[], writer: Writer): void {
  writer.text += '['
  for (let i = 0; i < items.length; i++) {
    if (i > 0) writer.text += ','
    writer.trail.push(i)
    write(items[i], writer)
    writer.trail.pop()
  }
  writer.text += ']'
}

function writeObject(node: object, writer: Writer): void {
  const prototype: unknown = Object.getPrototypeOf(node)
  if (prototype !== Object.prototype && prototype !== null) throw refusal(writer, 'not a plain object')
  let separator = '{'
  // The default sort compares UTF-16 code units, which is what RFC 8785 asks for.
  for (const key of Object.keys(node).sort()) {
    writer.trail.push(key)
    writer.text += `${separator}${stringText(key, writer)}:`
    separator = ','
    write((node as Record<string, unknown>)[key], writer)
    writer.trail.pop()
  }
  writer.text += separator === '{' ? '{}' : '}'
}

function scalarText(value: unknown, writer: Writer): string {
  if (typeof value === 'string') return stringText(value, writer)
  if (value === null) return 'null'
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value !== 'number') throw refusal(writer, `a value of type ${typeof value}`)
  if (writer.rules.numbers === 'safe-integers' && !Number.isSafeInteger(value)) {
    throw refusal(writer, 'not a whole number within ±(2^53 − 1)')
  }
  if (!Number.isFinite(value)) throw refusal(writer, 'not a finite number')
  return JSON.stringify(value)
}

/** Nothing in it to escape or to refuse: nearly all there is, ids, kinds, times and keys. */
const PLAIN = /^[ !#-[\]-~]*$/

function stringText(text: string, writer: Writer): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (hasLoneSurrogate(text)) throw refusal(writer, 'half a surrogate pair')
  if (text.includes('\0')) throw refusal(writer, 'the character U+0000')
  return JSON.stringify(text)
}

function refusal({ trail }: Writer, reason: string): NoCanonicalForm {
  const steps = trail.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
  return new NoCanonicalForm(`$${steps.join('')}`, reason)
}
