import { LineCounter, isNode, parseDocument, stringify, type Document } from 'yaml'
import { problemsIn } from './check-document.ts'
import { knownKeysAt } from './known-keys.ts'
import type { PolicyProblem } from './problem.ts'
import { unreadable } from './problem-texts.ts'
import { PolicyDocument } from './schema.ts'

/** The largest preset has some 10 KB; more than a megabyte is another file by mistake. */
const LARGEST = 1_000_000
/** Aliases of aliases could make a small file enormous; a policy has no use for more than a few. */
const MOST_ALIASES = 100

export interface ReadYaml { value: unknown; lineOf: (path: readonly PropertyKey[]) => number | null; problems: PolicyProblem[] }

/** YAML or JSON, with the lines in which things stand. */
export function parseYaml(text: string, file: string): ReadYaml {
  const nothing = { value: undefined, lineOf: () => null }
  if (text.length > LARGEST) return { ...nothing, problems: problemsIn(file, [{ path: [], ...unreadable(`more than ${LARGEST} characters`) }]) }
  const lines = new LineCounter()
  const document = readDocument(text, lines)
  if (document === null) return { ...nothing, problems: problemsIn(file, [{ path: [], ...unreadable('nested too deeply') }]) }
  const problems = document.errors.flatMap((error) =>
    problemsIn(file, [{ path: [], ...unreadable(error.message) }], () => lines.linePos(error.pos[0]).line))
  if (problems.length > 0) return { ...nothing, problems }
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), problems: [], lineOf: (path) => lineIn(document, lines, path) }
  } catch (error) {
    return { ...nothing, problems: problemsIn(file, [{ path: [], ...unreadable((error as Error).message) }]) }
  }
}

/** Null where brackets in brackets have no end: the reader calls itself for each. */
function readDocument(text: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The line of the value, or of the nearest thing around it that is there. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return null
}

/** Settings as an expert edits them. An empty document is an empty text, not a pair of braces. */
export function yamlText(settings: object): string {
  return Object.keys(settings).length === 0 ? '' : stringify(inOrder(settings, []), { lineWidth: 120 })
}

/** As docs/policy.md lists them: the database keeps keys by their length. */
function inOrder(value: unknown, path: readonly PropertyKey[]): unknown {
  if (Array.isArray(value)) return value.map((one, index) => inOrder(one, [...path, index]))
  if (typeof value !== 'object' || value === null) return value
  const known = knownKeysAt(PolicyDocument, path)
  const place = (key: string): number => (known.includes(key) ? known.indexOf(key) : known.length)
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => place(a) - place(b)).map(([key, one]) => [key, inOrder(one, [...path, key])]))
}
