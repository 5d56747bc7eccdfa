import type { Asked, Learned } from './evidence.ts'
import { findingWords } from './words.ts'

export interface HandledCase extends Asked { unitId: string; matterId: string | null }

/** The words a handled case teaches, each once: a long complaint says no more about whose it is than a short one. */
export function wordsToLearn(asked: Asked): { anywhere: string[]; inSubject: string[] } {
  return { anywhere: [...findingWords(asked.subject, asked.content).keys()], inSubject: [...findingWords(asked.subject, '').keys()] }
}

/** What these cases teach, counted in memory: the same that the tables count up one by one. */
export function learnedFrom(cases: readonly HandledCase[]): Learned {
  const units = new Map<string, Map<string, number>>()
  const subjects = new Map<string, Map<string, number>>()
  const matters = new Map<string, Map<string, number>>()
  const unitTotals = new Map<string, number>()
  const count = (counts: Map<string, Map<string, number>>, word: string, target: string): void => {
    const known = counts.get(word) ?? new Map<string, number>()
    known.set(target, (known.get(target) ?? 0) + 1)
    counts.set(word, known)
  }
  for (const handled of cases) {
    const { anywhere, inSubject } = wordsToLearn(handled)
    unitTotals.set(handled.unitId, (unitTotals.get(handled.unitId) ?? 0) + anywhere.length + inSubject.length)
    for (const word of anywhere) {
      count(units, word, handled.unitId)
      if (handled.matterId !== null) count(matters, word, handled.matterId)
    }
    for (const word of inSubject) count(subjects, word, handled.unitId)
  }
  return { units, subjects, matters, unitTotals, vocabulary: units.size }
}
