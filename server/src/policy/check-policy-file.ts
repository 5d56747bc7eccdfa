import { readFile } from 'node:fs/promises'
import { checkDefinition } from './calendar-definition.ts'
import { checkDocument, problemsIn, type Checked } from './check-document.ts'
import { Preset } from './preset-schema.ts'
import type { PolicyProblem } from './problem.ts'
import { calendarFault } from './calendar-fault.ts'
import { unreadable } from './problem-texts.ts'
import { parseYaml, type ReadYaml } from './read-yaml.ts'
import { PolicyDocument, PolicyOverlay } from './schema.ts'

/** Zones differ in nothing that a definition could get wrong, so a preset is checked in the usual one. */
const TIME_ZONE = 'Asia/Shanghai'
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

function presetFrom(file: string, { value, lineOf }: ReadYaml): { preset: Preset | null; problems: PolicyProblem[] } {
  const checked = checkDocument(value, Preset)
  if (!checked.ok) return { preset: null, problems: problemsIn(file, checked.findings, lineOf) }
  const faults = checkDefinition(checked.document.calendar, TIME_ZONE).map((sentence) => calendarFault(sentence)).map((fault) => ({ ...fault, path: ['calendar', ...fault.path] }))
  return faults.length > 0 ? { preset: null, problems: problemsIn(file, faults, lineOf) } : { preset: checked.document, problems: [] }
}

async function readYaml(file: string): Promise<ReadYaml> {
  try {
    return parseYaml(await readFile(file, 'utf8'), file)
  } catch (error) {
    return { value: undefined, lineOf: () => null, problems: problemsIn(file, [{ path: [], ...unreadable((error as Error).message) }]) }
  }
}
