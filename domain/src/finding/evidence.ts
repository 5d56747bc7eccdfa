import type { DirectoryIndex, phrasesIn } from './directory-index.ts'

/** What handled cases have taught about the words of a question. */
export interface Learned {
  /** Word → unit or matter → how many handled cases with the word it handled. */
  units: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** The same of the cases that have the word in their subject. */
  subjects: ReadonlyMap<string, ReadonlyMap<string, number>>
  matters: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** How many words a unit's handled cases have together, those of the subject counted once more. */
  unitTotals: ReadonlyMap<string, number>
  vocabulary: number
}
export interface Precedent { id: string; number: string; unitId: string; matterId: string | null; words: readonly string[]; at: string }
export interface Asked { subject: string; content: string }

export const NOTHING_LEARNED: Learned = { units: new Map(), subjects: new Map(), matters: new Map(), unitTotals: new Map(), vocabulary: 0 }

/** A question's words, and all that can be said about them. */
export interface Evidence {
  words: ReadonlyMap<string, number>
  /** The words of the subject alone, without what one wants done with it. */
  about: ReadonlyMap<string, number>
  /** What is wanted done, as the subject says. */
  wishes: readonly number[]
  phrases: ReturnType<typeof phrasesIn>
  index: DirectoryIndex
  learned: Learned
  /** The rulings on questions alike, the most alike of each unit. */
  alike: ReadonlyMap<string, { precedent: Precedent; share: number }>
}
