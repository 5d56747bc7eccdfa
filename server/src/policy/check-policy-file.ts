import { readFile } from 'node:fs/promises'
import { LineCounter, isNode, parseDocument, type Document } from 'yaml'
import { checkDefinition } from './calendar-definition.ts'
import { checkDocument, problemsIn, type Checked } from './check-document.ts'
import { Preset } from './preset-schema.ts'
import type { PolicyProblem } from './problem.ts'
import { calendarFault, unreadable } from './problem-texts.ts'
import { PolicyDocument, PolicyOverlay } from './schema.ts'

/** Zones differ in nothing that a definition could get wrong, so a preset is checked in the usual one. */
const TIME_ZONE = 'Asia/Shanghai'
/** The largest preset has some 10 KB; more than a megabyte is another file by mistake. */
const LARGEST = 1_000_000
/** Aliases of aliases could make a small file enormous; a policy has no use for more than a few. */
const MOST_ALIASES = 100

interface ReadFile { value: unknown; lineOf: (path: readonly PropertyKey[]) => number | null; problems: PolicyProblem[] }

/**
 * Everything wrong with a YAML or JSON file: a whole preset (it has `policy`), a complete policy (it has `systemName` and
 * `limits`), else the settings of one unit. Empty when it may be used.
 */
export async function checkPolicyFile(file: string): Promise<PolicyProblem[]> {
  const read = await readYaml(file)
  if (read.problems.length > 0) return read.problems
  const keys = typeof read.value === 'object' && read.value !== null ? Object.keys(read.value) : []
  if (keys.includes('policy')) return presetFrom(file, read).problems
  const schema = keys.includes('systemName') && keys.includes('limits') ? PolicyDocument : PolicyOverlay
  const checked: Checked<unknown> = checkDocument<unknown>(read.value, schema)
  return checked.ok ? [] : problemsIn(file, checked.findings, read.lineOf)
}

/** What a file says, for publishing as the settings of a unit, or everything wrong with it. A preset's regulation counts as its own. */
export async function readSettings(file: string): Promise<{ settings: unknown; problems: PolicyProblem[] }> {
  const problems = await checkPolicyFile(file)
  if (problems.length > 0) return { settings: null, problems }
  const { value } = await readYaml(file)
  const isPreset = typeof value === 'object' && value !== null && 'policy' in value
  return { settings: isPreset ? value.policy : value, problems: [] }
}

/** A preset of a file, or why it cannot be one. */
export async function readPreset(file: string): Promise<{ preset: Preset | null; problems: PolicyProblem[] }> {
  const read = await readYaml(file)
  return read.problems.length > 0 ? { preset: null, problems: read.problems } : presetFrom(file, read)
}

function presetFrom(file: string, { value, lineOf }: ReadFile): { preset: Preset | null; problems: PolicyProblem[] } {
  const checked = checkDocument(value, Preset)
  if (!checked.ok) return { preset: null, problems: problemsIn(file, checked.findings, lineOf) }
  const faults = checkDefinition(checked.document.calendar, TIME_ZONE).map((sentence) => ({ path: ['calendar'], ...calendarFault(sentence) }))
  return faults.length > 0 ? { preset: null, problems: problemsIn(file, faults, lineOf) } : { preset: checked.document, problems: [] }
}

async function readYaml(file: string): Promise<ReadFile> {
  const nothing = { value: undefined, lineOf: () => null }
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    return { ...nothing, problems: problemsIn(file, [{ path: [], ...unreadable((error as Error).message) }]) }
  }
  if (text.length > LARGEST) return { ...nothing, problems: problemsIn(file, [{ path: [], ...unreadable(`more than ${LARGEST} characters`) }]) }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems = document.errors.flatMap((error) =>
    problemsIn(file, [{ path: [], ...unreadable(error.message) }], () => lines.linePos(error.pos[0]).line))
  if (problems.length > 0) return { ...nothing, problems }
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), problems: [], lineOf: (path) => lineIn(document, lines, path) }
  } catch (error) {
    return { ...nothing, problems: problemsIn(file, [{ path: [], ...unreadable((error as Error).message) }]) }
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
