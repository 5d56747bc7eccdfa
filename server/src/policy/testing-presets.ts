import { loadPresets } from './load-presets.ts'
import type { Preset } from './preset-schema.ts'

/** Read and checked once for all the test files of a worker: it takes longer than most of what is done with one. */
let presets: Promise<Preset[]> | undefined

export async function presetOf(id: string): Promise<Preset> {
  presets ??= loadPresets()
  const found = (await presets).find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no preset ${id}`)
  return found
}
