import type { Evidence } from './evidence.ts'

/** How many handled cases a mention in the directory is worth. */
export const DIRECTORY_WEIGHT = 6
/**
 * So much of a question, against its length, has to be known of the unit it would be given to before it is taken to be
 * anybody's here. Chosen by asking about departments that had been left out of directory and cases.
 */
const KNOWN_ENOUGH = 1
/** A word that was heard as often as this counts half: once is chance. */
const CHANCE = 2

/** A question twice as long brings not twice as much that tells units apart: much of it could stand in any. */
export function lengthOf(words: ReadonlyMap<string, number>): number {
  return Math.sqrt([...words.values()].reduce((sum, times) => sum + times, 1))
}

/**
 * Whether a question is anybody's here at all, 0 to 1: how much of it the directory and handled cases connect with the
 * unit that fits best. What one wants done does not count: licences of every kind are lost and replaced. The best of all units is a poor guess where the question speaks of what none of them has.
 */
export function knownShare({ about, index, learned, alike }: Evidence, unitId: string): number {
  if (alike.has(unitId)) return 1
  let known = 0
  for (const [word, times] of about) {
    const said = heard(index.unitPairs.get(word), unitId)
    const handled = [learned.units.get(word), learned.subjects.get(word)].map((counts) => heard(counts, unitId))
    const of = handled.reduce((sum, one) => sum + one.of, DIRECTORY_WEIGHT * said.of)
    const all = handled.reduce((sum, one) => sum + one.all, DIRECTORY_WEIGHT * said.all)
    known += times * of / (all + CHANCE)
  }
  return Math.min(1, known / (KNOWN_ENOUGH * lengthOf(about)))
}

function heard(counts: ReadonlyMap<string, number> | undefined, unitId: string): { of: number; all: number } {
  let all = 0
  for (const count of counts?.values() ?? []) all += count
  return { of: counts?.get(unitId) ?? 0, all }
}
