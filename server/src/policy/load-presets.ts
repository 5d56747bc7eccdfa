import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPreset } from './check-policy-file.ts'
import type { Preset } from './preset-schema.ts'
import { PolicyRefused, type PolicyProblem } from './problem.ts'

/** Beside the server's bundle, in the server's folder as seen from a neighbouring bundle, or at the root as seen from this source. */
const PLACES = ['presets/', '../server/presets/', '../../../presets/']

function presetsFolder(): string {
  const places = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)))
  return places.find((place) => existsSync(place)) ?? places[0] ?? ''
}

/**
 * Every kind of organisation in the folder, in the order of their positions and then by file name. A new kind is a new file, without code.
 * Throws PolicyRefused with every problem of every file when one of them cannot be used.
 */
export async function loadPresets(folder = presetsFolder()): Promise<Preset[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  const read = await Promise.all(names.map((name) => readNamed(join(folder, name))))
  const problems = read.flatMap((one) => one.problems)
  if (problems.length > 0) throw new PolicyRefused(problems)
  return read.flatMap((one) => one.preset ?? []).toSorted((a, b) => (a.position ?? LAST) - (b.position ?? LAST))
}

const LAST = 1000

/** The file is called by its preset's id, so that nobody has to open it to know, and two cannot claim the same. */
async function readNamed(file: string): Promise<{ preset: Preset | null; problems: PolicyProblem[] }> {
  const read = await readPreset(file)
  const expected = basename(file, '.yaml')
  if (!read.preset || read.preset.id === expected) return read
  return {
    preset: null,
    problems: [{
      file, path: 'id', line: null,
      message: { zh: `“${read.preset.id}”与文件名不一致。`, en: `“${read.preset.id}” is not the name of the file.` },
      remedy: { zh: `请写 id: ${expected}，或给文件改名。`, en: `Write id: ${expected}, or rename the file.` },
    }],
  }
}
